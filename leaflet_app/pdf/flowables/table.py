"""The table of facts: rows under a caption, which stands again where they run over a page."""

from __future__ import annotations

from collections.abc import Sequence

from leaflet_app.pdf.canvas import TaggedCanvas
from leaflet_app.pdf.flow import Flowable, PageNumbers
from leaflet_app.pdf.flowables.group import Group
from leaflet_app.pdf.said import Said


class TableFlow(Group):
    """A caption and rows. A later part repeats the caption as decoration: it is tagged, and read, once.

    It is parted only where `waste` or more would stay empty above it if it were not.
    """

    def __init__(self, inside: Sequence[Flowable], caption: Said, waste: float, *, is_rest: bool = False) -> None:
        super().__init__(inside, is_kept=False)
        self._caption, self._waste = caption, waste
        self.head = caption.depth + caption.style.after if is_rest else 0.0

    @property
    def least(self) -> float:
        """Return the height of what may not be parted."""
        return min(self.height, max(super().least, self._waste))

    def draw(self, canvas: TaggedCanvas, left: float, top: float, pages: PageNumbers) -> None:
        """Paint the caption again above the rows of a later part."""
        if self.head:
            with canvas.artifact("Pagination"):
                self._caption.paint(canvas, left, top - self._caption.words.drop)
        super().draw(canvas, left, top, pages)

    def _part(self, inside: Sequence[Flowable], *, is_rest: bool) -> TableFlow:
        return TableFlow(inside, self._caption, self._waste, is_rest=is_rest or bool(self.head))
