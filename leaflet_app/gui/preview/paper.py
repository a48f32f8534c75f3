"""One sheet of paper on the screen: white in light and in dark, with what is printed on it and what is marked."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from leaflet_app.gui.preview.lines import Line
from leaflet_app.gui.tokens import LIGHT

MARK_WIDTH = 4
PAPER = QColor("#FFFFFF")
MARK = QColor(LIGHT.accent)


def paint_sheet(painter: QPainter, sheet: QRect, picture: QImage | None, edge: QColor) -> None:
    """Draw the paper, its picture once it is there, and a hairline around it."""
    painter.fillRect(sheet, PAPER)
    if picture is not None:
        painter.drawImage(sheet, picture)
    painter.setPen(edge)
    painter.drawRect(sheet.adjusted(-1, -1, 0, 0))


def paint_marks(painter: QPainter, sheet: QRect, lines: Iterable[Line], scale: float) -> None:
    """Draw a bar at the left edge of the paper beside each line; a folded sheet has two papers."""
    for line in lines:
        top, bottom = (sheet.top() + round(height * scale) for height in (line.top, line.bottom))
        left = sheet.left() + round(line.edge * scale) + MARK_WIDTH
        painter.fillRect(left, top, MARK_WIDTH, max(bottom - top, 2), MARK)
