"""Set flowables one below the other into a room of a given height: the one rule for pages and for boxes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from math import inf
from typing import NamedTuple, Protocol

from leaflet_app.pdf.canvas import TaggedCanvas

NEARLY = 0.01
"""Rounding that still counts as fitting, in points."""

PageNumbers = Mapping[str, int]
"""The page on which each heading's anchor stands."""


class Flowable(Protocol):
    """Something laid out once at a known width and drawn from its top left corner. All lengths in points."""

    @property
    def before(self) -> float:
        """Space wanted above, save at the top of a room."""
        ...

    @property
    def after(self) -> float:
        """Space wanted below, save at the bottom of a room."""
        ...

    @property
    def keeps_with_next(self) -> bool:
        """Tell whether it must not be the last thing in a room."""
        ...

    @property
    def height(self) -> float:
        """Return the whole height."""
        ...

    @property
    def least(self) -> float:
        """Return the height that must be free to start it at all."""
        ...

    def __hash__(self) -> int:
        """Tell it from others: what is kept of it is found again by this."""
        ...

    def anchors(self) -> Iterator[tuple[str, float]]:
        """Yield each heading's anchor and how far below the top it stands."""
        ...

    def split(self, room: float) -> tuple[Flowable, Flowable] | None:
        """Cut it so that the first part fits, or return None."""
        ...

    def draw(self, canvas: TaggedCanvas, left: float, top: float, pages: PageNumbers) -> None:
        """Paint it; `top` counts from the sheet's bottom."""
        ...


class Placed(NamedTuple):
    """A flowable and how far below the room's top it starts."""

    flowable: Flowable
    offset: float


def fill(flowables: Sequence[Flowable], room: float) -> tuple[list[Placed], list[Flowable]]:
    """Set as many flowables as fit and return them with what is left; the first is set even where it is too high."""
    placed: list[Placed] = []
    bottom, wanted = 0.0, 0.0
    for number, flowable in enumerate(flowables):
        offset = bottom + max(wanted, flowable.before) if placed else 0.0
        free = room - offset + NEARLY
        if placed and least_height(flowables, number) > free:
            return placed, list(flowables[number:])
        if flowable.height > free:
            parts = parted(flowable, free)
            if parts is None and placed:
                return placed, list(flowables[number:])
            if parts is not None:
                return [*placed, Placed(parts[0], offset)], [parts[1], *flowables[number + 1 :]]
        placed.append(Placed(flowable, offset))
        bottom, wanted = offset + flowable.height, flowable.after
    return placed, []


@lru_cache(maxsize=1_000)
def parted(flowable: Flowable, room: float) -> tuple[Flowable, Flowable] | None:
    """Part a flowable. The parts are kept, so that they are the same ones when the leaflet comes again."""
    return flowable.split(room)


def stack(flowables: Iterable[Flowable], most: float = inf) -> tuple[tuple[Placed, ...], float]:
    """Set all flowables below each other; return them and their height, or an endless one where it is over `most`."""
    placed, rest = fill(tuple(flowables), most)
    if rest:
        return tuple(placed), inf
    bottom = placed[-1].offset + placed[-1].flowable.height if placed else 0.0
    return tuple(placed), bottom


def least_height(flowables: Sequence[Flowable], first: int = 0) -> float:
    """Return the height that must be free to start: all that must not be parted, and the least of what follows it."""
    height, wanted = 0.0, 0.0
    for number in range(first, len(flowables)):
        flowable = flowables[number]
        height += max(wanted, flowable.before) if number > first else 0.0
        if not flowable.keeps_with_next:
            return height + flowable.least
        height += flowable.height
        wanted = flowable.after
    return height
