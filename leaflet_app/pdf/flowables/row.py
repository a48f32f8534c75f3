"""One row of the table of facts: a label, and beside it (or below it in large print) what it says."""

from __future__ import annotations

from typing import NamedTuple

from leaflet_app.pdf.canvas import TaggedCanvas
from leaflet_app.pdf.colours import LINE
from leaflet_app.pdf.direction import ReadingWidth
from leaflet_app.pdf.flow import PageNumbers
from leaflet_app.pdf.flowables.text import TextFlow
from leaflet_app.pdf.flowables.whole import Whole

PADDING = 5.0
GAP = 12.0
LABEL_SHARE = 0.32
"""The label's part of the width."""


class Row(Whole):
    """A row with a hairline above it; the last row has one below it too."""

    def __init__(
        self,
        label: TextFlow,
        said: TextFlow,
        reading: ReadingWidth,
        *,
        is_stacked: bool,
        keeps_with_next: bool,
        is_last: bool,
    ) -> None:
        self._label, self._said, self._reading = label, said, reading
        self._is_stacked, self._is_last = is_stacked, is_last
        self._drop = max(label.drop, said.drop)
        self.keeps_with_next = keeps_with_next and not is_last
        self.after = 10.0 if is_last else 0.0

    @property
    def height(self) -> float:
        """Return the height of the higher cell, or of both below each other."""
        cells = (self._label, self._said)
        if self._is_stacked:
            return sum(cell.height for cell in cells) + 2 * PADDING
        return max(cell.height + self._lower(cell) for cell in cells) + 2 * PADDING

    def draw(self, canvas: TaggedCanvas, left: float, top: float, pages: PageNumbers) -> None:
        """Paint the rule and both cells."""
        with canvas.artifact():
            canvas.rule(left, top, self._reading.width, LINE)
            if self._is_last:
                canvas.rule(left, top - self.height, self._reading.width, LINE)
        first = top - PADDING
        if self._is_stacked:
            self._label.draw(canvas, left, first, pages)
            self._said.draw(canvas, left, first - self._label.height, pages)
            return
        columns = columns_of(self._reading)
        for cell, column in ((self._label, columns.label), (self._said, columns.said)):
            cell.draw(canvas, left + column.left, first - self._lower(cell), pages)

    def _lower(self, cell: TextFlow) -> float:
        """Return how much lower a cell starts, so that the first lines of both stand on one baseline."""
        return self._drop - cell.drop


class Column(NamedTuple):
    """Where a column starts, and how wide it is."""

    left: float
    width: float


class Columns(NamedTuple):
    """The columns of a row."""

    label: Column
    said: Column


def columns_of(reading: ReadingWidth) -> Columns:
    """Return the columns of a row; that of the label is read first."""
    narrow = reading.width * LABEL_SHARE
    wide = reading.width - narrow - GAP
    return Columns(Column(reading.start(narrow), narrow), Column(reading.start(wide, narrow + GAP), wide))
