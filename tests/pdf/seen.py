"""What a person sees on paper: every object that is painted, and where."""

from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple

import pypdfium2
from pypdfium2.raw import FPDF_PAGEOBJ_TEXT

from leaflet_app.domain.look import Format, Look
from leaflet_app.pdf.paper import Paper, paper_of


class Seen(NamedTuple):
    """A painted object in points from its page's left and bottom edge; a booklet's side holds two pages."""

    page: int
    is_text: bool
    left: float
    bottom: float
    right: float
    top: float

    def is_across(self, paper: Paper) -> bool:
        """Tell whether it goes from edge to edge, as bands and grounds do."""
        return self.right - self.left > paper.width - 1

    @property
    def middle(self) -> float:
        return (self.bottom + self.top) / 2


def seen(pdf: bytes, look: Look) -> Iterator[Seen]:
    """Yield all that is painted, side by side and in the order of painting."""
    paper = paper_of(look)
    halves = 2 if look.format is Format.BOOKLET else 1
    for side, page in enumerate(pypdfium2.PdfDocument(BytesIO(pdf))):
        for each in page.get_objects():
            left, bottom, right, top = each.get_bounds()
            half = int(left >= paper.width - 1) if halves == 2 else 0
            edge = half * paper.width
            number = halves * side + half + 1
            yield Seen(number, each.type == FPDF_PAGEOBJ_TEXT, left - edge, bottom, right - edge, top)
