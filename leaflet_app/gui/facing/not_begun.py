"""In the place of a translation that nobody has begun: that this is so, and the one thing to do about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from leaflet_app.domain.languages import Language
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.gui.widgets.reading import line


class NotBegun(QFrame):
    """Once it is asked to begin it waits until it is offered again."""

    begin_asked = Signal()

    def __init__(self, lang: Language) -> None:
        super().__init__()
        dress(self, ground="panel")
        self.button = dress(QPushButton("&Begin the translation"), main="true")
        self.button.clicked.connect(lambda _checked: self._ask())
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addStretch(1)
        column.addWidget(line(f"Nobody has begun this text in {lang.english_name}.", ""), 0)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(2)

    def offer(self) -> None:
        """Let somebody begin."""
        self.button.setEnabled(True)

    def _ask(self) -> None:
        self.button.setEnabled(False)
        self.begin_asked.emit()
