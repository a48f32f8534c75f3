"""A flowable that is painted into a slot."""

from __future__ import annotations

from collections.abc import Iterator

from leaflet_app.pdf.canvas import TaggedCanvas
from leaflet_app.pdf.flow import Flowable, PageNumbers


class Slotted:
    """Lies on the page as what it holds does, whole, and paints it into a content stream of its own."""

    def __init__(self, held: Flowable) -> None:
        self._held = held
        self.before, self.after, self.keeps_with_next = held.before, held.after, held.keeps_with_next
        self.height = self.least = held.height

    def anchors(self) -> Iterator[tuple[str, float]]:
        """Yield what it holds' anchors."""
        return self._held.anchors()

    def split(self, _room: float) -> None:
        """Stay whole: a slot is on one page."""
        return

    def draw(self, canvas: TaggedCanvas, left: float, top: float, pages: PageNumbers) -> None:
        """Paint it into a slot."""
        with canvas.slot():
            self._held.draw(canvas, left, top, pages)
