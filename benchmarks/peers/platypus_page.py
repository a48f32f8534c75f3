"""The page of plain Platypus: band, logo, and a footer that knows how many pages there are."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable
from reportlab.platypus.doctemplate import BaseDocTemplate, NextPageTemplate, PageTemplate
from reportlab.platypus.frames import Frame

from benchmarks.peers.design import styles_of
from leaflet_app.domain.leaflet import Leaflet
from leaflet_app.pdf.colours import SOFT_INK
from leaflet_app.pdf.paper import MM, Paper

WHITE = HexColor("#FFFFFF")
Paint = Callable[[Canvas], None]


def built(file: BytesIO, leaflet: Leaflet, flowables: list[Flowable], regular: str, bold: str) -> None:
    """Build the document into a file."""
    paper, band = styles_of(leaflet).paper, HexColor(leaflet.band.brand.band)

    def first(canvas: Canvas, _: object) -> None:
        _bar(canvas, paper, paper.first_band, band)
        logo = ImageReader(BytesIO(leaflet.band.brand.logo)) if leaflet.band.brand.logo else None
        left, bottom = paper.margin, paper.height - (paper.first_band + 15 * MM) / 2
        if logo:
            wide, high = logo.getSize()
            canvas.drawImage(logo, left, bottom, 15 * MM * wide / high, 15 * MM, mask="auto")
            left += 15 * MM * wide / high + 4 * MM
        canvas.setFont(bold, 18)
        canvas.drawString(left, paper.height - paper.first_band / 2 - 6, leaflet.band.name)
        canvas.setFont(regular, 14)
        canvas.drawString(left, paper.height - paper.first_band / 2 - 22, leaflet.band.person)

    def later(canvas: Canvas, _: object) -> None:
        _bar(canvas, paper, paper.band, band)
        canvas.setFont(bold, 14)
        canvas.drawString(paper.margin, paper.height - paper.band / 2 - 5, leaflet.band.name)

    document = BaseDocTemplate(file, pagesize=(paper.width, paper.height), title=leaflet.title, lang=leaflet.lang)
    document.addPageTemplates(
        [PageTemplate("first", _frame(paper, 1), onPage=first), PageTemplate("later", _frame(paper, 2), onPage=later)]
    )
    document.build([NextPageTemplate("later"), *flowables], canvasmaker=_counting(leaflet, paper, regular))


def _frame(paper: Paper, page: int) -> list[Frame]:
    edges = {"leftPadding": 0, "rightPadding": 0, "topPadding": 0, "bottomPadding": 0}
    return [Frame(paper.margin, paper.footer_room, paper.text_width, paper.room(page), **edges)]


def _bar(canvas: Canvas, paper: Paper, height: float, colour: HexColor) -> None:
    canvas.setFillColor(colour)
    canvas.rect(0, paper.height - height, paper.width, height, stroke=0, fill=1)
    canvas.setFillColor(WHITE)


def _counting(leaflet: Leaflet, paper: Paper, regular: str) -> type[Canvas]:
    class Counting(Canvas):  # type: ignore[misc]  # ReportLab has no types
        """Keeps each page until the last one is known: the usual recipe for "page x of y"."""

        def __init__(self, *arguments: Any, **settings: Any) -> None:  # noqa: ANN401  handed on to ReportLab
            settings["initialFontName"] = regular
            super().__init__(*arguments, **settings)
            self._kept: list[dict[str, object]] = []

        def showPage(self) -> None:  # noqa: N802  ReportLab's name
            self._kept.append(dict(self.__dict__))
            self._startPage()

        def save(self) -> None:
            for number, page in enumerate(self._kept, 1):
                self.__dict__.update(page)
                self.setFont(regular, 14)
                self.setFillColor(HexColor(SOFT_INK))
                said = leaflet.footer.format(page=number, pages=len(self._kept))
                self.drawString(paper.margin, paper.footer_baseline, said)
                super().showPage()
            super().save()

    return Counting
