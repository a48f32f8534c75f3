"""The shape of an outcome: a disc for checked, half a disc for a look, a square for a stop."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QLabel

from leaflet_app.domain.checks import Outcome
from leaflet_app.gui.widgets.dress import dress

SIDE = 12

TONES: Mapping[Outcome, str] = MappingProxyType({Outcome.PASS: "good", Outcome.LOOK: "look", Outcome.STOP: "urgent"})
"""The colour of each outcome, by its meaning."""


class OutcomeShape(QLabel):
    """A shape in the colour of its outcome, as high as the line of words beside it."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__()
        self._outcome = outcome
        self.setFixedSize(SIDE, self.fontMetrics().lineSpacing())
        dress(self, tone=TONES[outcome])

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the shape."""
        del event
        painter = QPainter(self)
        painter.translate(0, (self.height() - SIDE) / 2)
        draw_shape(painter, self._outcome, self.palette().color(QPalette.ColorRole.WindowText))
        painter.end()


def shape_icon(outcome: Outcome, colour: QColor, pixel_ratio: float) -> QIcon:
    """Draw the shape as an icon for a button."""
    pixmap = QPixmap(round(SIDE * pixel_ratio), round(SIDE * pixel_ratio))
    pixmap.setDevicePixelRatio(pixel_ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    draw_shape(painter, outcome, colour)
    painter.end()
    return QIcon(pixmap)


def draw_shape(painter: QPainter, outcome: Outcome, colour: QColor) -> None:
    """Draw a shape of SIDE by SIDE at the painter's place."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.5))
    painter.setBrush(colour)
    room = QRectF(2, 2, SIDE - 4, SIDE - 4)
    if outcome is Outcome.STOP:
        painter.drawRect(room)
    elif outcome is Outcome.LOOK:
        painter.drawChord(room, 90 * 16, 180 * 16)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(room)
    else:
        painter.drawEllipse(room)
