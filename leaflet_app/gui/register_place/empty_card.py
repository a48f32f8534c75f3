"""What stands in the place Register while there is nothing to list."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from leaflet_app.gui.widgets.dress import dress

READING = ("Reading the register …", "")
EMPTY = (
    "Nothing has been given yet",
    "Print, save or email a leaflet, and it is noted here by itself: which one, when, how and by whom. Never for whom.",
)
NONE_FITS = ("No leaflet fits", "Choose less above, or show all.")
UNREADABLE = ("The register cannot be read now", "What was given meanwhile is kept on this desk and is not lost.")
WIDEST = 520


class EmptyCard(QFrame):
    """A heading and a sentence on a panel."""

    def __init__(self) -> None:
        super().__init__()
        dress(self, ground="panel")
        self._heading = dress(QLabel(), tone="heading")
        self._sentence = dress(QLabel(), tone="soft")
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(2)
        for label in (self._heading, self._sentence):
            label.setWordWrap(True)
            label.setMaximumWidth(WIDEST)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            middle = QHBoxLayout()  # an alignment would keep the label from growing with its words
            middle.addStretch(1)
            middle.addWidget(label, 100)
            middle.addStretch(1)
            column.addLayout(middle)
        column.addStretch(3)
        self.say(READING)

    def say(self, words: tuple[str, str]) -> None:
        """Say why there is nothing."""
        heading, sentence = words
        self._heading.setText(heading)
        self._sentence.setText(sentence)
