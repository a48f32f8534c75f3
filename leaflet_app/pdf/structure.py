"""Write the structure tree, and the ParentTree that leads from a mark on the page back into it."""

from __future__ import annotations

from collections.abc import Iterator

from leaflet_app.pdf.canvas import TaggedCanvas
from leaflet_app.pdf.tags import Annotated, Mark, Tag
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
        parent = self._numbers[tag.parent] if tag.parent else tree
        home = next((kid.page for kid in tag.kids if not isinstance(kid, Tag)), 0)
        page = f"/Pg {self._page(home)}" if home else ""
        return f"<</S/{tag.role}/P {parent} 0 R/K[{' '.join(self._kids(tag, home))}]{page}{_properties(tag)}>>"

    def _kids(self, tag: Tag, home: int) -> Iterator[str]:
        for kid in tag.kids:
            if isinstance(kid, Mark):
                yield str(kid.mcid) if kid.page == home else f"<</Type/MCR/Pg {self._page(kid.page)}/MCID {kid.mcid}>>"
            elif isinstance(kid, Annotated):
                yield f"<</Type/OBJR/Pg {self._page(kid.page)}/Obj {kid.number} 0 R>>"
            elif kid.is_drawn:
                yield f"{self._numbers[kid]} 0 R"

    def _parent_tree(self) -> str:
        numbers = self._numbers
        sides = (
            f"{key}[{' '.join(f'{numbers[tag]} 0 R' for tag in side.marks)}]" for key, side in enumerate(self._sides)
        )
        links = (f"{key} {numbers[link.tag]} 0 R" for key, link in enumerate(self._links, len(self._sides)))
        return f"<</Nums[{' '.join((*sides, *links))}]>>"

    def _page(self, number: int) -> str:
        return f"{self._sides[number - 1].page} 0 R"


def _properties(tag: Tag) -> str:
    """Return what an element says of itself; most say nothing."""
    if not (tag.attributes or tag.alt or tag.actual or tag.lang):
        return ""
    texts = {"Alt": tag.alt, "ActualText": tag.actual, "Lang": tag.lang}
    attributes = "".join(f"/{name} {value}" for name, value in tag.attributes.items())
    told = "".join(f"/{name} {said(text)}" for name, text in texts.items() if text)
    return f"{told}/A<<{attributes}>>" if attributes else told
