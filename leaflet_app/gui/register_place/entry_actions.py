"""What can be done with the register and its chosen row, and the news of what was done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from leaflet_app.domain.given import Given
from leaflet_app.gui.widgets.announce import announce
from leaflet_app.gui.widgets.dress import dress


class EntryActions(QWidget):
    """A line for news on the left, the buttons on the right."""

    copy_asked = Signal()
    corrected_asked = Signal()
    export_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown: Given | None = None
        self._news = QLabel()
        self._news.setWordWrap(True)
        self._copy = _button("&Copy line for the record", self.copy_asked.emit)
        self._corrected = _button("Ma&ke corrected leaflet…", self.corrected_asked.emit)
        self._export = _button("&Export…", self.export_asked.emit)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._news, 1)
        for button in (self._copy, self._corrected, self._export):
            row.addWidget(button)

    def show_entry(self, given: Given | None) -> None:
        """Offer what suits the chosen row."""
        for button in (self._copy, self._corrected):
            button.setEnabled(given is not None)
        if given != self._shown:
            self._news.clear()
        self._shown = given

    def offer(self, *, is_offered: bool) -> None:
        """Offer the buttons where there is anything in the register."""
        for button in (self._copy, self._corrected, self._export):
            button.setVisible(is_offered)

    def say(self, words: str, tone: str = "good") -> None:
        """Tell what was done, or why it was not."""
        dress(self._news, tone=tone).setText(words)
        announce(self, words)


def _button(words: str, act: Callable[[], object]) -> QPushButton:
    button = QPushButton(words)
    button.clicked.connect(lambda _checked: act())
    return button
