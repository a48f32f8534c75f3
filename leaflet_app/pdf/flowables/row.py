"""One row of the table of facts: a label, and beside it (or below it in large print) what it says."""

from __future__ import annotations

from leaflet_app.pdf.canvas import TaggedCanvas
from leaflet_app.pdf.colours import LINE
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
        width: float,
        *,
        is_stacked: bool,
        keeps_with_next: bool,
        is_last: bool,
    ) -> None:
        self._label, self._said, self._width = label, said, width
        self._is_stacked, self._is_last = is_stacked, is_last
        self.keeps_with_next = keeps_with_next and not is_last
        self.after = 10.0 if is_last else 0.0

    @property
    def height(self) -> float:
        """Return the height of the higher cell, or of both below each other."""
        parts = (self._label.height, self._said.height)
        return (sum(parts) if self._is_stacked else max(parts)) + 2 * PADDING

    def draw(self, canvas: TaggedCanvas, left: float, top: float, pages: PageNumbers) -> None:
        """Paint the rule and both cells."""
        with canvas.artifact():
            canvas.rule(left, top, self._width, LINE)
            if self._is_last:
                canvas.rule(left, top - self.height, self._width, LINE)
        first = top - PADDING
        self._label.draw(canvas, left, first, pages)
        if self._is_stacked:
            self._said.draw(canvas, left, first - self._label.height, pages)
        else:
            self._said.draw(canvas, left + said_left(self._width), first, pages)


def said_left(width: float) -> float:
    """Return where the second column starts."""
    return width * LABEL_SHARE + GAP
