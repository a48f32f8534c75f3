"""The side rail: the places of the window, each an icon with its word."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QButtonGroup, QFrame, QVBoxLayout

from leaflet_app.gui.widgets.dress import dress
from leaflet_app.gui.widgets.icons import IconButton

ICON_SIDE = 24
BADGE_HEIGHT = 18
BADGE_PADDING = 5
MOST_COUNTED = 99


class Rail(QFrame):
    """One button a place; the place shown is marked by a bar and bold words."""

    place_chosen = Signal(int)

    def __init__(self, *places: tuple[str, str]) -> None:
        super().__init__()
        self.setObjectName("rail")
        self._group = QButtonGroup(self)
        self._buttons: list[RailButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(4)
        for number, (icon, words) in enumerate(places):
            button = RailButton(icon, words)
            button.setToolTip(f"Ctrl+{number + 1}")
            button.clicked.connect(partial(self.place_chosen.emit, number))
            self._group.addButton(button, number)
            self._buttons.append(button)
            column.addWidget(button)
        column.addStretch()

    def show_place(self, number: int) -> None:
        """Mark the place that is shown."""
        self._buttons[number].setChecked(True)

    def focus_place(self, number: int) -> None:
        """Put the keyboard on a place."""
        self._buttons[number].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_count(self, number: int, needing: int) -> None:
        """Show how many things in a place need a person; none shows nothing."""
        self._buttons[number].show_count(needing)


class RailButton(IconButton):
    """A place, and how much there needs a person."""

    def __init__(self, icon: str, words: str) -> None:
        super().__init__(icon, words, shown=True, side=ICON_SIDE)
        self._words = words
        self._needing = 0
        dress(self, rail="true")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        self.setCheckable(True)

    def show_count(self, needing: int) -> None:
        """Show a number at the icon and say it in the name."""
        self._needing = needing
        verb = "needs" if needing == 1 else "need"
        self.setAccessibleName(f"{self._words}, {needing} {verb} attention" if needing else self._words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the number at the upper right of the icon."""
        super().paintEvent(event)
        if not self._needing:
            return
        said = str(self._needing) if self._needing <= MOST_COUNTED else f"{MOST_COUNTED}+"
        font = self.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() - 2)
        colours = QGuiApplication.palette()  # the button's own has the stylesheet's transparent ground
        painter = QPainter(self)
        painter.setFont(font)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = max(painter.fontMetrics().horizontalAdvance(said) + 2 * BADGE_PADDING, BADGE_HEIGHT)
        place = QRect(self.width() // 2 + ICON_SIDE // 2 - 6, 2, width, BADGE_HEIGHT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.color(QPalette.ColorRole.BrightText))
        painter.drawRoundedRect(place, BADGE_HEIGHT / 2, BADGE_HEIGHT / 2)
        painter.setPen(colours.color(QPalette.ColorRole.Base))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, said)
        painter.end()
