"""A figure as people: filled, half filled and empty ones in rows of ten, the sentence beside or below them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from leaflet_app.domain.blocks import People
from leaflet_app.pdf.canvas import TaggedCanvas
from leaflet_app.pdf.colours import rgb
from leaflet_app.pdf.direction import ReadingWidth
from leaflet_app.pdf.flow import PageNumbers
from leaflet_app.pdf.flowables.text import TextFlow
from leaflet_app.pdf.flowables.whole import Whole
from leaflet_app.pdf.tags import Tag

A_ROW = 10
GAP = 14.0
BIG, SMALL = 1.3, 0.75
"""A person's height in ems of the text: ten large ones, or a hundred small ones."""

WIDTH, MIDDLE = 0.72, 0.28
"""The room for a person and where their middle is, as parts of their height."""

_SHAPE = (
    "{x1:.2f} {neck:.2f} m {x1:.2f} {shoulder:.2f} {x2:.2f} {shoulder:.2f} {x2:.2f} {neck:.2f} c "
    "{x2:.2f} {foot:.2f} l {x1:.2f} {foot:.2f} l h"
)
_ROUND = 0.5523  # of a circle drawn as four curves


class PeopleLook(NamedTuple):
    """The size of the text beside people, the colour of those who are filled, and the ground."""

    size: float
    colour: str
    ground: str


class PeopleFlow(Whole):
    """Rows of people, their sentence beside them, or below where that is too narrow."""

    before = 4.0
    after = 8.0

    def __init__(
        self,
        people: People,
        text: TextFlow,
        reading: ReadingWidth,
        look: PeopleLook,
        tag: Tag,
        *,
        is_stacked: bool,
    ) -> None:
        self._people, self._text, self._tag, self._is_stacked = people, text, tag, is_stacked
        self._reading = reading
        size, self._colour, self._ground = look
        self._person = person_height(people.out_of, size)

    @property
    def height(self) -> float:
        """Return the height of the higher of picture and sentence, or of both below each other."""
        parts = (self._rows * self._step, self._text.height)
        return sum(parts) if self._is_stacked else max(parts)

    def draw(self, canvas: TaggedCanvas, left: float, top: float, pages: PageNumbers) -> None:
        """Paint the people, then the sentence below or in the middle beside them."""
        width = picture_width(self._person)
        start = left + self._reading.start(width - GAP)
        canvas.bound(self._tag, (start, top - self._rows * self._step, start + width - GAP, top))
        with canvas.element(self._tag):
            canvas.write(self._figures(start, top))
        if self._is_stacked:
            self._text.draw(canvas, left, top - self._rows * self._step, pages)
        else:
            beside = left + self._reading.start(self._reading.width - width, width)
            self._text.draw(canvas, beside, top - (self.height - self._text.height) / 2, pages)

    @property
    def _row(self) -> ReadingWidth:
        return ReadingWidth(picture_width(self._person) - GAP, self._reading.is_right_to_left)

    @property
    def _rows(self) -> int:
        return self._people.out_of // A_ROW

    @property
    def _step(self) -> float:
        return self._person * 1.2

    def _figures(self, left: float, top: float) -> Iterator[str]:
        """Yield the people: filled, half filled where the figure is a range, and empty."""
        people, height = self._people, self._person
        yield f"q 0.6 w {rgb(self._colour)} RG"
        for number in range(people.out_of):
            row, column = divmod(number, A_ROW)
            x = left + self._row.start(height * WIDTH, column * height * WIDTH)
            y = top - row * self._step
            outline = _outline(x, y, height)
            yield f"{rgb(self._colour if number < people.low else self._ground)} rg {outline} B"
            if people.low <= number < people.high:
                half = x + ReadingWidth(2 * height * MIDDLE, self._row.is_right_to_left).start(height * MIDDLE)
                first = f"{half:.2f} {y - height:.2f} {height * MIDDLE:.2f} {height:.2f} re W n"
                yield f"q {first} {rgb(self._colour)} rg {outline} f Q"
        yield "Q"


def person_height(out_of: int, size: float) -> float:
    """Return a person's height beside text of a size."""
    return size * (BIG if out_of <= A_ROW else SMALL)


def picture_width(person: float) -> float:
    """Return the width of a row of people and the gap behind it."""
    return A_ROW * person * WIDTH + GAP


def _outline(left: float, top: float, height: float) -> str:
    """Return the path of a person: a round head on rounded shoulders."""
    middle, radius = left + height * MIDDLE, height * 0.16
    half, neck = height * 0.24, top - height * 0.62
    body = _SHAPE.format(x1=middle - half, x2=middle + half, neck=neck, shoulder=top - height * 0.3, foot=top - height)
    return f"{_circle(middle, top - radius - height * 0.02, radius)} {body}"


def _circle(x: float, y: float, radius: float) -> str:
    bow = radius * _ROUND
    quarters = (
        (x + radius, y + bow, x + bow, y + radius, x, y + radius),
        (x - bow, y + radius, x - radius, y + bow, x - radius, y),
        (x - radius, y - bow, x - bow, y - radius, x, y - radius),
        (x + bow, y - radius, x + radius, y - bow, x + radius, y),
    )
    curves = " ".join(" ".join(f"{each:.2f}" for each in quarter) + " c" for quarter in quarters)
    return f"{x + radius:.2f} {y:.2f} m {curves} h"
