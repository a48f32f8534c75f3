"""Which pages are drawn, and how fine: what is seen, and what will be seen next."""

from __future__ import annotations

from collections.abc import Iterator
from math import sqrt

from leaflet_app.gui.preview.layout import Layout

MOST_PIXELS = 12_000_000
"""A page is drawn no finer than this (48 MB); beyond, its picture is stretched."""


def pages_to_draw(
    layout: Layout, top: int, height: int, pixel_ratio: float, *, with_next: bool
) -> Iterator[tuple[int, int]]:
    """Name the pages in a view, each with the width of its picture; then those on either side, for scrolling."""
    top = min(top, max(layout.height - height, 0))
    seen = layout.pages_between(top, top + height)
    for page in seen:
        yield page, _picture_width(layout, page, pixel_ratio)
    for page in (seen.start - 1, seen.stop) if with_next else ():
        if 0 <= page < len(layout.sizes) and _is_light(layout, page, pixel_ratio):
            yield page, _picture_width(layout, page, pixel_ratio)


def _picture_width(layout: Layout, page: int, pixel_ratio: float) -> int:
    width, height = (side * pixel_ratio for side in layout.page_size(page))
    return max(round(width * min(sqrt(MOST_PIXELS / (width * height)), 1)), 1)


def _is_light(layout: Layout, page: int, pixel_ratio: float) -> bool:
    """Tell whether a picture takes so little memory that it may be drawn before its page is in view."""
    width, height = layout.page_size(page)
    return width * height * pixel_ratio**2 * 4 <= MOST_PIXELS
