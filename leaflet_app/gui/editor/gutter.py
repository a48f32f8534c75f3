"""Beside the text: the number of each line, and a shape where something is to mend in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from leaflet_app.domain.faults import Fault, Weight
from leaflet_app.gui.editor.highlighter import tokens_of

GAP = 6
SHAPES = {Weight.FAULT: "●", Weight.WARNING: "▲"}


class Lined(Protocol):
    """An editor that tells where its lines stand."""

    def lines_in_view(self) -> Iterator[tuple[int, QRect]]:
        """Yield the number of each line in view, from 1, and where it stands."""
        ...


class Gutter(QWidget):
    """Follows its editor. A click on a shape asks for the problem of that line."""

    line_asked = Signal(int)

    def __init__(self, editor: QPlainTextEdit, lined: Lined) -> None:
        super().__init__(editor)
        self._editor, self._lined = editor, lined
        self._marks: Mapping[int, Weight] = {}
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def mark(self, faults: Iterable[Fault]) -> None:
        """Mark the lines of these faults, each by the heaviest."""
        ordered = sorted(faults, key=lambda fault: fault.weight, reverse=True)
        self._marks = {fault.line: fault.weight for fault in ordered}
        self.update()

    @property
    def marks(self) -> Mapping[int, Weight]:
        """Return the weight of what is to mend in each line that is marked."""
        return self._marks

    @property
    def room(self) -> int:
        """Return how wide it has to be."""
        digits = max(len(str(self._editor.blockCount())), 3)
        return self.fontMetrics().horizontalAdvance("0" * digits + "●") + 3 * GAP

    def sizeHint(self) -> QSize:
        """Return the room it needs."""
        return QSize(self.room, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the numbers in view."""
        tokens = tokens_of(self.palette())
        colours = {Weight.FAULT: tokens.urgent, Weight.WARNING: tokens.look}
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(tokens.canvas))
        height, wide = self.fontMetrics().height(), self.width() - GAP
        painter.setPen(QColor(tokens.soft_ink))
        for number, place in self._lined.lines_in_view():
            room = QRect(0, place.top(), wide, height)
            painter.drawText(room, Qt.AlignmentFlag.AlignRight, str(number))
            if number in self._marks:
                painter.setPen(QColor(colours[self._marks[number]]))
                painter.drawText(GAP, place.top() + self.fontMetrics().ascent(), SHAPES[self._marks[number]])
                painter.setPen(QColor(tokens.soft_ink))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ask for the line under the pointer."""
        y = event.position().y()
        for number, place in self._lined.lines_in_view():
            if place.top() <= y < place.bottom() + 1:
                self.line_asked.emit(number)
