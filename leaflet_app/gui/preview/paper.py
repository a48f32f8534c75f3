"""One sheet of paper on the screen: white in light and in dark, with what is printed on it and what is marked."""

from __future__ import annotations

from collections.abc import Iterable
from math import sqrt

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from leaflet_app.gui.preview.layout import Layout
from leaflet_app.gui.preview.lines import Line
from leaflet_app.gui.tokens import LIGHT

MOST_PIXELS = 12_000_000
"""A page is drawn no finer than this (48 MB); beyond, its picture is stretched."""
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
    """Draw a bar at the left edge of the paper beside each line."""
    for line in lines:
        top, bottom = (sheet.top() + round(height * scale) for height in (line.top, line.bottom))
        painter.fillRect(sheet.left() + MARK_WIDTH, top, MARK_WIDTH, max(bottom - top, 2), MARK)


def picture_width(layout: Layout, page: int, pixel_ratio: float) -> int:
    """Return how many pixels wide the picture of a page is drawn."""
    width, height = (side * pixel_ratio for side in layout.page_size(page))
    return max(round(width * min(sqrt(MOST_PIXELS / (width * height)), 1)), 1)


def is_light_enough_to_wait(layout: Layout, page: int, pixel_ratio: float) -> bool:
    """Tell whether a picture takes so little memory that it may be drawn before its page is in view."""
    width, height = layout.page_size(page)
    return width * height * pixel_ratio**2 * 4 <= MOST_PIXELS
