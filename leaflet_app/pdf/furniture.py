"""What stands on every page around the text: the practice's band above, the code and page number below."""

from __future__ import annotations

from leaflet_app.domain.leaflet import Leaflet
from leaflet_app.pdf.canvas import TaggedCanvas, rgb
from leaflet_app.pdf.fonts import BOLD, REGULAR, face, width_of
from leaflet_app.pdf.images import picture
from leaflet_app.pdf.page import MM, Paper
from leaflet_app.pdf.styles import SMALLEST, SOFT_INK, Styles
from leaflet_app.pdf.tags import Tag

WHITE = "#FFFFFF"
LOGO_HEIGHT = 15 * MM
LOGO_GAP = 4 * MM


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
                name_size = min(paper.body_size, 16)
                _show(
                    canvas, self._leaflet.band.name, (paper.margin, _middle(paper, height, name_size)), BOLD, name_size
                )
        if page == 1:
            self._draw_first_band(canvas)
        with canvas.artifact("Pagination", "Footer"):
            self._draw_footer(canvas, page, pages)

    def _draw_first_band(self, canvas: TaggedCanvas) -> None:
        paper, band = self._paper, self._leaflet.band
        left = paper.margin + self._draw_logo(canvas)
        middle = paper.height - paper.first_band / 2
        name_size, person_size = paper.body_size * 18 / 14, paper.body_size
        name_y = middle - name_size / 3 + (person_size * 0.7 if band.person else 0)
        with canvas.element(self._name_tag):
            _show(canvas, band.name, (left, name_y), BOLD, name_size)
        if band.person:
            with canvas.element(self._person_tag):
                _show(canvas, band.person, (left, name_y - person_size * 1.4), REGULAR, person_size)

    def _draw_logo(self, canvas: TaggedCanvas) -> float:
        """Paint the logo and return the width it takes."""
        if not self._brand.logo:
            return 0.0
        logo = picture(self._brand.logo, LOGO_HEIGHT)
        width = LOGO_HEIGHT * logo.width / logo.height
        left, bottom = self._paper.margin, self._paper.height - (self._paper.first_band + LOGO_HEIGHT) / 2
        self._logo_tag.bound(left, bottom, left + width, bottom + LOGO_HEIGHT)
        with canvas.element(self._logo_tag):
            canvas.show_picture("logo", logo, (left, bottom, width, LOGO_HEIGHT))
        return width + LOGO_GAP

    def _draw_footer(self, canvas: TaggedCanvas, page: int, pages: int) -> None:
        paper = self._paper
        said = self._leaflet.footer.format(page=page, pages=pages)
        wide = width_of(said, REGULAR)
        size = max(SMALLEST, min(paper.body_size, paper.text_width / wide))
        _show(canvas, said, (paper.margin, paper.footer_baseline), REGULAR, size, SOFT_INK)


def _middle(paper: Paper, band: float, size: float) -> float:
    return paper.height - band / 2 - size / 3


def _show(
    canvas: TaggedCanvas, text: str, at: tuple[float, float], face_name: str, size: float, colour: str = WHITE
) -> None:
    canvas.write(("BT", f"1 0 0 1 {at[0]:.2f} {at[1]:.2f} Tm {rgb(colour)} rg"))
    canvas.write(f"{font} {shown}" for font, shown in canvas.show(text, face(face_name), size))
    canvas.write(("ET",))
