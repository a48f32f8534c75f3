"""What says the same in two languages, side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from leaflet_app.pdf.canvas import TaggedCanvas
from leaflet_app.pdf.flow import NEARLY, Flowable, PageNumbers, fill, least_height, stack
from leaflet_app.pdf.flowables.table import TableFlow
from leaflet_app.pdf.flowables.text import TextFlow
from leaflet_app.pdf.paper import GUTTER

Pair = tuple[Sequence[Flowable], Sequence[Flowable]]
"""What stands at the left, and what at the right."""


class TwoColumns(NamedTuple):
    """Where the two columns of a width start, and how wide each is."""

    width: float
    lefts: tuple[float, float]


def two_columns(width: float) -> TwoColumns:
    """Part a width in two."""
    each = (width - GUTTER) / 2
    return TwoColumns(each, (0.0, each + GUTTER))


class Abreast:
    """Two stacks whose first lines stand on one baseline; each is parted where its own lines allow it."""

    def __init__(self, sides: Pair, columns: TwoColumns) -> None:
        self._columns = columns
        self._sides = tuple(sides[0]), tuple(sides[1])
        self._stacks = stack(self._sides[0]), stack(self._sides[1])
        drops = [_drop(side) for side in self._sides]
        self._lower = [max(drops) - drop if drop else 0.0 for drop in drops]
        first = [side[0] for side in self._sides if side]
        last = [side[-1] for side in self._sides if side]
        self.before = max((each.before for each in first), default=0.0)
        self.after = max((each.after for each in last), default=0.0)
        self.keeps_with_next = any(each.keeps_with_next for each in last)

    @property
    def height(self) -> float:
        """Return the height of the higher side."""
        return max(high + lower for (_, high), lower in zip(self._stacks, self._lower, strict=True))

    @property
    def least(self) -> float:
        """Return the height in which both sides can start."""
        return max(
            least_height(side) + lower if side else 0.0 for side, lower in zip(self._sides, self._lower, strict=True)
        )

    def anchors(self) -> Iterator[tuple[str, float]]:
        """Yield the headings of both sides."""
        for (placed, _), lower in zip(self._stacks, self._lower, strict=True):
            for flowable, offset in placed:
                for anchor, below in flowable.anchors():
                    yield anchor, lower + offset + below

    def split(self, room: float) -> tuple[Abreast, Abreast] | None:
        """Part both sides at the foot of a room; each keeps together what it must."""
        room -= 2 * NEARLY  # what is set in a room may be so much higher
        if self.least > room:
            return None
        filled = [fill(side, room - lower) for side, lower in zip(self._sides, self._lower, strict=True)]
        kept, rest = zip(*(([each.flowable for each in placed], after) for placed, after in filled), strict=True)
        if not any(rest):
            return None
        return Abreast((kept[0], kept[1]), self._columns), Abreast((rest[0], rest[1]), self._columns)

    def draw(self, canvas: TaggedCanvas, left: float, top: float, pages: PageNumbers) -> None:
        """Paint one side, then the other."""
        for (placed, _), lower, start in zip(self._stacks, self._lower, self._columns.lefts, strict=True):
            for flowable, offset in placed:
                flowable.draw(canvas, left + start, top - lower - offset, pages)


def abreast(first: Sequence[Flowable], own: Sequence[Flowable], columns: TwoColumns) -> Iterator[Abreast]:
    """Yield row after row where both sides have as many, as lists and tables of the same length do; else one."""
    sides = _rows(first), _rows(own)
    if sides[0] and sides[1] and len(sides[0]) != len(sides[1]):
        yield Abreast(sides, columns)
        return
    for one, other in zip_longest(*sides):
        yield Abreast(((one,) if one else (), (other,) if other else ()), columns)


def _rows(side: Sequence[Flowable]) -> list[Flowable]:
    """Return what is on a side, a table as its rows."""
    return [row for each in side for row in (each.inside if isinstance(each, TableFlow) else (each,))]


def _drop(side: Sequence[Flowable]) -> float:
    """Return how far below its top the first baseline of a side lies; nothing where it opens with no line."""
    return side[0].drop if side and isinstance(side[0], TextFlow) else 0.0
