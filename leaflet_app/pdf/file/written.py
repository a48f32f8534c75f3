"""PDF objects written straight as source: faster than dictionaries of objects, and as easy to read."""

from __future__ import annotations

import zlib
from functools import cache, lru_cache

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObjectReference, PDFString


class Stream:
    """A stream of compressed content; `entries` are what its dictionary says besides, `packing` how to unpack it."""

    def __init__(self, compressed: bytes, entries: str = "", packing: str = "FlateDecode") -> None:
        self._compressed, self._entries, self._packing = compressed, entries, packing

    def source(self) -> bytes:
        """Return the stream's source."""
        head = f"<</Filter/{self._packing}/Length {len(self._compressed)}{self._entries}>>"
        return stream_source(head.encode("latin-1"), self._compressed)


def stream_source(entries: bytes, content: bytes) -> bytes:
    """Return the source of a stream, with a line end of its own before `endstream` (PDF/A-2 6.1.7.1)."""
    line_end = b"\r\n" if content.endswith(b"\r") else b"\n"  # after a lone CR, LF would join it to one line end
    return b"%b\nstream\n%b%bendstream" % (entries, content, line_end)


@lru_cache(maxsize=256)
def deflated(content: str) -> bytes:
    """Return source compressed. What the last documents held is kept: most pages come again as they were."""
    return zlib.compress(content.encode("latin-1"))


@lru_cache(maxsize=2_000)
def string(text: str) -> str:
    """Return a text as the source of a PDF string."""
    source: bytes = PDFString(text).format(_open_document())
    return source.decode("latin-1")


@cache
def _open_document() -> PDFDocument:
    """Return a document without encryption, which is all that a string asks of one."""
    return PDFDocument()


def number_of(document: PDFDocument, reference: PDFObjectReference) -> int:
    """Return the number of an object of ReportLab's."""
    number: int = document.idToObjectNumberAndVersion[reference.name][0]
    return number
