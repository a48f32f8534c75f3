"""One side of a sheet while it is painted."""

from __future__ import annotations

from dataclasses import dataclass, field

from leaflet_app.pdf.tags import Tag


@dataclass(slots=True)
class Side:
    """What was painted on a side, the tag of each mark on it, and the objects of its page and its links.

    `slot` is the part of the code that is to have a content stream of its own.
    """

    number: int
    page: int
    code: list[str] = field(default_factory=list)
    marks: list[Tag] = field(default_factory=list)
    links: list[int] = field(default_factory=list)
    slot: slice | None = None
