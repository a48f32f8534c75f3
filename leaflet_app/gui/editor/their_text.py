"""What somebody else has made of the text, to read and copy from while one's own is written."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout

from leaflet_app.gui.editor.highlighter import Highlighter
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.gui.widgets.reading import line

ABOUT = "Theirs, as the library holds it now. Take from it what you need; your next save stands in its place."


class TheirText(QFrame):
    """Stands in the place of something else until it is closed; the button says of what."""

    closed = Signal()

    def __init__(self, close_words: str) -> None:
        super().__init__()
        dress(self, ground="panel")
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName("Their text")
        self._highlighter = Highlighter(self.text.document(), self.palette())
        close = QPushButton(close_words)
        close.clicked.connect(lambda _checked: self.closed.emit())
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(line(ABOUT, "soft"), 1)
        head.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 8, 8)
        column.addLayout(head)
        column.addWidget(self.text, 1)

    def show_text(self, text: str) -> None:
        """Show this text."""
        self.text.setPlainText(text)
