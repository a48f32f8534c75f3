"""The paper: sizes, margins and the type that goes with each format. All lengths in points unless they say mm."""

from __future__ import annotations

from dataclasses import replace

from leaflet_app.domain.look import Format, Look
from leaflet_app.domain.value import value

MM = 72 / 25.4

SMALLEST = 12.0
SMALLEST_LARGE = 16.0
"""No text is smaller than this, in points, nor smaller than the second in large print (UKAAF G003)."""

CHARACTER_WIDTH = 0.419
LEGIBLE_CHARACTER_WIDTH = 0.444
"""The mean width of a character of the library's English in ems: Source Sans 3, Atkinson Hyperlegible Next."""

GUTTER = 24.0
"""What stays free between two languages side by side, in points."""

MOST_CHARACTERS = 80
FEWEST_BESIDE, FEWEST_BESIDE_CODE = 30, 45
"""Where a line would hold fewer characters, text stands below a picture, or above a code, and not beside it."""


@value
class Paper:
    """A format's sheet and body size, what stands around the text, and how wide a character of it is in ems.

    `columns` of text stand beside each other.
    """

    width: float
    height: float
    body_size: float
    is_large_print: bool = False
    least_margin: float = 20 * MM
    first_band: float = 24 * MM
    band: float = 10 * MM
    below_band: float = 9 * MM
    footer_room: float = 22 * MM
    footer_baseline: float = 11 * MM
    character_width: float = CHARACTER_WIDTH
    columns: int = 1

    @property
    def margin(self) -> float:
        """Return the margin: the least one, or more where a line would hold over 80 characters (WCAG 1.4.8)."""
        widest = self.columns * MOST_CHARACTERS * self.character_width * self.body_size + self._gutters
        return max(self.least_margin, (self.width - widest) / 2)

    @property
    def text_width(self) -> float:
        """Return the width of a line of text."""
        return self.width - 2 * self.margin

    @property
    def characters_a_line(self) -> float:
        """Return how many characters of running text a full line holds."""
        return (self.text_width - self._gutters) / self.columns / (self.character_width * self.body_size)

    @property
    def _gutters(self) -> float:
        return GUTTER * (self.columns - 1)

    @property
    def smallest(self) -> float:
        """Return the size below which no text goes."""
        return SMALLEST_LARGE if self.is_large_print else SMALLEST

    def holds_text(self, width: float) -> bool:
        """Tell whether lines of a width are long enough to stand beside a picture."""
        return width >= FEWEST_BESIDE * self.character_width * self.body_size

    def holds_contact(self, width: float) -> bool:
        """Tell whether lines of a width are long enough for contact details; large print stands in one column."""
        return not self.is_large_print and width >= FEWEST_BESIDE_CODE * self.character_width * self.body_size

    def text_top(self, page: int) -> float:
        """Return where text starts on a page, measured from the sheet's bottom."""
        return self.height - (self.first_band if page == 1 else self.band) - self.below_band

    def room(self, page: int) -> float:
        """Return the height that text may fill on a page."""
        return self.text_top(page) - self.footer_room


def _a5(width: float) -> Paper:
    """Return A5 in the body size of A4 (UKAAF G003 asks for 14 points whatever the paper), with all else smaller."""
    return Paper(
        width,
        210 * MM,
        14,
        least_margin=14 * MM,
        first_band=18 * MM,
        band=9 * MM,
        below_band=7 * MM,
        footer_room=17 * MM,
        footer_baseline=8 * MM,
    )


PAPERS = {
    Format.STANDARD: Paper(210 * MM, 297 * MM, 14),
    Format.LARGE: Paper(210 * MM, 297 * MM, 18, is_large_print=True),
    Format.LARGER: Paper(210 * MM, 297 * MM, 24, is_large_print=True),
    Format.A5: _a5(148 * MM),
    Format.BOOKLET: _a5(297 * MM / 2),
    Format.LETTER: Paper(8.5 * 72, 11 * 72, 14),
}


def paper_of(look: Look, *, is_for_two: bool = False) -> Paper:
    """Return the paper of a format for the letters of a theme.

    It lies on its side for two languages beside each other; half a sheet has no room for them, and stands.
    """
    paper = PAPERS[look.format]
    if is_for_two and look.format not in {Format.A5, Format.BOOKLET}:
        paper = replace(paper, width=paper.height, height=paper.width, columns=2)
    return replace(paper, character_width=LEGIBLE_CHARACTER_WIDTH) if look.theme.is_legible else paper
