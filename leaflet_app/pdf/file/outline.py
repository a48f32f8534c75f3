"""The bookmarks, and where headings stand: what a reader jumps to (ISO 32000-1 §12.3)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from leaflet_app.pdf.file.document import Document
from leaflet_app.pdf.file.written import string

TOP = 0
"""The level above all bookmarks."""


class Bookmark(NamedTuple):
    """A heading: its words, its level from 1, and the source of its destination."""

    title: str
    level: int
    destination: str


class Outline:
    """The headings of a document in reading order."""

    def __init__(self) -> None:
        self._bookmarks: list[Bookmark] = []
        self._destinations: dict[str, str] = {}

    def add(self, anchor: str, title: str, level: int, page: int, top: float) -> None:
        """Note where a heading stands: its page's object, and its height there in points; one without title is none."""
        self._destinations[anchor] = f"[{page} 0 R/FitH {top:.2f}]"
        if title:
            self._bookmarks.append(Bookmark(title, level, self._destinations[anchor]))

    def destination(self, anchor: str) -> str:
        """Return the source of a heading's destination."""
        return self._destinations[anchor]

    def write(self, document: Document) -> None:
        """Put the bookmarks into the document; deeper ones hang below those before them."""
        first = document.reserve(len(self._bookmarks) + 1)
        parents = tuple(_parents(self._bookmarks))
        below = {at: [kid for kid, parent in enumerate(parents) if parent == at] for at in {-1, *parents}}
        document.write(first, f"<</Type/Outlines/Count {len(parents)}{_ends(below.get(-1, []), first)}>>")
        for at, (bookmark, parent) in enumerate(zip(self._bookmarks, parents, strict=True)):
            row = below[parent]
            place, number = row.index(at), first + 1
            before = f"/Prev {number + row[place - 1]} 0 R" if place else ""
            after = f"/Next {number + row[place + 1]} 0 R" if place + 1 < len(row) else ""
            kids = below.get(at, [])
            count = f"/Count {_count(kids, below)}{_ends(kids, first)}" if kids else ""
            title = f"/Title {string(bookmark.title)}/Dest{bookmark.destination}"
            document.write(number + at, f"<<{title}/Parent {number + parent} 0 R{before}{after}{count}>>")
        document.Catalog.Outlines = f"{first} 0 R"


def _parents(bookmarks: Sequence[Bookmark]) -> Iterator[int]:
    """Yield the place of each one's parent, -1 where it has none."""
    above: list[tuple[int, int]] = [(TOP, -1)]
    for at, bookmark in enumerate(bookmarks):
        while above[-1][0] >= bookmark.level:
            above.pop()
        yield above[-1][1]
        above.append((bookmark.level, at))


def _ends(row: Sequence[int], first: int) -> str:
    return f"/First {first + 1 + row[0]} 0 R/Last {first + 1 + row[-1]} 0 R" if row else ""


def _count(kids: Sequence[int], below: dict[int, list[int]]) -> int:
    return sum(1 + _count(below.get(kid, []), below) for kid in kids)
