"""Above the text: the way back, what text it is, whether it is saved, and what can be done with all of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from leaflet_app.gui.widgets.announce import announce
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.gui.widgets.page_head import PageHead


class TextHead(QWidget):
    """Tells what was asked for; what it says of the text is always true, or it says so."""

    back_asked = Signal()
    discard_asked = Signal()
    save_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = dress(QLabel(), tone="heading")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setWordWrap(True)
        self._state = QLabel()
        self._state.setTextFormat(Qt.TextFormat.PlainText)
        self._state.setWordWrap(True)
        self._discard = QPushButton("&Discard changes")
        self._save = dress(QPushButton("&Save"), main="true")
        self._save.setToolTip("Save this text (Ctrl+S)")
        for button, asked in (
            (self._discard, self.discard_asked),
            (self._save, self.save_asked),
        ):
            button.clicked.connect(lambda _checked, asked=asked: asked.emit())
        self._state.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head = PageHead("All &texts", self._title, self._discard, self._save, state=self._state)
        head.back_asked.connect(self.back_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(head)
        self.offer(can_save=False, can_discard=False)

    @property
    def said(self) -> str:
        """Return what is said of the text's state."""
        return self._state.text()

    def name(self, title: str) -> None:
        """Say which text it is."""
        self._title.setText(title)
        self.setAccessibleName(title)

    def say(self, words: str, tone: str = "soft") -> None:
        """Say how the text stands."""
        if words != self._state.text():
            dress(self._state, tone=tone).setText(words)

    def announce(self) -> None:
        """Have it spoken."""
        announce(self, self._state.text())

    def offer(self, *, can_save: bool, can_discard: bool) -> None:
        """Offer what suits the text."""
        self._save.setEnabled(can_save)
        self._discard.setEnabled(can_discard)
