"""Write the structure tree, and the ParentTree that leads from a mark on the page back into it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from leaflet_app.pdf.canvas import TaggedCanvas
from leaflet_app.pdf.content import Annotated, Entry
from leaflet_app.pdf.tags import Tag
from leaflet_app.pdf.written import said


class Structure:
    """The structure tree of one document: every element gets the next free object number, then writes itself."""

    def __init__(self, canvas: TaggedCanvas) -> None:
        self._document, self._sides, self._links = canvas.document, canvas.sides, canvas.links
        self._content, self._drawn = canvas.content, canvas.content.drawn()
        self._numbers: dict[Tag, int] = {}

    def write(self, root: Tag) -> None:
        """Put the tree below `root` into the document; call when every side is painted."""
        document = self._document
        tree = document.reserve()
        self._number(root, tree + 1)
        parents = tree + 1 + len(self._numbers)
        document.reserve(parents - tree)
        document.write(tree, self._root(tree + 1, parents))
        document.plain += zip(self._numbers.values(), self._elements(root, tree), strict=True)
        document.write(parents, self._parent_tree())
        document.Catalog.StructTreeRoot = f"{tree} 0 R"

    def _number(self, tag: Tag, first: int) -> None:
        self._numbers[tag] = first + len(self._numbers)
        for kid in tag.kids:
            if kid in self._drawn:
                self._number(kid, first)
        for entry in self._content.entries.get(tag, ()):
            if isinstance(entry, Tag):
                self._number(entry, first)

    def _root(self, top: int, parents: int) -> str:
        next_key = len(self._sides) + len(self._links)
        return f"<</Type/StructTreeRoot/K {top} 0 R/ParentTree {parents} 0 R/ParentTreeNextKey {next_key}>>"

    def _elements(self, root: Tag, tree: int) -> Iterator[str]:
        """Yield the source of each element; the root belongs to the tree, and what has no parent to the root."""
        numbers, entries, tells_more = self._numbers, self._content.entries, self._content.tells_more
        for tag in numbers:
            parent = numbers[tag.parent] if tag.parent else tree if tag is root else tree + 1
            kids = [f"{numbers[kid]} 0 R" for kid in tag.kids if kid in numbers] if tag.kids else []
            page = self._add_content(entries[tag], kids) if tag in entries else ""
            speaks = tag.lang or tag.alt or tag.actual or tag.attributes or tells_more(tag)
            yield f"<</S/{tag.role}/P {parent} 0 R/K[{' '.join(kids)}]{page}{self._told(tag) if speaks else ''}>>"

    def _add_content(self, entries: Sequence[Entry], kids: list[str]) -> str:
        """Add a tag's content to its kids, and return the source of the page on which most of it stands."""
        sides, home = self._sides, 0
        for entry in entries:
            if isinstance(entry, Tag):
                kids.append(f"{self._numbers[entry]} 0 R")
                continue
            home = home or entry.side
            if isinstance(entry, Annotated):
                kids.append(f"<</Type/OBJR/Pg {sides[entry.side - 1].page} 0 R/Obj {entry.number} 0 R>>")
            elif entry.side == home:
                kids.append(str(entry.mcid))
            else:
                kids.append(f"<</Type/MCR/Pg {sides[entry.side - 1].page} 0 R/MCID {entry.mcid}>>")
        return f"/Pg {sides[home - 1].page} 0 R" if home else ""

    def _told(self, tag: Tag) -> str:
        """Return what an element says of itself."""
        texts = {"Alt": tag.alt, "ActualText": self._content.actual(tag), "Lang": tag.lang}
        told = "".join(f"/{name} {said(text)}" for name, text in texts.items() if text)
        attributes = self._content.attributes(tag)
        return f"{told}/A<<{attributes}>>" if attributes else told

    def _parent_tree(self) -> str:
        numbers = self._numbers
        sides = (
            f"{key}[{' '.join(f'{numbers[tag]} 0 R' for tag in side.marks)}]" for key, side in enumerate(self._sides)
        )
        links = (f"{key} {numbers[link.tag]} 0 R" for key, link in enumerate(self._links, len(self._sides)))
        return f"<</Nums[{' '.join((*sides, *links))}]>>"
