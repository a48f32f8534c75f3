"""Where pages come to stand in the file: each on a side of its own, or two of a booklet side by side."""

from __future__ import annotations

from typing import NamedTuple

from leaflet_app.domain.look import Format
from leaflet_app.pdf.pages.booklet import sides
from leaflet_app.pdf.paper import Paper


class Spot(NamedTuple):
    """A page's side, counted from 1, and how far from its left edge the page starts."""

    side: int
    left: float


class Sheets(NamedTuple):
    """The size of all sides, and the spot of each page in reading order."""

    size: tuple[float, float]
    spots: tuple[Spot, ...]

    @property
    def sides(self) -> int:
        """Return how many sides there are."""
        return max(spot.side for spot in self.spots)


def laid_out(pages: int, paper: Paper, page_format: Format, *, is_right_to_left: bool) -> Sheets:
    """Lay pages on the sides of sheets."""
    if page_format is not Format.BOOKLET:
        return Sheets((paper.width, paper.height), tuple(Spot(number, 0.0) for number in range(1, pages + 1)))
    spots = {
        page: Spot(side, left)
        for side, pair in enumerate(sides(pages, is_right_to_left=is_right_to_left), 1)
        for page, left in zip(pair, (0.0, paper.width), strict=True)
    }
    return Sheets((2 * paper.width, paper.height), tuple(spots[number] for number in range(1, pages + 1)))
