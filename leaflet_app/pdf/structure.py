"""Write the structure tree, and the ParentTree that leads from a mark on the page back into it."""

from __future__ import annotations

from leaflet_app.pdf.canvas import TaggedCanvas
from leaflet_app.pdf.tags import Annotated, Tag
from leaflet_app.pdf.written import said


class Structure:
    """The structure tree of one document: every element gets the next free object number, then writes itself."""

    def __init__(self, canvas: TaggedCanvas) -> None:
        self._document, self._sides, self._links = canvas.document, canvas.sides, canvas.links
        self._numbers: dict[Tag, int] = {}

    def write(self, root: Tag) -> None:
        """Put the tree below `root` into the document; call when every side is painted."""
        document = self._document
        tree = document.reserve()
        self._number(root, tree + 1)
        parents = tree + 1 + len(self._numbers)
        document.reserve(parents - tree)
        document.write(tree, self._root(root, parents))
        for tag, number in self._numbers.items():
            document.write(number, self._element(tag, tree))
        document.write(parents, self._parent_tree())
        document.Catalog.StructTreeRoot = f"{tree} 0 R"

    def _number(self, tag: Tag, first: int) -> None:
        self._numbers[tag] = first + len(self._numbers)
        for kid in tag.kids:
            if isinstance(kid, Tag) and kid.is_drawn:
                self._number(kid, first)

    def _root(self, top: Tag, parents: int) -> str:
        next_key = len(self._sides) + len(self._links)
        top_number = self._numbers[top]
        return f"<</Type/StructTreeRoot/K {top_number} 0 R/ParentTree {parents} 0 R/ParentTreeNextKey {next_key}>>"

    def _element(self, tag: Tag, tree: int) -> str:
        numbers, sides = self._numbers, self._sides
        parent = numbers[tag.parent] if tag.parent else tree
        home, kids = 0, []
        for kid in tag.kids:
            if isinstance(kid, Tag):
                if kid.is_drawn:
                    kids.append(f"{numbers[kid]} 0 R")
                continue
            home = home or kid.page
            if isinstance(kid, Annotated):
                kids.append(f"<</Type/OBJR/Pg {sides[kid.page - 1].page} 0 R/Obj {kid.number} 0 R>>")
            elif kid.page == home:
                kids.append(str(kid.mcid))
            else:
                kids.append(f"<</Type/MCR/Pg {sides[kid.page - 1].page} 0 R/MCID {kid.mcid}>>")
        page = f"/Pg {sides[home - 1].page} 0 R" if home else ""
        told = _properties(tag) if tag.attributes or tag.alt or tag.actual or tag.lang else ""
        return f"<</S/{tag.role}/P {parent} 0 R/K[{' '.join(kids)}]{page}{told}>>"

    def _parent_tree(self) -> str:
        numbers = self._numbers
        sides = (
            f"{key}[{' '.join(f'{numbers[tag]} 0 R' for tag in side.marks)}]" for key, side in enumerate(self._sides)
        )
        links = (f"{key} {numbers[link.tag]} 0 R" for key, link in enumerate(self._links, len(self._sides)))
        return f"<</Nums[{' '.join((*sides, *links))}]>>"


def _properties(tag: Tag) -> str:
    """Return what an element says of itself."""
    texts = {"Alt": tag.alt, "ActualText": tag.actual, "Lang": tag.lang}
    attributes = "".join(f"/{name} {value}" for name, value in tag.attributes.items())
    told = "".join(f"/{name} {said(text)}" for name, text in texts.items() if text)
    return f"{told}/A<<{attributes}>>" if attributes else told
