"""The canvas: everything painted is either in a tag or an artifact (PDF/UA-1 7.1)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFName, PDFObjectReference, PDFPage
from reportlab.pdfgen.canvas import Canvas

from leaflet_app.pdf.colours import rgb
from leaflet_app.pdf.fonts.embedding import EmbeddedFonts
from leaflet_app.pdf.images import Picture, add_to
from leaflet_app.pdf.links import Link
from leaflet_app.pdf.side import Side
from leaflet_app.pdf.slot import contents
from leaflet_app.pdf.tags import Annotated, Mark, Tag
from leaflet_app.pdf.written import Written

HAIRLINE = 0.5


class TaggedCanvas(Canvas):  # type: ignore[misc]
    """A ReportLab canvas that numbers marked content and remembers which tag each mark and link belongs to.

    Sides may be painted in any order; `finish` hands them to ReportLab as they lie in the file.
    """

    def __init__(self, sides: int, fonts: EmbeddedFonts, **settings: Any) -> None:  # noqa: ANN401  handed on
        super().__init__("", **settings)
        self._fonts = fonts
        self.links: list[Link] = []
        self.sides = [Side(number) for number in range(1, sides + 1)]
        self._side = self.sides[0]

    def turn_to(self, side: int) -> None:
        """Paint on a side from here on; sides count from 1."""
        self._side = self.sides[side - 1]

    def mark(self, tag: Tag) -> str:
        """Return the operator that opens a tag's next stretch of content on this side, numbered."""
        marks = self._side.marks
        tag.place(Mark(self._side.number, len(marks)))
        marks.append(tag)
        return f"/{tag.role} <</MCID {len(marks) - 1}>> BDC"

    def write(self, operators: Iterable[str]) -> None:
        """Append operators to the side."""
        self._side.code.extend(operators)

    @contextmanager
    def element(self, tag: Tag) -> Iterator[None]:
        """Make all that is painted inside the content of a tag."""
        self.write((self.mark(tag),))
        yield
        self.write(("EMC",))

    @contextmanager
    def artifact(self, kind: str = "Layout", subtype: str = "") -> Iterator[None]:
        """Make all that is painted inside decoration, or with Pagination a header or footer."""
        subtype = f" /Subtype /{subtype}" if subtype else ""
        self.write((f"/Artifact <</Type /{kind}{subtype}>> BDC",))
        yield
        self.write(("EMC",))

    @contextmanager
    def slot(self) -> Iterator[None]:
        """Give all that is painted inside a content stream of its own; a side has one slot at most."""
        start = len(self._side.code)
        yield
        self._side.slot = slice(start, len(self._side.code))

    def fill_rectangle(self, box: tuple[float, float, float, float], colour: str) -> None:
        """Paint a rectangle (left, bottom, width, height)."""
        left, bottom, width, height = box
        self.write((f"{rgb(colour)} rg {left:.2f} {bottom:.2f} {width:.2f} {height:.2f} re f",))

    def rule(self, left: float, y: float, width: float, colour: str) -> None:
        """Draw a hairline across."""
        self.write((f"{rgb(colour)} RG {HAIRLINE} w {left:.2f} {y:.2f} m {left + width:.2f} {y:.2f} l S",))

    def show_picture(self, name: str, picture: Picture, box: tuple[float, float, float, float]) -> None:
        """Paint a picture into a box (left, bottom, width, height)."""
        add_to(self._doc, name, picture)
        self._side.pictures.append(name)
        left, bottom, width, height = box
        place = f"q {width:.2f} 0 0 {height:.2f} {left:.2f} {bottom:.2f} cm"
        self.write((f"{place} /{self._doc.getXObjectName(name)} Do Q",))

    def need(self, texts: Iterable[tuple[str, str]]) -> None:
        """Embed what texts need, each told with its face; whoever writes operators that show text calls it."""
        self._fonts.need_texts(texts)

    def link(self, tag: Tag, target: str, said: str, box: tuple[float, float, float, float]) -> None:
        """Put a link over a box (left, bottom, right, top); `target` is an address or `#anchor`."""
        link = Link(tag, self._bookmarkReference(target[1:]) if target.startswith("#") else target, said, box)
        reference = self._doc.Reference(Written(partial(link.source, self._doc)))
        self.links.append(link)
        self._side.annotations.append(reference)
        tag.kids.append(Annotated(self._side.number, reference.name))

    def outline(self, anchor: str, title: str, level: int, top: float) -> None:
        """Make a heading a link's destination and a bookmark; `level` counts from 1."""
        destination = self._bookmarkReference(anchor)
        destination.fith(top)
        destination.setPage(PDFObjectReference(f"Page{self._side.number}"))
        self.addOutlineEntry(title, anchor, level - 1, closed=0)

    def finish(self) -> None:
        """Make a page of each side."""
        self._fonts.write(self._doc)
        for side in self.sides:
            self._annotationrefs, self._formsinuse = side.annotations, side.pictures
            self.showPage()

    def _setAnnotations(self, page: PDFPage) -> None:  # noqa: N802  ReportLab's name
        """Finish a page: ReportLab hands over the page object only here."""
        super()._setAnnotations(page)
        side = self.sides[self.getPageNumber() - 1]
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs = side.number - 1, PDFName("S")
        page.Contents = contents(side, self._doc)

    def _make_preamble(self) -> None:
        """Begin no page in Helvetica, as ReportLab does: it would have to be embedded."""
        self._preamble = ""
