"""A calm strip that says what happened and offers the next step."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy

from leaflet_app.gui.widgets.dress import dress
from leaflet_app.gui.widgets.reading import line


class Strip(QFrame):
    """One sentence, and a button for each thing that can be done about it."""

    def __init__(self, words: str = "", *, ground: str = "tint") -> None:
        super().__init__()
        dress(self, ground=ground)
        self._words = line(words, "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 8, 8, 8)
        self._row.setSpacing(8)
        self._row.addWidget(self._words, 1)

    def say(self, words: str) -> None:
        """Show another sentence."""
        self._words.setText(words)
        self.show()

    def offer(self, label: str, act: Callable[[], object]) -> QPushButton:
        """Add a button that does one thing."""
        button = QPushButton(label)
        button.clicked.connect(lambda _checked: act())
        self._row.addWidget(button)
        return button
