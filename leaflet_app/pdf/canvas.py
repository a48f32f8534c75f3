"""The canvas: everything painted is either in a tag or an artifact (PDF/UA-1 7.1)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache, partial
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfdoc import PDFName, PDFPage
from reportlab.pdfgen.canvas import Canvas

from leaflet_app.pdf.codes import Codes, FurtherSubset
from leaflet_app.pdf.fonts import Face
from leaflet_app.pdf.images import Picture, add_to
from leaflet_app.pdf.links import Link
from leaflet_app.pdf.tags import Annotated, Mark, Tag
from leaflet_app.pdf.written import Written

HAIRLINE = 0.5


class TaggedCanvas(Canvas):  # type: ignore[misc]
    """A ReportLab canvas that numbers marked content and remembers which tag each mark and link belongs to."""

    def __init__(self, file: object, **settings: Any) -> None:  # noqa: ANN401  handed on to ReportLab
        self.page_marks: list[list[Tag]] = [[]]
        self.links: list[Link] = []
        self._codes: dict[str, Codes] = {}
        super().__init__(file, **settings)

    def mark(self, tag: Tag) -> str:
        """Return the operator that opens a tag's next stretch of content on this page, numbered."""
        marks = self.page_marks[-1]
        tag.place(Mark(self.getPageNumber(), len(marks)))
        marks.append(tag)
        return f"/{tag.role} <</MCID {len(marks) - 1}>> BDC"

    def write(self, operators: Iterable[str]) -> None:
        """Append operators to the page."""
        self._code.extend(operators)

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

    def fill_rectangle(self, box: tuple[float, float, float, float], colour: str) -> None:
        """Paint a rectangle (left, bottom, width, height)."""
        left, bottom, width, height = box
        self.write((f"{rgb(colour)} rg {left:.2f} {bottom:.2f} {width:.2f} {height:.2f} re f",))

    def rule(self, left: float, y: float, width: float, colour: str) -> None:
        """Draw a hairline across."""
        self.write((f"{rgb(colour)} RG {HAIRLINE} w {left:.2f} {y:.2f} m {left + width:.2f} {y:.2f} l S",))

    def show_picture(self, name: str, shown: Picture, box: tuple[float, float, float, float]) -> None:
        """Paint a picture into a box (left, bottom, width, height)."""
        add_to(self._doc, name, shown)
        self._formsinuse.append(name)
        left, bottom, width, height = box
        place = f"q {width:.2f} 0 0 {height:.2f} {left:.2f} {bottom:.2f} cm"
        self.write((f"{place} /{self._doc.getXObjectName(name)} Do Q",))

    def link(self, tag: Tag, target: str, said: str, box: tuple[float, float, float, float]) -> None:
        """Put a link over a box (left, bottom, right, top); `target` is an address or `#anchor`."""
        link = Link(tag, self._bookmarkReference(target[1:]) if target.startswith("#") else target, said, box)
        self._addAnnotation(Written(partial(link.source, self._doc)))
        self.links.append(link)
        tag.kids.append(Annotated(self.getPageNumber(), self._annotationrefs[-1].name))

    def outline(self, anchor: str, title: str, level: int, top: float) -> None:
        """Make a heading a link's destination and a bookmark; `level` counts from 1."""
        self.bookmarkHorizontalAbsolute(anchor, top)
        self.addOutlineEntry(title, anchor, level - 1, closed=0)

    def show(self, text: str, face: Face, size: float) -> list[tuple[str, str]]:
        """Return the operators that show a text: a font, and what it shows; more pairs where one font is not enough."""
        codes = self._codes.get(face.name) or self._codes.setdefault(face.name, Codes(face, self._doc))
        try:
            return [(f"{codes.font_name} {size:g} Tf", f"({text.translate(codes)}) Tj")]
        except FurtherSubset:
            return [(f"{name} {size:g} Tf", f"({shown}) Tj") for name, shown in codes.in_subsets(text)]

    def _setAnnotations(self, page: PDFPage) -> None:  # noqa: N802  ReportLab's name
        """Finish a page: ReportLab hands over the page object only here."""
        super()._setAnnotations(page)
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs = len(self.page_marks) - 1, PDFName("S")
        self.page_marks.append([])


@cache
def rgb(colour: str) -> str:
    """Return #RRGGBB as the three numbers of a colour operator."""
    return " ".join(f"{part:.4g}" for part in HexColor(colour).rgb())
