"""A drawing as vectors in one Figure, and beside it the names of its parts, each at the end of a fine line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from leaflet_app.domain.diagrams import Diagram, Point, Role, Shape, spread
from leaflet_app.pdf.canvas import TaggedCanvas
from leaflet_app.pdf.colours import LINE, ORGAN, Shades, rgb
from leaflet_app.pdf.direction import ReadingWidth
from leaflet_app.pdf.flow import PageNumbers
from leaflet_app.pdf.flowables.text import TextFlow
from leaflet_app.pdf.flowables.whole import Whole
from leaflet_app.pdf.paper import MM
from leaflet_app.pdf.tags import Tag

HIGHEST, WIDEST = 72 * MM, 66 * MM
"""The room of a drawing beside 14-point text; it grows with the text, until the labels have only half the width."""

LEADER = 16.0
GAP = 5.0
BETWEEN = 3.0
DOT = 1.1
"""From the drawing to the end of a line, from there to the label, between labels, and the line's first point."""

_OPERATORS = {"M": "m", "L": "l", "C": "c", "Z": "h"}


class Drawn(NamedTuple):
    """A drawing, and how many points a unit of it takes."""

    diagram: Diagram
    scale: float

    @property
    def room(self) -> float:
        """Return the width that the drawing and the lines to its labels take."""
        return self.diagram.width * self.scale + LEADER + GAP


class DrawingFlow(Whole):
    """The drawing, and beside it its labels, near the height of what they name."""

    before = 6.0
    after = 12.0

    def __init__(
        self,
        drawn: Drawn,
        labels: Sequence[tuple[Point, TextFlow]],
        reading: ReadingWidth,
        colours: tuple[str, Shades],
        tag: Tag,
    ) -> None:
        self._diagram, self._scale = drawn
        self._colour, self._shades = colours
        self._tag, self._reading = tag, reading
        self._labels = tuple(text for _, text in labels)
        self._points = tuple((x * self._scale, y * self._scale) for (x, y), _ in labels)
        heights = [text.height + BETWEEN for text in self._labels]
        self._tops = spread([y for _, y in self._points], heights, self._drawn_height)
        self._last = max((top + high for top, high in zip(self._tops, heights, strict=True)), default=0.0)

    @property
    def height(self) -> float:
        """Return the height of the higher of drawing and labels."""
        return max(self._drawn_height, self._last)

    def draw(self, canvas: TaggedCanvas, left: float, top: float, pages: PageNumbers) -> None:
        """Paint the drawing with its lines, then the labels."""
        reach = left + self._reading.start(self._drawn_width + LEADER)
        start = left + self._reading.start(self._drawn_width)
        canvas.bound(self._tag, (reach, top - self._drawn_height, reach + self._drawn_width + LEADER, top))
        with canvas.element(self._tag):
            canvas.write(self._shapes(start, top))
            canvas.write(self._leaders(start, top))
        before = self._drawn_width + LEADER + GAP
        beside = left + self._reading.start(self._reading.width - before, before)
        for text, offset in zip(self._labels, self._tops, strict=True):
            text.draw(canvas, beside, top - offset - BETWEEN / 2, pages)

    @property
    def _drawn_height(self) -> float:
        return self._diagram.height * self._scale

    @property
    def _drawn_width(self) -> float:
        return self._diagram.width * self._scale

    def _shapes(self, left: float, top: float) -> Iterator[str]:
        """Yield the shapes, cut off at the drawing's edges."""
        box = f"{left:.2f} {top - self._drawn_height:.2f} {self._drawn_width:.2f} {self._drawn_height:.2f}"
        yield f"q {box} re W n 1 j 1 J"
        for shape in self._diagram.shapes:
            yield from self._shape(shape, left, top)
        yield "Q"

    def _shape(self, shape: Shape, left: float, top: float) -> Iterator[str]:
        fill, edge, width = {
            Role.OUTLINE: (self._shades.pale, LINE, 0.8),
            Role.ORGAN: (ORGAN, self._shades.soft_ink, 0.7),
            Role.MARKED: (self._colour, self._colour, 0.7),
            Role.ACCENT: (self._shades.pale, LINE, 0.6),
            Role.RING: (self._shades.ground, self._colour, 1.8),
        }[shape.role]
        if shape.role is Role.RING:
            yield f"{rgb(self._shades.ground)} RG {width + 2:g} w"
            yield from (*self._outline(shape, left, top), "S")
        yield f"{rgb(fill)} rg {rgb(edge)} RG {width:g} w"
        yield from self._outline(shape, left, top)
        yield "S" if shape.role in {Role.ACCENT, Role.RING} else "B"

    def _outline(self, shape: Shape, left: float, top: float) -> Iterator[str]:
        for letter, numbers in shape.steps:
            pairs = zip(numbers[::2], numbers[1::2], strict=True)
            placed = (f"{left + x * self._scale:.2f} {top - y * self._scale:.2f}" for x, y in pairs)
            yield " ".join((*placed, _OPERATORS[letter]))

    def _leaders(self, left: float, top: float) -> Iterator[str]:
        """Yield a line from each part to its label, on a pale one that keeps it apart from what it crosses."""
        away = -1 if self._reading.is_right_to_left else 1
        end = left - LEADER if self._reading.is_right_to_left else left + self._drawn_width + LEADER
        yield "q 1 J"
        for (x, y), text, offset in zip(self._points, self._labels, self._tops, strict=True):
            level = top - offset - BETWEEN / 2 - text.middle
            start = f"{left + x:.2f} {top - y:.2f}"
            line = f"{start} m {end - away * LEADER / 2:.2f} {level:.2f} l {end:.2f} {level:.2f} l S"
            dot = f"{start} m {start} l S"
            yield f"{rgb(self._shades.ground)} RG 2.2 w {line} {2 * DOT + 1.2:g} w {dot}"
            yield f"{rgb(self._shades.soft_ink)} RG 0.7 w {line} {2 * DOT:g} w {dot}"
        yield "Q"


def drawn_at(diagram: Diagram, size: float, width: float) -> Drawn:
    """Return a drawing as it stands beside text of a size, in a width that it shares with its labels."""
    scale = min(HIGHEST / diagram.height, WIDEST / diagram.width) * size / 14
    return Drawn(diagram, min(scale, (width / 2 - LEADER - GAP) / diagram.width))
