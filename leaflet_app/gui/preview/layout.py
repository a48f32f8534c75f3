"""Where pages stand under each other. Sheets are measured in points, places on the screen in pixels."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from leaflet_app.domain.value import value
from leaflet_app.gui.preview.zoom import MOST, Fit, Zoom

PIXELS_PER_POINT = 96 / 72
POINTS_PER_MM = 72 / 25.4
GAP = 12
LEAST_SCALE = 0.1

Size = tuple[float, float]


@value
class Spot:
    """A height on a page: its number from 0, and points below its top edge."""

    page: int = 0
    points: float = -72.0


@value
class Layout:
    """Pages under each other, all to one scale."""

    sizes: tuple[Size, ...]
    scale: float
    tops: tuple[int, ...]

    @property
    def percent(self) -> float:
        """Return the scale as a share of the paper's own size."""
        return 100 * self.scale / PIXELS_PER_POINT

    @property
    def width(self) -> int:
        """Return the room that the widest page needs."""
        return max((self.page_size(page)[0] for page in range(len(self.sizes))), default=0) + 2 * GAP

    @property
    def height(self) -> int:
        """Return the room that all pages need."""
        if not self.sizes:
            return 0
        return self.tops[-1] + self.page_size(len(self.sizes) - 1)[1] + GAP

    def page_size(self, page: int) -> tuple[int, int]:
        """Return width and height of a page."""
        width, height = self.sizes[page]
        return round(width * self.scale), round(height * self.scale)

    def page_at(self, y: float) -> int:
        """Return the page at a height; gaps belong to the page below."""
        return min(max(bisect_right(self.tops, y + GAP) - 1, 0), len(self.sizes) - 1)

    def pages_between(self, top: float, bottom: float) -> range:
        """Return the pages that reach into a stretch."""
        if not self.sizes:
            return range(0)
        first = self.page_at(top - GAP)
        return range(first, max(self.page_at(bottom - GAP - 1), first) + 1)

    def spot_at(self, y: float) -> Spot:
        """Return what stands at a height."""
        page = self.page_at(y)
        return Spot(page, (y - self.tops[page]) / self.scale)

    def height_of(self, spot: Spot) -> int:
        """Return where a spot stands, or where the last page does when there are fewer pages now."""
        if not self.sizes:
            return 0
        page = min(spot.page, len(self.sizes) - 1)
        return max(round(self.tops[page] + spot.points * self.scale), 0)


def lay_out(sizes: tuple[Size, ...], zoom: Zoom, room: tuple[int, int]) -> Layout:
    """Stand pages under each other at a zoom, in a view of this many pixels."""
    scale = _scale(sizes, zoom, room)
    heights = (round(height * scale) + GAP for _, height in sizes)
    tops = tuple(accumulate(heights, initial=GAP))[: len(sizes)]
    return Layout(sizes, scale, tops)


def _scale(sizes: tuple[Size, ...], zoom: Zoom, room: tuple[int, int]) -> float:
    if zoom.fit is None or not sizes:
        return zoom.percent / 100 * PIXELS_PER_POINT
    fitting = (room[0] - 2 * GAP) / max(width for width, _ in sizes)
    if zoom.fit is Fit.PAGE:
        fitting = min(fitting, (room[1] - 2 * GAP) / max(height for _, height in sizes))
    return min(max(fitting, LEAST_SCALE), MOST / 100 * PIXELS_PER_POINT)
