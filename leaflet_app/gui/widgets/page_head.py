"""The head of a page that is opened from a list: the way back, and below it what it is and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from leaflet_app.gui.widgets.dress import dress
from leaflet_app.gui.widgets.reading import line


class PageHead(QWidget):
    """Tells when somebody wants to go back. `back` is the words on the way there; `state` stands at its end."""

    back_asked = Signal()

    def __init__(self, back: str, title: QLabel, *actions: QWidget, state: QLabel | None = None) -> None:
        super().__init__()
        self.back = dress(QPushButton(f"← {back}"), flat="true")
        self.back.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.back.clicked.connect(lambda _checked: self.back_asked.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(_row(self.back, state or line("", "")))
        column.addLayout(_row(title, *actions))


def _row(*parts: QWidget) -> QHBoxLayout:
    """Put parts side by side; the words among them take the room."""
    row = QHBoxLayout()
    row.setSpacing(8)
    for part in parts:
        row.addWidget(part, 1 if isinstance(part, QLabel) else 0)
    return row
