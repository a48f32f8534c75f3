"""Write the structure tree, and the ParentTree that leads from a mark on the page back into it."""

from __future__ import annotations

from collections.abc import Sequence

from leaflet_app.pdf.canvas import TaggedCanvas
from leaflet_app.pdf.content import Annotated, Entry, Mark
from leaflet_app.pdf.file.written import string
from leaflet_app.pdf.tags import Tag


class Structure:
    """The structure tree of one document: every element gets the next free object number and writes itself."""

    def __init__(self, canvas: TaggedCanvas) -> None:
        self._document, self._sides, self._links = canvas.document, canvas.sides, canvas.links
        self._content, self._drawn = canvas.content, canvas.content.drawn()
        self._numbers: dict[Tag, int] = {}

    def write(self, root: Tag) -> None:
        """Put the tree below `root` into the document; call when every side is painted."""
        document = self._document
        tree = document.reserve()
        top = self._element(root, tree)
        parents = document.add(self._parent_tree())
        next_key = len(self._sides) + len(self._links)
        source = f"<</Type/StructTreeRoot/K {top} 0 R/ParentTree {parents}/ParentTreeNextKey {next_key}>>"
        document.write(tree, source)
        document.Catalog.StructTreeRoot = f"{tree} 0 R"

    def _element(self, tag: Tag, parent: int) -> int:
        """Write a tag and all that was drawn below it, and return its number."""
        number = self._numbers[tag] = self._document.reserve()
        entries = self._content.entries.get(tag, ())
        only = entries[0] if len(entries) == 1 and not tag.kids else None
        if isinstance(only, Mark):
            kids, page = str(only.mcid), f"/Pg {self._sides[only.side - 1].page} 0 R"
        else:
            below = [f"{self._element(kid, number)} 0 R" for kid in tag.kids if kid in self._drawn]
            page = self._add_content(entries, below, number)
            kids = f"[{' '.join(below)}]"
        speaks = tag.lang or tag.alt or tag.actual or tag.attributes or self._content.tells_more(tag)
        told = self._told(tag) if speaks else ""
        self._document.write(number, f"<</S/{tag.role}/P {parent} 0 R/K {kids}{page}{told}>>")
        return number

    def _add_content(self, entries: Sequence[Entry], kids: list[str], number: int) -> str:
        """Add a tag's content to its kids, and return the source of the page on which most of it stands."""
        sides, home = self._sides, 0
        for entry in entries:
            if isinstance(entry, Tag):
                kids.append(f"{self._element(entry, number)} 0 R")
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
