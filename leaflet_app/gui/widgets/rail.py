"""The side rail: the places of the window, each an icon with its word."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QVBoxLayout

from leaflet_app.gui.widgets.dress import dress
from leaflet_app.gui.widgets.icons import IconButton


class Rail(QFrame):
    """One button a place; the place shown is marked by a bar and bold words."""

    place_chosen = Signal(int)

    def __init__(self, *places: tuple[str, str]) -> None:
        super().__init__()
        self.setObjectName("rail")
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(4)
        for number, (icon, words) in enumerate(places):
            button = dress(IconButton(icon, words, shown=True, side=24), rail="true")
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
            button.setCheckable(True)
            button.setToolTip(f"Ctrl+{number + 1}")
            button.clicked.connect(partial(self.place_chosen.emit, number))
            self._group.addButton(button, number)
            column.addWidget(button)
        column.addStretch()

    def show_place(self, number: int) -> None:
        """Mark the place that is shown."""
        self._group.button(number).setChecked(True)
