"""One side of a sheet while it is painted."""

from __future__ import annotations

from dataclasses import dataclass, field

from reportlab.pdfbase.pdfdoc import PDFObjectReference

from leaflet_app.pdf.tags import Tag


@dataclass(slots=True)
class Side:
    """What was painted on a side, the tag of each mark on it, and its links and pictures.

    `slot` is the part of the code that is to have a content stream of its own.
    """

    number: int
    code: list[str] = field(default_factory=list)
    marks: list[Tag] = field(default_factory=list)
    annotations: list[PDFObjectReference] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    slot: slice | None = None
