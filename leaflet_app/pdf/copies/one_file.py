"""One file of many copies, for a print shop: what all copies share stands in it once."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Sequence
from typing import BinaryIO, NamedTuple

from leaflet_app.domain.errors import TooManyCopies
from leaflet_app.pdf.copies.master import PLACE, SlotMaster
from leaflet_app.pdf.copies.shared_layout import SharedLayout
from leaflet_app.pdf.file.cross_reference import (
    ENTRY_BYTES,
    HEAD,
    NO_OBJECT,
    PACKED,
    PLAIN,
    entry,
    file_end,
    index_of,
    object_stream,
)
from leaflet_app.pdf.slot import HEAD as SLOT_HEAD

MOST_COPIES = 5_000
MOST_OBJECTS = 8_388_607
"""In one file (PDF/A-2 6.1.13)."""

KEPT_FREE = MOST_COPIES + 1_000
"""Numbers for the bookmarks, and for what is written with a copy and last."""

CATALOG, PAGES, STRUCTURE, DOCUMENT, PARENT_TREE, OUTLINES, FIRST_FREE = range(1, 8)
"""The numbers of the objects that hold everything together; they are written last."""


class BoundCopy(NamedTuple):
    """A copy by the numbers of what it hangs by, how many pages it has, and the label to find it by."""

    label: str
    pages: int
    node: int
    page: int
    top: int
    tree: int


class BoundFile:
    """Writes copies one behind the other; `close` ties them together."""

    def __init__(self, file: BinaryIO, master: SlotMaster) -> None:
        self._file, self._master = file, master
        self._digest = hashlib.sha256()
        self._at, self._next, self._next_key = 0, FIRST_FREE, 0
        self._entries = bytearray(FIRST_FREE * ENTRY_BYTES)
        self._copies: list[BoundCopy] = []
        self._write(HEAD)
        self._layout = self._bound(master.copy(PLACE))

    def add(self, line: str, label: str) -> None:
        """Add the copy with this line, to be found by its label. Raises MissingGlyph, LeafletTooLong, TooManyCopies."""
        content = self._master.content(line)
        layout = self._layout if content else self._bound(self._master.fresh(line))
        if len(self._copies) == MOST_COPIES or self._next + len(layout.templates) > MOST_OBJECTS - KEPT_FREE:
            raise TooManyCopies(len(self._copies))
        first, key = self._next, self._next_key
        sources = [each.filled(first, key) for each in layout.templates]
        self._pack(sources, *([b"%b%b\nendstream" % (SLOT_HEAD, content)] if content else []))
        self._next_key += layout.keys
        hangs_by = (first + place for place in (layout.node, layout.page, layout.top, layout.tree))
        self._copies.append(BoundCopy(label, layout.pages, *hangs_by))

    def close(self) -> None:
        """Write what holds the copies together, and where everything stands."""
        copies = self._copies
        bookmarks = self._next
        self._pack(list(self._bookmarks(bookmarks)))
        nodes, tops, trees = (
            b" ".join(b"%d 0 R" % number for number in numbers)
            for numbers in zip(*((copy.node, copy.top, copy.tree) for copy in copies), strict=True)
        )
        tied = {
            CATALOG: b"<</Type/Catalog/Pages %d 0 R/StructTreeRoot %d 0 R/Outlines %d 0 R%b>>"
            % (PAGES, STRUCTURE, OUTLINES, self._layout.catalog()),
            PAGES: b"<</Type/Pages/Kids[%b]/Count %d>>" % (nodes, sum(copy.pages for copy in copies)),
            STRUCTURE: b"<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d>>"
            % (DOCUMENT, PARENT_TREE, self._next_key),
            DOCUMENT: b"<</Type/StructElem/S/Document/P %d 0 R/K[%b]>>" % (STRUCTURE, tops),
            PARENT_TREE: b"<</Kids[%b]>>" % trees,
            OUTLINES: b"<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>"
            % (bookmarks, bookmarks + len(copies) - 1, len(copies)),
        }
        for number, source in tied.items():
            self._plain(number, source)
        self._index()

    def _bound(self, pdf: bytes) -> SharedLayout:
        """Take a copy apart and write what its like may share."""
        layout = SharedLayout(pdf, self._next, DOCUMENT, PAGES)
        for number, source in layout.shared_objects():
            self._plain(number, source)
        return layout

    def _bookmarks(self, first: int) -> Iterable[bytes]:
        last = len(self._copies) - 1
        for place, copy in enumerate(self._copies):
            before = b"/Prev %d 0 R" % (first + place - 1) if place else b""
            after = b"/Next %d 0 R" % (first + place + 1) if place < last else b""
            leads = b"/Dest[%d 0 R/Fit]" % copy.page
            yield b"<</Title(%b)/Parent %d 0 R%b%b%b>>" % (copy.label.encode("ascii"), OUTLINES, leads, before, after)

    def _pack(self, sources: Sequence[bytes], *streams: bytes) -> None:
        """Write objects into an object stream, behind the streams that cannot be in one."""
        first = self._next
        holder = first + len(sources) + len(streams)
        self._entries += b"".join(_entry(PACKED, holder, place) for place in range(len(sources)))
        for number, source in enumerate((*streams, _held_in_stream(sources, first)), first + len(sources)):
            self._next = number
            self._plain(number, source)

    def _plain(self, number: int, source: bytes) -> None:
        """Write an object of its own; its number is the next one, or one of those that hold everything together."""
        self._entries[number * ENTRY_BYTES : (number + 1) * ENTRY_BYTES] = _entry(PLAIN, self._at)
        self._next = max(self._next, number + 1)
        self._write(b"%d 0 obj\n%b\nendobj\n" % (number, source))

    def _index(self) -> None:
        """Write the cross-reference stream."""
        self._entries[:ENTRY_BYTES] = NO_OBJECT.to_bytes(ENTRY_BYTES, "big")
        self._entries += _entry(PLAIN, self._at)
        known = f"/Root {CATALOG} 0 R/Info {self._layout.info} 0 R"
        self._write(file_end(bytes(self._entries), self._at, known, self._digest.hexdigest()))

    def _write(self, content: bytes) -> None:
        self._file.write(content)
        self._digest.update(content)
        self._at += len(content)


def _held_in_stream(sources: Sequence[bytes], first: int) -> bytes:
    """Return an object stream of objects with consecutive numbers."""
    index = index_of(range(first, first + len(sources)), map(len, sources))
    return object_stream(len(sources), index, zlib.compress(b"\n".join((index.encode(), *sources))))


def _entry(kind: int, where: int, place: int = 0) -> bytes:
    return entry(kind, where, place).to_bytes(ENTRY_BYTES, "big")
