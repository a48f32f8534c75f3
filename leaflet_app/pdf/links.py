"""Links on a page: where they lead, and how a reader that cannot see them hears them."""

from __future__ import annotations

from typing import NamedTuple

from leaflet_app.pdf.file.outline import Outline
from leaflet_app.pdf.file.written import string
from leaflet_app.pdf.tags import Tag

PRINTED = 4
"""Annotation flag: the annotation is printed (ISO 32000-1 §12.5.3)."""


class Link(NamedTuple):
    """A link over a box (left, bottom, right, top) to an address or a heading; `number` is its object's."""

    number: int
    tag: Tag
    target: str
    said: str
    box: tuple[float, float, float, float]

    def source(self, key: int, outline: Outline) -> str:
        """Return the annotation's source (PDF/UA-1 7.18.5: with its words as Contents); `key` leads to its tag."""
        edges = " ".join(f"{edge:.2f}" for edge in self.box)
        is_inside = self.target.startswith("#")
        leads = (
            f"/Dest{outline.destination(self.target[1:])}" if is_inside else f"/A<</S/URI/URI {string(self.target)}>>"
        )
        return (
            f"<</Type/Annot/Subtype/Link/Rect[{edges}]/Border[0 0 0]/F {PRINTED}"
            f"/Contents {string(self.said)}/StructParent {key}{leads}>>"
        )
