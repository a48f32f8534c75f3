"""The paper: sizes, margins and the type that goes with each format. All lengths in points unless they say mm."""

from __future__ import annotations

from dataclasses import dataclass

from leaflet_app.domain.look import Format

MM = 72 / 25.4

SMALLEST = 12.0
"""No text is smaller than this, in points (UKAAF G003)."""

CHARACTER_WIDTH = 0.418
"""The mean width of a character of the library's English in Source Sans 3 Regular, in ems."""

MOST_CHARACTERS = 80
LEAST_MARGIN = 20 * MM


@dataclass(frozen=True, slots=True)
class Paper:
    """A format's sheet and body size."""

    width: float
    height: float
    body_size: float
    is_large_print: bool = False

    first_band = 24 * MM
    band = 10 * MM
    below_band = 9 * MM
    footer_room = 22 * MM
    footer_baseline = 11 * MM

    @property
    def margin(self) -> float:
        """Return the margin: 20 mm, or more where a line would hold over 80 characters (WCAG 1.4.8)."""
        widest = MOST_CHARACTERS * CHARACTER_WIDTH * self.body_size
        return max(LEAST_MARGIN, (self.width - widest) / 2)

    @property
    def text_width(self) -> float:
        """Return the width of a line of text."""
        return self.width - 2 * self.margin

    @property
    def characters_a_line(self) -> float:
        """Return how many characters of running text a full line holds."""
        return self.text_width / (CHARACTER_WIDTH * self.body_size)

    def text_top(self, page: int) -> float:
        """Return where text starts on a page, measured from the sheet's bottom."""
        return self.height - (self.first_band if page == 1 else self.band) - self.below_band

    def room(self, page: int) -> float:
        """Return the height that text may fill on a page."""
        return self.text_top(page) - self.footer_room


PAPERS = {
    Format.STANDARD: Paper(210 * MM, 297 * MM, 14),
    Format.LARGE: Paper(210 * MM, 297 * MM, 18, is_large_print=True),
    Format.LARGER: Paper(210 * MM, 297 * MM, 24, is_large_print=True),
    Format.A5: Paper(148 * MM, 210 * MM, 14),
    Format.BOOKLET: Paper(148 * MM, 210 * MM, 14),
    Format.LETTER: Paper(8.5 * 72, 11 * 72, 14),
}
