"""What stands on every page around the text: the practice's band above, the code and page number below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import inf
from typing import NamedTuple

from leaflet_app.domain.blocks import words
from leaflet_app.domain.leaflet import Leaflet
from leaflet_app.pdf.canvas import TaggedCanvas
from leaflet_app.pdf.colours import SOFT_INK
from leaflet_app.pdf.images import picture
from leaflet_app.pdf.page import MM, SMALLEST
from leaflet_app.pdf.styles import Style, Styles
from leaflet_app.pdf.tags import Tag
from leaflet_app.pdf.typeset import Inks, SetText, typeset

WHITE = "#FFFFFF"
LOGO_HEIGHT = 15 * MM
WIDEST_LOGO = 40 * MM
LOGO_GAP = 4 * MM
LINE_HEIGHT = 1.4
EDGES = 4.0
SIZES = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5)
"""How much smaller the words of the first band become where they are many."""


class Furniture:
    """The band is read once, on page 1; later bands and all footers are artifacts."""

    def __init__(self, leaflet: Leaflet, styles: Styles, inks: Inks, root: Tag) -> None:
        self._leaflet, self._paper, self._inks = leaflet, styles.paper, inks
        self._brand = leaflet.band.brand
        self._logo_tag = root.add("Figure", alt=self._brand.logo_alt or leaflet.band.name)
        self._name_tag, self._person_tag = root.add("P"), root.add("P")

    def draw(self, canvas: TaggedCanvas, edge: float, page: int, pages: int) -> None:
        """Paint the band and the footer of a page whose left edge is at `edge`."""
        paper = self._paper
        height = paper.first_band if page == 1 else paper.band
        with canvas.artifact("Pagination", "Header"):
            canvas.fill_rectangle((edge, paper.height - height, paper.width, height), self._brand.band)
            if page > 1:
                self._draw_name_again(canvas, edge)
        if page == 1:
            self._draw_first_band(canvas, edge)
        with canvas.artifact("Pagination", "Footer"):
            self._draw_footer(canvas, edge + paper.margin, self._leaflet.footer.format(page=page, pages=pages))

    def _draw_first_band(self, canvas: TaggedCanvas, edge: float) -> None:
        paper, band = self._paper, self._leaflet.band
        left = edge + paper.margin + self._draw_logo(canvas, edge + paper.margin)
        said = [(band.name, Style(paper.body_size * 18 / 14, is_bold=True, colour=WHITE, leading=LINE_HEIGHT))]
        if band.person:
            said.append((band.person, Style(paper.body_size, colour=WHITE, leading=LINE_HEIGHT)))
        fitting = self._fitting(said, edge + paper.margin + paper.text_width - left)
        first = fitting[0].style
        baseline = paper.height - paper.first_band / 2 + _depth(fitting) / 2 + first.line_height - first.size / 3
        for tag, line in zip((self._name_tag, self._person_tag), fitting, strict=False):
            with canvas.element(tag):
                _paint(canvas, line, left, baseline - line.style.line_height)
            baseline -= line.depth

    def _draw_name_again(self, canvas: TaggedCanvas, edge: float) -> None:
        paper = self._paper
        line = self._one_line(self._leaflet.band.name, Style(min(paper.body_size, 16), is_bold=True, colour=WHITE))
        _paint(canvas, line, edge + paper.margin, paper.height - paper.band / 2 - line.style.size / 3)

    def _draw_logo(self, canvas: TaggedCanvas, left: float) -> float:
        """Paint the logo and return the width it takes."""
        if not self._brand.logo:
            return 0.0
        logo = picture(self._brand.logo, LOGO_HEIGHT)
        width = min(LOGO_HEIGHT * logo.width / logo.height, WIDEST_LOGO)
        height = width * logo.height / logo.width
        bottom = self._paper.height - (self._paper.first_band + height) / 2
        self._logo_tag.bound(left, bottom, left + width, bottom + height)
        with canvas.element(self._logo_tag):
            canvas.show_picture("logo", logo, (left, bottom, width, height))
        return width + LOGO_GAP

    def _draw_footer(self, canvas: TaggedCanvas, left: float, said: str) -> None:
        line = self._one_line(said, Style(self._paper.body_size, colour=SOFT_INK))
        _paint(canvas, line, left, self._paper.footer_baseline)

    def _one_line(self, text: str, style: Style) -> _Said:
        """Set a text at the size at which it fits on one line, or the smallest that people can read."""
        wide = typeset((words(text),), style, self._inks, inf).width
        size = max(SMALLEST, min(style.size, style.size * self._paper.text_width / wide))
        smaller = replace(style, size=size)
        return _Said(smaller, typeset((words(text),), smaller, self._inks, inf))

    def _fitting(self, said: Sequence[tuple[str, Style]], room: float) -> list[_Said]:
        """Set the words of the first band in lines, as much smaller as the band asks for."""
        for part in SIZES:
            styles = [replace(style, size=max(SMALLEST, style.size * part)) for _, style in said]
            fitting = [
                _Said(style, typeset((words(text),), style, self._inks, room))
                for (text, _), style in zip(said, styles, strict=True)
            ]
            if _depth(fitting) + styles[0].size <= self._paper.first_band - EDGES:
                break
        return fitting


class _Said(NamedTuple):
    """Words of the band or the footer in their style."""

    style: Style
    words: SetText

    @property
    def depth(self) -> float:
        """Return the height of all lines."""
        return self.style.line_height * len(self.words.lines)


def _depth(said: Sequence[_Said]) -> float:
    """Return how far the last baseline lies below the first."""
    return sum(each.depth for each in said) - said[0].style.line_height


def _paint(canvas: TaggedCanvas, said: _Said, left: float, baseline: float) -> None:
    canvas.need(said.words.needs)
    code = " ".join(piece.code for piece in said.words.pieces(0, len(said.words.lines)))
    canvas.write((f"BT 1 0 0 1 {left:.2f} {baseline:.2f} Tm {said.style.line_height:.2f} TL {code} ET",))
