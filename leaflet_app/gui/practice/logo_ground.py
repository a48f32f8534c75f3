"""A logo as it is seen on one colour."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

GROUND_HEIGHT = 72
AROUND = 12
WHITE = "#FFFFFF"


class Ground(QWidget):
    """A logo on one colour."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._colour, self._logo = QColor(WHITE), QPixmap()
        self.setFixedHeight(GROUND_HEIGHT)
        self.setAccessibleName(name)

    def show_on(self, colour: str, logo: QPixmap) -> None:
        """Show a picture on #RRGGBB."""
        self._colour, self._logo = QColor(colour), logo
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, and the whole picture in its middle."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), self._colour)
        if not self._logo.isNull():
            room = self.rect().adjusted(AROUND, AROUND, -AROUND, -AROUND)
            size = self._logo.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRect(room.topLeft(), size)
            place.moveCenter(room.center())
            painter.drawPixmap(place, self._logo)
        painter.setPen(self.palette().mid().color())
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()
