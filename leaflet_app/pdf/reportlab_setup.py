"""ReportLab as this program needs it: its settings made sure of, and one repair."""

from __future__ import annotations

from functools import cache

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import PDFStream

_END = b"endstream\n"
_reportlab_format = PDFStream.format


@cache
def set_up() -> None:
    """Fix what an environment or a settings file could have changed, and repair streams; once for this process."""
    rl_config.useA85 = 0  # bytes as they are: a fifth smaller, and no time spent
    rl_config.trustedHosts = None
    rl_config.trustedSchemes = []
    rl_config.toColorCanUse = None
    PDFStream.format = _with_line_end


def _with_line_end(stream: PDFStream, document: object) -> bytes:
    """Set a line end before `endstream` (PDF/A-2 6.1.7.1).

    ReportLab makes its streams itself, so a subclass would never be asked.
    """
    body: bytes = _reportlab_format(stream, document).removesuffix(_END)
    line_end = b"\r\n" if body.endswith(b"\r") else b"\n"  # after a lone CR, LF would join it to one line end
    return body + line_end + _END
