"""How many copies are printed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSpinBox, QWidget

from leaflet_app.gui.widgets.icons import IconButton

MOST_COPIES = 99


class CopiesField(QWidget):
    """A number to type, between one less and one more."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.label = QLabel("&Copies")
        self._number = QSpinBox()
        self._number.setRange(1, MOST_COPIES)
        self._number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._number.setAccessibleName("Copies")
        self._number.setFixedWidth(64)
        self.label.setBuddy(self._number)
        fewer, more = IconButton("minus", "One copy less"), IconButton("plus", "One copy more")
        fewer.clicked.connect(lambda _checked: self._number.stepDown())
        more.clicked.connect(lambda _checked: self._number.stepUp())
        self._number.valueChanged.connect(lambda _count: self.changed.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for widget in (self._number, fewer, more):
            row.addWidget(widget)
        row.addStretch(1)

    @property
    def count(self) -> int:
        """Return how many."""
        return self._number.value()

    def show_count(self, count: int) -> None:
        """Show this many."""
        self._number.setValue(count)
