"""What a patient record asked for, in words, and the topics that may fit: a person decides."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QVBoxLayout

from leaflet_app.gui.widgets.dress import dress
from leaflet_app.gui.widgets.flow import Flow


class AskedStrip(QFrame):
    """One sentence, and a button for each thing that can be done; it goes when one is pressed."""

    def __init__(self) -> None:
        super().__init__()
        dress(self, ground="tint")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)  # it repeats what a record said
        self._buttons = Flow()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 8, 8)
        column.setSpacing(8)
        column.addWidget(self._words)
        column.addLayout(self._buttons)
        self.hide()

    @property
    def words(self) -> str:
        """Return what the strip says."""
        return self._words.text()

    def ask(self, words: str, steps: Mapping[str, Callable[[], object]]) -> None:
        """Say a sentence and offer these steps, and to close the strip."""
        self._empty()
        self._words.setText(words)
        for label, act in {**steps, "Close": lambda: None}.items():
            self._offer(label, act)
        self.show()

    def _offer(self, label: str, act: Callable[[], object]) -> None:
        button = QPushButton(label.replace("&", "&&"))
        button.clicked.connect(self.hide)
        button.clicked.connect(lambda _checked: act())
        self._buttons.addWidget(button)

    def _empty(self) -> None:
        while place := self._buttons.takeAt(0):
            if widget := place.widget():
                widget.hide()
                widget.deleteLater()
