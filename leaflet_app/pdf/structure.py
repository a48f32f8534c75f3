"""Write the structure tree, and the ParentTree that leads from a mark on the page back into it."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument

from leaflet_app.pdf.canvas import TaggedCanvas
from leaflet_app.pdf.tags import Annotated, Mark, Tag
from leaflet_app.pdf.written import Object, said


class Structure:
    """The structure tree of one document: every element gets the next free object number, then writes itself."""

    def __init__(self, canvas: TaggedCanvas) -> None:
        self._links = canvas.links
        self._pages = [side.marks for side in canvas.sides]
        self._document: PDFDocument = canvas._doc  # noqa: SLF001  the document has no public name
        self._numbers: dict[Tag, int] = {}

    def write(self, root: Tag) -> list[Object]:
        """Put the tree below `root` into the catalog and return its objects; call when every page is finished."""
        document = self._document
        tree = document.objectcounter + 1
        self._number(root, tree + 1)
        parents = tree + 1 + len(self._numbers)
        document.objectcounter = parents
        for key, link in enumerate(self._links, len(self._pages)):
            link.key = key
        document.Catalog.StructTreeRoot = f"{tree} 0 R"
        document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        sources = [self._root(root, parents), *(self._element(tag, tree) for tag in self._numbers), self._parent_tree()]
        return [Object(number, source.encode("latin-1")) for number, source in enumerate(sources, tree)]

    def _number(self, tag: Tag, first: int) -> None:
        self._numbers[tag] = first + len(self._numbers)
        for kid in tag.kids:
            if isinstance(kid, Tag) and kid.is_drawn:
                self._number(kid, first)

    def _root(self, top: Tag, parents: int) -> str:
        next_key = len(self._pages) + len(self._links)
        top_number = self._numbers[top]
        return f"<</Type/StructTreeRoot/K {top_number} 0 R/ParentTree {parents} 0 R/ParentTreeNextKey {next_key}>>"

    def _element(self, tag: Tag, tree: int) -> str:
        parent = self._numbers[tag.parent] if tag.parent else tree
        home = next((kid.page for kid in tag.kids if not isinstance(kid, Tag)), 0)
        page = f"/Pg {self._page(home)}" if home else ""
        alt = f"/Alt {said(tag.alt, self._document)}" if tag.alt else ""
        lang = f"/Lang {said(tag.lang, self._document)}" if tag.lang else ""
        attributes = "".join(f"/{name} {value}" for name, value in tag.attributes.items())
        attributes = f"/A<<{attributes}>>" if attributes else ""
        kids = " ".join(self._kids(tag, home))
        return f"<</Type/StructElem/S/{tag.role}/P {parent} 0 R/K[{kids}]{page}{alt}{lang}{attributes}>>"

    def _kids(self, tag: Tag, home: int) -> Iterator[str]:
        for kid in tag.kids:
            match kid:
                case Mark(page=page, mcid=mcid):
                    yield str(mcid) if page == home else f"<</Type/MCR/Pg {self._page(page)}/MCID {mcid}>>"
                case Annotated(page=page, name=name):
                    yield f"<</Type/OBJR/Pg {self._page(page)}/Obj {self._object(name)}>>"
                case Tag(is_drawn=True):
                    yield f"{self._numbers[kid]} 0 R"

    def _parent_tree(self) -> str:
        numbers = self._numbers
        pages = (f"{key} [{' '.join(f'{numbers[tag]} 0 R' for tag in tags)}]" for key, tags in enumerate(self._pages))
        links = (f"{link.key} {numbers[link.tag]} 0 R" for link in self._links)
        return f"<</Nums[{' '.join((*pages, *links))}]>>"

    def _page(self, number: int) -> str:
        return self._object(f"Page{number}")

    def _object(self, name: str) -> str:
        number, version = self._document.idToObjectNumberAndVersion[name]
        return f"{number} {version} R"
