"""What stands on every page around the text: its ground, the practice's band above, code and page number below."""

from __future__ import annotations

from collections.abc import Hashable
from functools import lru_cache

from leaflet_app.domain.languages import is_right_to_left
from leaflet_app.domain.leaflet import Leaflet
from leaflet_app.pdf.canvas import TaggedCanvas
from leaflet_app.pdf.colours import WHITE
from leaflet_app.pdf.direction import ReadingWidth
from leaflet_app.pdf.flow import NEARLY
from leaflet_app.pdf.flowables.abreast import two_columns
from leaflet_app.pdf.pages.bands import LOGO_GAP, Bands, Logo
from leaflet_app.pdf.said import said, said_smaller
from leaflet_app.pdf.styles import Style, Styles
from leaflet_app.pdf.tags import Tag
from leaflet_app.pdf.text.setting import Inks


class Furniture:
    """The band is read once, on page 1; later bands, all footers and the words of empty pages are artifacts."""

    def __init__(self, leaflet: Leaflet, bands: Bands, styles: Styles, inks: Inks, root: Tag) -> None:
        self._leaflet, self._bands, self._styles, self._inks = leaflet, bands, styles, inks
        self._paper, self._brand = styles.paper, leaflet.band.brand
        tags = band_tags(self._brand.logo_alt or leaflet.band.name, *(words.actual for words in bands.first))
        self._logo_tag, *self._word_tags = tags
        root.kids += tags

    @property
    def shows(self) -> Hashable:
        """Return all that pages show around their text, whatever leaflet they are of."""
        leaflet = self._leaflet
        return (leaflet.band, leaflet.footer, leaflet.beside, leaflet.left_blank, self._styles, self._inks)

    def draw(self, canvas: TaggedCanvas, edge: float, page: int, pages: int) -> None:
        """Paint the ground, the band and the footer of a page whose left edge is at `edge`."""
        paper = self._paper
        height = paper.first_band if page == 1 else paper.band
        if self._styles.shades.ground != WHITE:
            with canvas.artifact():
                canvas.fill_rectangle((edge, 0, paper.width, paper.height), self._styles.shades.ground)
        with canvas.artifact("Pagination", "Header"):
            canvas.fill_rectangle((edge, paper.height - height, paper.width, height), self._brand.band)
            if page > 1:
                self._draw_name_again(canvas, edge)
        if page == 1:
            self._draw_first_band(canvas, edge)
        with canvas.artifact("Pagination", "Footer"):
            self._draw_footer(canvas, page, pages, edge)

    def draw_blank(self, canvas: TaggedCanvas, edge: float) -> None:
        """Say on an empty page that it is meant to be empty."""
        paper = self._paper
        wide = said(self._leaflet.left_blank, self._quiet, self._inks, paper.text_width).words.width
        words = said(self._leaflet.left_blank, self._quiet, self._inks, wide + NEARLY)
        middle = edge + (paper.width - words.words.width) / 2
        with canvas.artifact("Pagination"):
            words.paint(canvas, middle, paper.height / 2)

    @property
    def _reading(self) -> ReadingWidth:
        return ReadingWidth(self._paper.text_width, is_right_to_left(self._inks.lang))

    @property
    def _quiet(self) -> Style:
        return Style(self._paper.body_size, colour=self._styles.shades.soft_ink)

    def _draw_first_band(self, canvas: TaggedCanvas, edge: float) -> None:
        paper, first = self._paper, self._bands.first
        before = self._draw_logo(canvas, self._bands.logo, edge) if self._bands.logo else 0.0
        start = edge + paper.margin + self._reading.start(paper.text_width - before, before)
        top = paper.height - paper.first_band / 2 + sum(words.depth for words in first) / 2
        for tag, words in zip(self._word_tags, first, strict=True):
            with canvas.element(tag):
                words.paint(canvas, start, top - words.words.drop)
            top -= words.depth

    def _draw_name_again(self, canvas: TaggedCanvas, edge: float) -> None:
        paper, again = self._paper, self._bands.later
        top = paper.height - (paper.band - again.depth) / 2
        again.paint(canvas, edge + paper.margin, top - again.words.drop)

    def _draw_logo(self, canvas: TaggedCanvas, logo: Logo, edge: float) -> float:
        """Paint the logo and return the width it takes."""
        start = edge + self._paper.margin + self._reading.start(logo.width)
        bottom = self._paper.height - (self._paper.first_band + logo.height) / 2
        canvas.bound(self._logo_tag, (start, bottom, start + logo.width, bottom + logo.height))
        with canvas.element(self._logo_tag):
            canvas.show_picture("logo", logo.picture, (start, bottom, logo.width, logo.height))
        return logo.width + LOGO_GAP

    def _draw_footer(self, canvas: TaggedCanvas, page: int, pages: int, edge: float) -> None:
        paper, beside = self._paper, self._leaflet.beside
        columns = two_columns(paper.text_width)
        feet = [(self._leaflet.footer, self._inks, 0.0, paper.text_width)]
        if beside:
            other = self._inks._replace(lang=beside.lang)
            feet = [(beside.footer, other, columns.lefts[0], columns.width)]
            feet.append((self._leaflet.footer, self._inks, columns.lefts[1], columns.width))
        for template, inks, left, width in feet:
            text = template.format(page=page, pages=pages)
            words = said_smaller(text, self._quiet, inks, width, paper.smallest)
            baseline = paper.footer_baseline + words.depth - words.words.line_height
            words.paint(canvas, edge + paper.margin + left, baseline)


@lru_cache(maxsize=16)
def band_tags(alt: str, *actual: str) -> tuple[Tag, ...]:
    """Return the tags of the first band: its logo, and each line of words, read out as it is written or as told."""
    return (Tag("Figure", alt=alt), *(Tag("P", actual=each) for each in actual))
