"""Links on a page: where they lead, and how a reader that cannot see them hears them."""

from __future__ import annotations

from dataclasses import dataclass

from reportlab.pdfbase.pdfdoc import Destination, PDFDocument

from leaflet_app.pdf.tags import Tag
from leaflet_app.pdf.written import said

PRINTED = 4
"""Annotation flag: the annotation is printed (ISO 32000-1 §12.5.3)."""


@dataclass(slots=True)
class Link:
    """A link over a box (left, bottom, right, top) to an address or a heading; `key` is its place in the ParentTree."""

    tag: Tag
    target: str | Destination
    said: str
    box: tuple[float, float, float, float]
    key: int = 0

    def source(self, document: PDFDocument) -> str:
        """Return the annotation's source (PDF/UA-1 7.18.5: with its words as Contents)."""
        edges = " ".join(f"{edge:.2f}" for edge in self.box)
        return (
            f"<</Type/Annot/Subtype/Link/Rect[{edges}]/Border[0 0 0]/F {PRINTED}"
            f"/Contents {said(self.said, document)}/StructParent {self.key}{self._leads(document)}>>"
        )

    def _leads(self, document: PDFDocument) -> str:
        if isinstance(self.target, Destination):
            return f"/Dest {self.target.format(document).decode()}"
        return f"/A<</S/URI/URI {said(self.target, document)}>>"
