"""Flowables that belong together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from leaflet_app.pdf.canvas import TaggedCanvas
from leaflet_app.pdf.flow import Flowable, PageNumbers, fill, least_height, stack

HIGHEST = 2000.0
"""Higher than any sheet, in points. What is higher will be parted, so nobody asks how high exactly."""


class Group:
    """A stack that stays on one page where `is_kept`, else is parted like loose flowables."""

    keeps_with_next = False
    before = 6.0
    after = 10.0
    padding = 0.0
    head = 0.0
    """Room above what is inside, below the padding."""

    def __init__(self, inside: Sequence[Flowable], *, is_kept: bool) -> None:
        self._inside, self._is_kept = tuple(inside), is_kept
        self._placed, self._inner = stack(self._inside, HIGHEST)

    @property
    def height(self) -> float:
        """Return the height with its padding."""
        return self._inner + self._around

    @property
    def least(self) -> float:
        """Return the height of what may not be parted."""
        return self.height if self._is_kept else least_height(self._inside) + self._around

    def anchors(self) -> Iterator[tuple[str, float]]:
        """Yield the headings inside."""
        for flowable, offset in self._placed:
            for anchor, below in flowable.anchors():
                yield anchor, self.padding + self.head + offset + below

    def split(self, room: float) -> tuple[Group, Group] | None:
        """Part the stack so that its first part fills the room; a kept one is parted only where no page holds it."""
        placed, rest = fill(self._inside, room - self._around)
        if self._is_kept or not rest:
            return None
        return self._part([each.flowable for each in placed], is_rest=False), self._part(rest, is_rest=True)

    def draw(self, canvas: TaggedCanvas, left: float, top: float, pages: PageNumbers) -> None:
        """Paint what is inside."""
        for flowable, offset in self._placed:
            flowable.draw(canvas, left + self.padding, top - self.padding - self.head - offset, pages)

    @property
    def _around(self) -> float:
        return self.head + 2 * self.padding

    def _part(self, inside: Sequence[Flowable], *, is_rest: bool) -> Group:
        """Return the first part, or with `is_rest` the second."""
        return Group(inside, is_kept=False)
