"""Write the structure tree, and the ParentTree that leads from a mark on the page back into it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from leaflet_app.pdf.canvas import TaggedCanvas
from leaflet_app.pdf.content import Annotated, Content, Entry, Mark
from leaflet_app.pdf.file.written import string
from leaflet_app.pdf.tags import Tag

MOST_KEPT = 500
"""Blocks of the story whose elements are kept as they were written last."""

Place = tuple[int, int, Sequence[str]]
"""The number that an element gets, that of its parent, and how the sides are referred to."""


class Written(NamedTuple):
    """A tag and all below it as they were written, with everything that this came from."""

    place: Place
    tags: tuple[Tag, ...]
    entries: list[list[Entry] | None]
    numbers: dict[Tag, int]
    objects: list[tuple[int, str]]


class KeptElements:
    """Keeps what was written of the tags of the last documents."""

    def __init__(self) -> None:
        self._written: dict[Tag, Written] = {}

    def find(self, tag: Tag, place: Place, content: Content) -> Written | None:
        """Return what was written of a tag, if its place and all that was drawn below it are the same."""
        kept = self._written.get(tag)
        is_same = kept and kept.place == place and [*map(content.entries.get, kept.tags)] == kept.entries
        return kept if is_same else None

    def keep(self, tag: Tag, written: Written) -> None:
        """Keep what was written of a tag, for as long as it is one of the last."""
        self._written.pop(tag, None)
        self._written[tag] = written
        if len(self._written) > MOST_KEPT:
            del self._written[next(iter(self._written))]

    def forget(self) -> None:
        """Keep nothing."""
        self._written.clear()


kept_elements = KeptElements()
"""The elements kept by this process."""


class Structure:
    """The structure tree of one document: every element gets the next free object number and writes itself."""

    def __init__(self, canvas: TaggedCanvas) -> None:
        self._document, self._sides, self._links = canvas.document, canvas.sides, canvas.links
        self._content, self._entries, self._drawn = canvas.content, canvas.content.entries, canvas.content.drawn()
        self._telling = canvas.content.telling
        self._on_page = [f"/Pg {side.page} 0 R" for side in canvas.sides]
        self._numbers: dict[Tag, int] = {}

    def write(self, root: Tag) -> None:
        """Put the tree below `root` into the document; call when every side is painted."""
        document = self._document
        tree = document.reserve()
        top = self._numbers[root] = document.reserve()
        kids = " ".join([f"{self._block(kid, top)} 0 R" for kid in root.kids if kid in self._drawn])
        document.write(top, f"<</S/{root.role}/P {tree} 0 R/K [{kids}]>>")
        parents = document.add(self._parent_tree())
        next_key = len(self._sides) + len(self._links)
        source = f"<</Type/StructTreeRoot/K {top} 0 R/ParentTree {parents}/ParentTreeNextKey {next_key}>>"
        document.write(tree, source)
        document.Catalog.StructTreeRoot = f"{tree} 0 R"

    def _block(self, tag: Tag, parent: int) -> int:
        """Write a tag of the story and all below it, as in a document before where nothing of it is different."""
        document = self._document
        place = (document.next_number, parent, self._on_page)
        written = kept_elements.find(tag, place, self._content)
        if written is None:
            written = self._written_anew(tag, place)
        else:
            document.reserve(len(written.objects))
            document.plain += written.objects
            self._numbers |= written.numbers
        if self._telling.isdisjoint(written.tags):
            kept_elements.keep(tag, written)
        return written.numbers[tag]

    def _written_anew(self, tag: Tag, place: Place) -> Written:
        """Write a tag and all below it, and return what was written."""
        objects, numbered = len(self._document.plain), len(self._numbers)
        self._element(tag, place[1])
        numbers = dict(islice(self._numbers.items(), numbered, None))
        tags = tuple(dict.fromkeys((*_with_kids(tag), *numbers)))
        return Written(place, tags, [*map(self._entries.get, tags)], numbers, self._document.plain[objects:])

    def _element(self, tag: Tag, parent: int) -> int:
        """Write a tag and all that was drawn below it, and return its number."""
        number = self._numbers[tag] = self._document.reserve()
        entries = self._entries.get(tag, ())
        only = entries[0] if len(entries) == 1 and not tag.kids else None
        if isinstance(only, Mark):
            kids, page = str(only.mcid), self._on_page[only.side - 1]
        else:
            below = [f"{self._element(kid, number)} 0 R" for kid in tag.kids if kid in self._drawn]
            page = self._add_content(entries, below, number)
            kids = f"[{' '.join(below)}]"
        told = self._told(tag) if tag.tells or tag in self._telling else ""
        self._document.write(number, f"<</S/{tag.role}/P {parent} 0 R/K {kids}{page}{told}>>")
        return number

    def _add_content(self, entries: Sequence[Entry], kids: list[str], number: int) -> str:
        """Add a tag's content to its kids, and return the source of the page on which most of it stands."""
        home = 0
        for entry in entries:
            if isinstance(entry, Tag):
                kids.append(f"{self._element(entry, number)} 0 R")
                continue
            home = home or entry.side
            if isinstance(entry, Annotated):
                kids.append(f"<</Type/OBJR{self._on_page[entry.side - 1]}/Obj {entry.number} 0 R>>")
            elif entry.side == home:
                kids.append(str(entry.mcid))
            else:
                kids.append(f"<</Type/MCR{self._on_page[entry.side - 1]}/MCID {entry.mcid}>>")
        return self._on_page[home - 1] if home else ""

    def _told(self, tag: Tag) -> str:
        """Return what an element says of itself."""
        texts = {"Alt": tag.alt, "ActualText": self._content.actual(tag), "Lang": tag.lang}
        told = "".join(f"/{name} {string(text)}" for name, text in texts.items() if text)
        attributes = self._content.attributes(tag)
        return f"{told}/A<<{attributes}>>" if attributes else told

    def _parent_tree(self) -> str:
        """Return the tree from marks and links to elements: a row for each side, an entry for each link."""
        numbers = self._numbers
        sides = (
            f"{key}[{' '.join([f'{numbers[tag]} 0 R' for tag in side.marks])}]" for key, side in enumerate(self._sides)
        )
        links = (f"{key} {numbers[link.tag]} 0 R" for key, link in enumerate(self._links, len(self._sides)))
        return f"<</Nums[{' '.join((*sides, *links))}]>>"


def _with_kids(tag: Tag) -> Iterator[Tag]:
    """Yield a tag and all kids below it, drawn or not."""
    yield tag
    for kid in tag.kids:
        yield from _with_kids(kid)
