"""An author's picture as one Figure, its caption below it on the same page."""

from __future__ import annotations

import hashlib

from leaflet_app.domain.blocks import Picture
from leaflet_app.domain.errors import PictureUnreadable
from leaflet_app.pdf.canvas import TaggedCanvas
from leaflet_app.pdf.direction import ReadingWidth
from leaflet_app.pdf.flow import PageNumbers
from leaflet_app.pdf.flowables.text import TextFlow
from leaflet_app.pdf.flowables.whole import Whole
from leaflet_app.pdf.images import photograph
from leaflet_app.pdf.paper import MM
from leaflet_app.pdf.tags import Tag

HIGHEST = 100 * MM
MOST_OF_PAGE = 0.55
"""How high a picture may be, and what part of the room of a page at most: its caption needs some too."""

LEAST_DOTS = 100 / 72
"""Dots in a point below which pixels begin to show: a small picture stays small."""

GAP = 4.0


class PhotographFlow(Whole):
    """The picture, as wide as the text where it has the pixels for it, and its caption."""

    before = 6.0
    after = 12.0

    def __init__(self, block: Picture, text: TextFlow | None, reading: ReadingWidth, room: float, tag: Tag) -> None:
        self._text, self._reading, self._tag = text, reading, tag
        highest = min(HIGHEST, room * MOST_OF_PAGE)
        try:
            self._picture = photograph(block.content, reading.width, highest)
        except PictureUnreadable as fault:
            raise PictureUnreadable(fault.why, block.alt) from fault
        wide, high = self._picture.width, self._picture.height
        scale = min(reading.width / wide, highest / high, 1 / LEAST_DOTS)
        self._width, self._height = wide * scale, high * scale
        self._name = f"p{hashlib.sha256(block.content).hexdigest()[:16]}x{wide}"

    @property
    def height(self) -> float:
        """Return the height of picture and caption."""
        return self._height + (GAP + self._text.height if self._text else 0.0)

    def draw(self, canvas: TaggedCanvas, left: float, top: float, pages: PageNumbers) -> None:
        """Paint the picture where reading starts, then the caption."""
        start, bottom = left + self._reading.start(self._width), top - self._height
        canvas.bound(self._tag, (start, bottom, start + self._width, top))
        with canvas.element(self._tag):
            canvas.show_picture(self._name, self._picture, (start, bottom, self._width, self._height))
        if self._text:
            self._text.draw(canvas, left, bottom - GAP, pages)
