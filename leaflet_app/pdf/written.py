"""PDF objects written straight as source: faster than dictionaries of objects, and as easy to read."""

from __future__ import annotations

from collections.abc import Callable

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject, PDFString


class Written(PDFObject):  # type: ignore[misc]
    """An object whose source is known, or made when the whole document is."""

    __RefOnly__ = 1

    def __init__(self, source: str | Callable[[], str]) -> None:
        self._source = source

    def format(self, _: PDFDocument) -> bytes:
        """Return the object's source."""
        source = self._source if isinstance(self._source, str) else self._source()
        return source.encode("latin-1")


def said(text: str, document: PDFDocument) -> str:
    """Return a text as the source of a PDF string."""
    source: bytes = PDFString(text).format(document)
    return source.decode("latin-1")
