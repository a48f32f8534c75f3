"""One repair to ReportLab: a stream's data end with a line end before `endstream` (PDF/A-2 6.1.7.1)."""

from __future__ import annotations

from reportlab.pdfbase.pdfdoc import PDFStream

_END = b"endstream\n"
_reportlab_format = PDFStream.format


def _format(stream: PDFStream, document: object) -> bytes:
    body: bytes = _reportlab_format(stream, document).removesuffix(_END)
    line_end = b"\r\n" if body.endswith(b"\r") else b"\n"  # after a lone CR, LF would join it to one line end
    return body + line_end + _END


def end_streams_with_a_line_end() -> None:
    """Put the repair in place; ReportLab makes its streams itself, so a subclass would never be asked."""
    PDFStream.format = _format
