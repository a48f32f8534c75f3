"""A question with ruled lines to write the answer on."""

from __future__ import annotations

from leaflet_app.pdf.canvas import TaggedCanvas
from leaflet_app.pdf.colours import LINE
from leaflet_app.pdf.flow import PageNumbers
from leaflet_app.pdf.flowables.text import TextFlow
from leaflet_app.pdf.flowables.whole import Whole

RULE_DISTANCE = 26.0
"""Room for handwriting, about 9 mm."""


class Ruled(Whole):
    """A text and the empty lines below it, never parted."""

    after = 12.0

    def __init__(self, text: TextFlow, width: float, lines: int) -> None:
        self._text, self._width, self._lines = text, width, lines

    @property
    def height(self) -> float:
        """Return the height of the text and its lines."""
        return self._text.height + self._lines * RULE_DISTANCE

    def draw(self, canvas: TaggedCanvas, left: float, top: float, pages: PageNumbers) -> None:
        """Paint the question and rule the lines."""
        self._text.draw(canvas, left, top, pages)
        with canvas.artifact():
            for number in range(1, self._lines + 1):
                canvas.rule(left, top - self._text.height - number * RULE_DISTANCE, self._width, LINE)
