"""PDF objects written straight as source: faster than dictionaries of objects, and as easy to read."""

from __future__ import annotations

from collections.abc import Callable

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject, PDFObjectReference, PDFString

Say = Callable[[PDFObjectReference], str]
"""Says a reference in a document, as in "12 0 R"."""


class Written(PDFObject):  # type: ignore[misc]
    """An object that writes itself, once every object of the document has its number."""

    __RefOnly__ = 1

    def __init__(self, write: Callable[[Say], str]) -> None:
        self._write = write

    def format(self, document: PDFDocument) -> bytes:
        """Return the object's source."""
        return self._write(lambda reference: reference.format(document).decode()).encode("latin-1")


def said(text: str, document: PDFDocument) -> str:
    """Return a text as the source of a PDF string."""
    source: bytes = PDFString(text).format(document)
    return source.decode("latin-1")
