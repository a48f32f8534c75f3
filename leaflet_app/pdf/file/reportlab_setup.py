"""One repair of ReportLab; its settings are made sure of before it is imported (sealed.py)."""

from __future__ import annotations

from functools import cache

from reportlab.pdfbase.pdfdoc import PDFStream

_END = b"endstream\n"
_reportlab_format = PDFStream.format


@cache
def set_up() -> None:
    """Repair streams, once for this process."""
    PDFStream.format = _with_line_end


def _with_line_end(stream: PDFStream, document: object) -> bytes:
    """Set a line end before `endstream` (PDF/A-2 6.1.7.1).

    ReportLab makes its streams itself, so a subclass would never be asked.
    """
    body: bytes = _reportlab_format(stream, document).removesuffix(_END)
    line_end = b"\r\n" if body.endswith(b"\r") else b"\n"  # after a lone CR, LF would join it to one line end
    return body + line_end + _END
