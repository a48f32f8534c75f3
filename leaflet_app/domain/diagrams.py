"""Drawings of the body: plain shapes, each with the part it belongs to and what it means to the eye."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import field, replace
from enum import Enum
from itertools import accumulate

from leaflet_app.domain.value import value

BODY = "body"
"""The drawing on which a place of the body can be marked; its parts are named by sites."""


class Role(Enum):
    """What a shape means; each writer gives it its colours. Accents and rings are lines, never filled."""

    OUTLINE = "outline"
    ORGAN = "organ"
    MARKED = "marked"
    ACCENT = "accent"
    RING = "ring"


RING_ROOM = 5.0
"""Between a ring and the part in it, in the drawing's own units."""


Step = tuple[str, tuple[float, ...]]
"""M or L with one point, C with three, Z with none; all in the drawing's own units, y growing downwards."""

Point = tuple[float, float]


@value
class Shape:
    """One outline. `part` is empty for what only helps the eye."""

    part: str
    role: Role
    steps: tuple[Step, ...]

    @property
    def points(self) -> tuple[Point, ...]:
        """Return the points it passes and bends towards."""
        return tuple(pair for _, numbers in self.steps for pair in zip(numbers[::2], numbers[1::2], strict=True))


@value
class Part:
    """A part with a name. `at` is where a line to its label begins.

    `place` follows the label; `marked` is the alternative text where only this part is marked.
    """

    label: str
    at: Point
    place: str = ""
    marked: str = ""


@value
class Diagram:
    """A drawing, painted in the order of its shapes. `alt` says what matters in it."""

    id: str
    width: float
    height: float
    shapes: tuple[Shape, ...]
    parts: Mapping[str, Part] = field(hash=False)
    alt: str

    def marking(self, parts: Collection[str]) -> Diagram:
        """Return the drawing with these parts marked."""
        shapes = (replace(shape, role=Role.MARKED) if shape.part in parts else shape for shape in self.shapes)
        return replace(self, shapes=tuple(shapes))

    def ringed(self, part: str) -> Diagram:
        """Return the drawing with a ring around a part, over all else."""
        points = [point for shape in self.shapes if shape.part == part for point in shape.points]
        return replace(self, shapes=(*self.shapes, Shape("", Role.RING, _ring(points)))) if points else self


def spread(wanted: Sequence[float], heights: Sequence[float], room: float) -> tuple[float, ...]:
    """Return where labels begin: each as near to its wanted middle as can be, in this order, none over another.

    Labels that would overlap share the way out evenly (isotonic regression by pooling).
    """
    above = tuple(accumulate(heights, initial=0.0))
    pools: list[tuple[float, int]] = []
    for middle, height, before in zip(wanted, heights, above, strict=False):
        total, count = middle - height / 2 - before, 1
        while pools and pools[-1][0] / pools[-1][1] > total / count:
            more, many = pools.pop()
            total, count = total + more, count + many
        pools.append((total, count))
    free = max(room - above[-1], 0.0)
    levels = [min(max(total / count, 0.0), free) for total, count in pools for _ in range(count)]
    return tuple(level + before for level, before in zip(levels, above, strict=False))


def _ring(points: Sequence[Point]) -> tuple[Step, ...]:
    """Return a line around points: straight sides, and corners so round that it keeps clear of them all."""
    across, down = [x for x, _ in points], [y for _, y in points]
    left, right = min(across) - RING_ROOM, max(across) + RING_ROOM
    top, bottom = min(down) - RING_ROOM, max(down) + RING_ROOM
    bend = min(2 * RING_ROOM, (right - left) / 2, (bottom - top) / 2)
    pull = bend * 0.45  # what is left of the corner where a curve comes near a circle
    return (
        ("M", (left + bend, top)),
        ("L", (right - bend, top)),
        ("C", (right - pull, top, right, top + pull, right, top + bend)),
        ("L", (right, bottom - bend)),
        ("C", (right, bottom - pull, right - pull, bottom, right - bend, bottom)),
        ("L", (left + bend, bottom)),
        ("C", (left + pull, bottom, left, bottom - pull, left, bottom - bend)),
        ("L", (left, top + bend)),
        ("C", (left, top + pull, left + pull, top, left + bend, top)),
        ("Z", ()),
    )
