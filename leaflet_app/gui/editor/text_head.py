"""Above the text: the way back, what text it is, whether it is saved, and what can be done with all of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from leaflet_app.gui.widgets.announce import announce
from leaflet_app.gui.widgets.dress import dress

BACK = "← &All texts"


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
        back = dress(QPushButton(BACK), flat="true")
        back.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._discard = QPushButton("&Discard changes")
        self._save = dress(QPushButton("&Save"), main="true")
        self._save.setToolTip("Save this text (Ctrl+S)")
        for button, asked in (
            (back, self.back_asked),
            (self._discard, self.discard_asked),
            (self._save, self.save_asked),
        ):
            button.clicked.connect(lambda _checked, asked=asked: asked.emit())
        self._state.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(_row(back, self._state))
        column.addLayout(_row(self._title, self._discard, self._save))
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


def _row(*parts: QWidget) -> QHBoxLayout:
    """Put parts side by side; the words among them take the room."""
    row = QHBoxLayout()
    row.setSpacing(8)
    for part in parts:
        row.addWidget(part, 1 if isinstance(part, QLabel) else 0)
    return row
