"""Write the structure tree, and the ParentTree that leads from a mark on the page back into it."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFObjectReference

from leaflet_app.pdf.canvas import TaggedCanvas
from leaflet_app.pdf.tags import Annotated, Mark, Tag
from leaflet_app.pdf.written import Say, Written, said


class Structure:
    """The structure tree of one document."""

    def __init__(self, canvas: TaggedCanvas) -> None:
        self._links = canvas.links
        self._pages = canvas.page_marks[:-1]  # the last page is the one that never began
        self._document: PDFDocument = canvas._doc  # noqa: SLF001  the document has no public name
        self._references: dict[Tag, PDFObjectReference] = {}

    def write(self, root: Tag) -> None:
        """Put the tree below `root` into the catalog."""
        self._refer(root)
        tree = self._document.Reference(Written(lambda say: self._root(root, say)))
        for tag in self._references:
            self._write_element(tag, tree)
        self._parents = self._document.Reference(Written(self._parent_tree))
        for key, link in enumerate(self._links, len(self._pages)):
            link.key = key
        self._document.Catalog.StructTreeRoot = tree
        self._document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})

    def _refer(self, tag: Tag) -> None:
        """Give the tag and everything drawn below it an object."""
        self._references[tag] = PDFObjectReference(f"Tag{len(self._references)}")
        for kid in tag.kids:
            if isinstance(kid, Tag) and kid.is_drawn:
                self._refer(kid)

    def _write_element(self, tag: Tag, tree: PDFObjectReference) -> None:
        parent = tree if tag.parent is None else self._references[tag.parent]
        self._document.Reference(Written(lambda say: self._element(tag, parent, say)), self._references[tag].name)

    def _root(self, top: Tag, say: Say) -> str:
        next_key = len(self._pages) + len(self._links)
        kids, parents = say(self._references[top]), say(self._parents)
        return f"<</Type/StructTreeRoot/K {kids}/ParentTree {parents}/ParentTreeNextKey {next_key}>>"

    def _element(self, tag: Tag, parent: PDFObjectReference, say: Say) -> str:
        home = next((kid.page for kid in tag.kids if not isinstance(kid, Tag)), 0)
        kids = " ".join(self._kids(tag, home, say))
        page = f"/Pg {say(_page(home))}" if home else ""
        alt = f"/Alt {said(tag.alt, self._document)}" if tag.alt else ""
        attributes = "".join(f"/{name} {value}" for name, value in tag.attributes.items())
        attributes = f"/A<<{attributes}>>" if attributes else ""
        return f"<</Type/StructElem/S/{tag.role}/P {say(parent)}/K[{kids}]{page}{alt}{attributes}>>"

    def _kids(self, tag: Tag, home: int, say: Say) -> Iterator[str]:
        for kid in tag.kids:
            match kid:
                case Tag():
                    if kid in self._references:
                        yield say(self._references[kid])
                case Mark(page=page, mcid=mcid):
                    yield str(mcid) if page == home else f"<</Type/MCR/Pg {say(_page(page))}/MCID {mcid}>>"
                case Annotated(page=page, reference=annotation):
                    yield f"<</Type/OBJR/Pg {say(_page(page))}/Obj {say(annotation)}>>"

    def _parent_tree(self, say: Say) -> str:
        pages = (
            f"{key} [{' '.join(say(self._references[tag]) for tag in tags)}]" for key, tags in enumerate(self._pages)
        )
        links = (f"{link.key} {say(self._references[link.tag])}" for link in self._links)
        return f"<</Nums[{' '.join((*pages, *links))}]>>"


def _page(number: int) -> PDFObjectReference:
    return PDFObjectReference(f"Page{number}")
