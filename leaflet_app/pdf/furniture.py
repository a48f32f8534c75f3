"""What stands on every page around the text: the practice's band above, the code and page number below."""

from __future__ import annotations

from collections.abc import Sequence

from leaflet_app.domain.leaflet import Leaflet
from leaflet_app.pdf.canvas import TaggedCanvas, rgb
from leaflet_app.pdf.colours import SOFT_INK
from leaflet_app.pdf.fonts import BOLD, REGULAR, face, width_of
from leaflet_app.pdf.images import picture
from leaflet_app.pdf.lines import Line, Span, break_lines
from leaflet_app.pdf.page import MM, SMALLEST, Paper
from leaflet_app.pdf.styles import Styles
from leaflet_app.pdf.tags import Tag

WHITE = "#FFFFFF"
LOGO_HEIGHT = 15 * MM
WIDEST_LOGO = 40 * MM
LOGO_GAP = 4 * MM
LINE_HEIGHT = 1.4
EDGES = 4.0
SIZES = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5)
"""How much smaller the words of the first band become where they are many."""

Broken = tuple[Span, tuple[Line, ...]]
"""Words of the band and the lines they fill."""


class Furniture:
    """The band is read once, on page 1; later bands and all footers are artifacts."""

    def __init__(self, leaflet: Leaflet, styles: Styles, root: Tag) -> None:
        self._leaflet, self._paper = leaflet, styles.paper
        self._brand = leaflet.band.brand
        self._logo_tag = root.add("Figure", alt=self._brand.logo_alt or leaflet.band.name)
        self._name_tag, self._person_tag = root.add("P"), root.add("P")

    def draw(self, canvas: TaggedCanvas, page: int, pages: int) -> None:
        """Paint the band and the footer of a page."""
        paper = self._paper
        height = paper.first_band if page == 1 else paper.band
        with canvas.artifact("Pagination", "Header"):
            canvas.fill_rectangle((0, paper.height - height, paper.width, height), self._brand.band)
            if page > 1:
                self._draw_name_again(canvas)
        if page == 1:
            self._draw_first_band(canvas)
        with canvas.artifact("Pagination", "Footer"):
            self._draw_footer(canvas, page, pages)

    def _draw_first_band(self, canvas: TaggedCanvas) -> None:
        paper, band = self._paper, self._leaflet.band
        left = paper.margin + self._draw_logo(canvas)
        name = Span(band.name, BOLD, paper.body_size * 18 / 14)
        person = Span(band.person, REGULAR, paper.body_size)
        words = _fitting([name, person] if band.person else [name], paper.margin + paper.text_width - left, paper)
        first = words[0][0].size
        baseline = paper.height - paper.first_band / 2 + _depth(words) / 2 + first * (LINE_HEIGHT - 1 / 3)
        for tag, (span, lines) in zip((self._name_tag, self._person_tag), words, strict=False):
            with canvas.element(tag):
                for line in lines:
                    baseline -= span.size * LINE_HEIGHT
                    _show(canvas, line[0].text, (left, baseline), span.face, span.size)

    def _draw_name_again(self, canvas: TaggedCanvas) -> None:
        paper, name = self._paper, self._leaflet.band.name
        size = _fitting_size(name, BOLD, min(paper.body_size, 16), paper)
        _show(canvas, name, (paper.margin, paper.height - paper.band / 2 - size / 3), BOLD, size)

    def _draw_logo(self, canvas: TaggedCanvas) -> float:
        """Paint the logo and return the width it takes."""
        if not self._brand.logo:
            return 0.0
        logo = picture(self._brand.logo, LOGO_HEIGHT)
        width = min(LOGO_HEIGHT * logo.width / logo.height, WIDEST_LOGO)
        height = width * logo.height / logo.width
        left, bottom = self._paper.margin, self._paper.height - (self._paper.first_band + height) / 2
        self._logo_tag.bound(left, bottom, left + width, bottom + height)
        with canvas.element(self._logo_tag):
            canvas.show_picture("logo", logo, (left, bottom, width, height))
        return width + LOGO_GAP

    def _draw_footer(self, canvas: TaggedCanvas, page: int, pages: int) -> None:
        paper = self._paper
        said = self._leaflet.footer.format(page=page, pages=pages)
        size = _fitting_size(said, REGULAR, paper.body_size, paper)
        _show(canvas, said, (paper.margin, paper.footer_baseline), REGULAR, size, SOFT_INK)


def _fitting(spans: Sequence[Span], room: float, paper: Paper) -> list[Broken]:
    """Break the words of the first band into lines, as much smaller as the band asks for."""
    for part in SIZES:
        smaller = [span._replace(size=max(SMALLEST, span.size * part)) for span in spans]
        words = [(span, break_lines((span,), room)) for span in smaller]
        if _depth(words) + smaller[0].size <= paper.first_band - EDGES:
            break
    return words


def _depth(words: Sequence[Broken]) -> float:
    """Return how far the last baseline lies below the first."""
    heights = [span.size * LINE_HEIGHT for span, lines in words for _ in lines]
    return sum(heights[1:])


def _fitting_size(text: str, face_name: str, size: float, paper: Paper) -> float:
    """Return the size at which a text fits on one line, or the smallest that people can read."""
    return max(SMALLEST, min(size, paper.text_width / width_of(text, face_name)))


def _show(
    canvas: TaggedCanvas, text: str, at: tuple[float, float], face_name: str, size: float, colour: str = WHITE
) -> None:
    canvas.write(("BT", f"1 0 0 1 {at[0]:.2f} {at[1]:.2f} Tm {rgb(colour)} rg"))
    canvas.write(f"{font} {shown}" for font, shown in canvas.show(text, face(face_name), size))
    canvas.write(("ET",))
