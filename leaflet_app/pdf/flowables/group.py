"""Flowables that belong together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import copy
from typing import Self

from leaflet_app.pdf.canvas import TaggedCanvas
from leaflet_app.pdf.flow import Flowable, PageNumbers, fill, least_height, stack
from leaflet_app.pdf.flowables.text import TextFlow
from leaflet_app.pdf.said import Said

HIGHEST = 2000.0
"""Higher than any sheet, in points. What is higher will be parted, so nobody asks how high exactly."""


class Group:
    """A stack that stays on one page where `is_kept`, else is parted like loose flowables.

    A later part, the `rest`, says again the `title` of the whole and the words that lead to a list that goes on in it:
    as decoration, for these are tagged, and read, once.
    """

    keeps_with_next = False
    before = 6.0
    after = 10.0
    padding = 0.0

    def __init__(self, inside: Sequence[Flowable], *, is_kept: bool, title: Said | None = None) -> None:
        self._is_kept, self._title, self._is_rest = is_kept, title, False
        self._hold(inside)

    @property
    def height(self) -> float:
        """Return the height with its padding."""
        return self._inner + self._around

    @property
    def least(self) -> float:
        """Return the height of what may not be parted."""
        return self.height if self._is_kept else least_height(self._inside) + self._around

    @property
    def inside(self) -> Sequence[Flowable]:
        """Return what is inside."""
        return self._inside

    def anchors(self) -> Iterator[tuple[str, float]]:
        """Yield the headings inside."""
        for flowable, offset in self._placed:
            for anchor, below in flowable.anchors():
                yield anchor, self.padding + self._head + offset + below

    def split(self, room: float) -> tuple[Self, Self] | None:
        """Part the stack so that its first part fills the room; a kept one is parted only where no page holds it."""
        placed, rest = fill(self._inside, room - self._around)
        if self._is_kept or not rest:
            return None
        first = copy(self).take([each.flowable for each in placed], is_rest=self._is_rest)
        return first, copy(self).take(rest, is_rest=True)

    def draw(self, canvas: TaggedCanvas, left: float, top: float, pages: PageNumbers) -> None:
        """Paint the title of a later part, and what is inside."""
        left, top = left + self.padding, top - self.padding
        for said in self._again:
            with canvas.artifact("Pagination"):
                said.paint(canvas, left, top - said.words.drop)
            top -= said.depth + said.style.after
        for flowable, offset in self._placed:
            flowable.draw(canvas, left, top - offset, pages)

    @property
    def _again(self) -> tuple[Said, ...]:
        first = self._inside[0] if self._inside and self._is_rest else None
        lead = first.lead if isinstance(first, TextFlow) else None
        return tuple(said for said in (self._title, lead) if said) if self._is_rest else ()

    @property
    def _head(self) -> float:
        return sum(said.depth + said.style.after for said in self._again)

    @property
    def _around(self) -> float:
        return self._head + 2 * self.padding

    def take(self, inside: Sequence[Flowable], *, is_rest: bool) -> Self:
        """Become a part that holds some of what was inside."""
        self._is_kept, self._is_rest = False, is_rest
        self._hold(inside)
        return self

    def _hold(self, inside: Sequence[Flowable]) -> None:
        self._inside = tuple(inside)
        self._placed, self._inner = stack(self._inside, HIGHEST)
