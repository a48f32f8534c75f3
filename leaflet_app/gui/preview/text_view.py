"""The words of the leaflet, to be read aloud or copied."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPlainTextEdit

from leaflet_app.gui.preview.lines import Line, as_text


class TextView(QPlainTextEdit):
    """Keeps its height while the words change; sets them only where someone sees them."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[Line, ...] = ()
        self._told = ""
        self.setReadOnly(True)
        self.setAccessibleName("The leaflet as text")
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )

    @property
    def words(self) -> str:
        """Return the words of the leaflet."""
        return self._told or as_text(self._lines)

    def tell(self, words: str) -> None:
        """Show these words in place of the lines; none, and the lines are shown."""
        self._told = words
        if self.isVisible():
            self._write()

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        """Show these lines in place of those before."""
        self._lines = lines
        if self.isVisible():
            self._write()

    def showEvent(self, event: QShowEvent) -> None:
        """Set the words that came while nobody looked."""
        self._write()
        super().showEvent(event)

    def _write(self) -> None:
        bar = self.verticalScrollBar()
        height = bar.value()
        self.setPlainText(self.words)
        bar.setValue(height)
