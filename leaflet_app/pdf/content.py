"""What was drawn of the tags in one document: where their content stands, and what links lie on it."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import NamedTuple

from leaflet_app.pdf.tags import Tag


class Mark(NamedTuple):
    """Marked content: its side (from 1) and its number there."""

    side: int
    mcid: int


class Annotated(NamedTuple):
    """An annotation that belongs to a tag: its side and the number of its object."""

    side: int
    number: int


Entry = Mark | Annotated | Tag
"""A part of a tag's content, in reading order; a tag is an inline one."""


class Content:
    """The content of each tag that was drawn, and the boxes of figures."""

    def __init__(self) -> None:
        self.entries: dict[Tag, list[Entry]] = {}
        self._boxes: dict[Tag, str] = {}
        self._actual: dict[Tag, str] = {}

    def place(self, tag: Tag, entry: Entry) -> None:
        """Note a part of a tag's content."""
        entries = self.entries.get(tag)
        if entries is None:
            entries = self.entries[tag] = []
            if tag.is_inline and tag.parent:
                self.place(tag.parent, tag)
        entries.append(entry)

    def place_all(self, tags: Sequence[Tag], side: int, first: int) -> None:
        """Note the marks of some tags, one after the other on a side."""
        entries = self.entries
        for mcid, tag in enumerate(tags, first):
            if tag in entries:
                entries[tag].append(Mark(side, mcid))
            else:
                self.place(tag, Mark(side, mcid))

    def bound(self, tag: Tag, left: float, bottom: float, right: float, top: float) -> None:
        """Note the box of a figure (PDF/UA-1 7.3)."""
        self._boxes[tag] = f"/O/Layout/Placement/Block/BBox[{left:.2f} {bottom:.2f} {right:.2f} {top:.2f}]"

    def say(self, tag: Tag, text: str) -> None:
        """Note what a tag is read out as in this document only: words with a page number."""
        self._actual[tag] = text

    def actual(self, tag: Tag) -> str:
        """Return what a tag is read out as, where its glyphs do not tell."""
        return self._actual.get(tag, tag.actual)

    @property
    def telling(self) -> Set[Tag]:
        """Return the tags of which this document has a box, or words to be read out."""
        return self._boxes.keys() | self._actual.keys()

    def attributes(self, tag: Tag) -> str:
        """Return a tag's attributes as source."""
        return "".join(f"/{name}{value}" for name, value in tag.attributes.items()) + self._boxes.get(tag, "")

    def drawn(self) -> set[Tag]:
        """Return the tags of which anything was drawn, be it below them."""
        drawn: set[Tag] = set()
        for tag in self.entries:
            above: Tag | None = tag
            while above is not None and above not in drawn:
                drawn.add(above)
                above = above.parent
        return drawn
