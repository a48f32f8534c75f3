"""Write the structure tree, and the ParentTree that leads from a mark on the page back into it."""

from __future__ import annotations

from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObject, PDFObjectReference, PDFString

from leaflet_app.pdf.canvas import TaggedCanvas
from leaflet_app.pdf.tags import Annotated, Mark, Tag


class Indirect(PDFObject):  # type: ignore[misc]
    """A dictionary or array that is written as an object of its own."""

    __RefOnly__ = 1

    def __init__(self) -> None:
        self.content: PDFDictionary | PDFArray = PDFDictionary({})

    def format(self, document: object) -> bytes:
        """Write the content."""
        written: bytes = self.content.format(document)
        return written


class Structure:
    """The structure tree of one document."""

    def __init__(self, canvas: TaggedCanvas) -> None:
        self._canvas = canvas
        self._document = canvas._doc  # noqa: SLF001  the document has no public name
        self._references: dict[Tag, PDFObjectReference] = {}

    def write(self, root: Tag) -> None:
        """Put the tree below `root` into the catalog."""
        tree = Indirect()
        tree_reference = self._document.Reference(tree)
        top = self._element(root, tree_reference)
        tree.content = PDFDictionary(
            {
                "Type": PDFName("StructTreeRoot"),
                "K": top,
                "ParentTree": self._parent_tree(),
                "ParentTreeNextKey": len(self._pages) + len(self._canvas.annotations),
            }
        )
        self._document.Catalog.StructTreeRoot = tree_reference
        self._document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})

    @property
    def _pages(self) -> list[list[Tag]]:
        return self._canvas.page_marks[:-1]

    def _element(self, tag: Tag, parent: PDFObjectReference) -> PDFObjectReference:
        element = Indirect()
        reference = self._references[tag] = self._document.Reference(element)
        home = next((kid.page for kid in tag.kids if not isinstance(kid, Tag)), None)
        kids = [self._kid(kid, home, reference) for kid in tag.kids if not isinstance(kid, Tag) or kid.is_drawn]
        fields: dict[str, object] = {
            "Type": PDFName("StructElem"),
            "S": PDFName(tag.role),
            "P": parent,
            "K": kids[0] if len(kids) == 1 else PDFArray(kids),
        }
        if home is not None:
            fields["Pg"] = _page(home)
        if tag.alt:
            fields["Alt"] = PDFString(tag.alt)
        if tag.attributes:
            fields["A"] = PDFDictionary(dict(tag.attributes))
        element.content = PDFDictionary(fields)
        return reference

    def _kid(self, kid: Tag | Mark | Annotated, home: int | None, parent: PDFObjectReference) -> Any:  # noqa: ANN401
        match kid:
            case Tag():
                return self._element(kid, parent)
            case Mark(page=page, mcid=mcid):
                if page == home:
                    return mcid
                return PDFDictionary({"Type": PDFName("MCR"), "Pg": _page(page), "MCID": mcid})
            case Annotated(page=page, reference=annotation):
                return PDFDictionary({"Type": PDFName("OBJR"), "Pg": _page(page), "Obj": annotation})

    def _parent_tree(self) -> PDFObjectReference:
        numbers: list[object] = []
        for page, tags in enumerate(self._pages):
            marks = Indirect()
            marks.content = PDFArray([self._references[tag] for tag in tags])
            numbers += (page, self._document.Reference(marks))
        for key, (tag, annotation) in enumerate(self._canvas.annotations, len(self._pages)):
            annotation["StructParent"] = key
            numbers += (key, self._references[tag])
        tree = Indirect()
        tree.content = PDFDictionary({"Nums": PDFArray(numbers)})
        return self._document.Reference(tree)


def _page(number: int) -> PDFObjectReference:
    return PDFObjectReference(f"Page{number}")
