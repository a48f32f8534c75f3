"""The button of one organ beside the body."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton

from leaflet_app.gui.topics.body_map_drawing import mixed

HEIGHT = 26
PADDING = 6
TICK = "✓"


class OrganButton(QAbstractButton):
    """The name of an organ and how many topics there are; a tick where one of them is on the leaflet."""

    entered = Signal()
    left = Signal()

    def __init__(self, name: str, count: int) -> None:
        super().__init__()
        self._name, self._count, self._ticked = name, count, 0
        self.setText(name)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"{name}: {counted(count)}")
        self.show_ticked(0)

    def show_ticked(self, count: int) -> None:
        """Show how many of its topics are on the leaflet."""
        self._ticked = count
        said = f"{count} of {self._count} on the leaflet" if count else "None on the leaflet"
        self.setAccessibleDescription(said)
        self.setToolTip(f"{self.accessibleName()}. {said}.")
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the room of the name in bold and of the sign behind it."""
        width = self.fontMetrics().horizontalAdvance(f"{self._name}  {TICK}") + 2 * PADDING + 4
        return QSize(width, max(HEIGHT, self.fontMetrics().height() + 4))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Tell that the pointer is here."""
        super().enterEvent(event)
        self.entered.emit()

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that the pointer has gone."""
        super().leaveEvent(event)
        self.left.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the name and the sign; the ground says chosen, the edge says where the keyboard is."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        roles, palette = self.palette().ColorRole, self.palette()
        ink = roles.HighlightedText if self.isChecked() else roles.Text
        font = QFont(self.font())
        font.setBold(bool(self._ticked) or self.isChecked())
        painter.setFont(font)
        painter.setPen(palette.color(ink))
        room = self.rect().adjusted(PADDING, 0, -PADDING, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, int(middle | Qt.AlignmentFlag.AlignLeft), self._name)
        if not self.isChecked() and not self._ticked:
            painter.setPen(palette.color(roles.PlaceholderText))
        painter.drawText(room, int(middle | Qt.AlignmentFlag.AlignRight), TICK if self._ticked else str(self._count))
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        palette, roles = self.palette(), self.palette().ColorRole
        accent, panel = palette.color(roles.Link), palette.color(roles.Base)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(accent if self.isChecked() else mixed(panel, accent, 0.12 if self.underMouse() else 0.0))
        if self.hasFocus():
            painter.setPen(QPen(palette.color(roles.Text) if self.isChecked() else accent, 2))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)


def counted(count: int) -> str:
    """Say how many topics."""
    return f"{count} topic" if count == 1 else f"{count} topics"
