"""A place that says calmly what it is for and what is coming."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from leaflet_app.gui.widgets.dress import dress
from leaflet_app.gui.widgets.reading import line

WIDEST = 560


class Coming(QWidget):
    """A title and a few plain sentences in the middle of the place."""

    def __init__(self, title: str, *sentences: str) -> None:
        super().__init__()
        card = dress(QFrame(), ground="panel")
        card.setMaximumWidth(WIDEST)
        self.column = QVBoxLayout(card)
        self.column.setContentsMargins(32, 24, 32, 32)
        self.column.setSpacing(12)
        self.column.addWidget(line(title, "title"))
        for sentence in sentences:
            self.add(sentence)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 24, 24, 24)
        middle = QHBoxLayout()  # an alignment would keep the card from growing with its words
        middle.addStretch(1)
        middle.addWidget(card, 100)
        middle.addStretch(1)
        outer.addStretch(2)
        outer.addLayout(middle)
        outer.addStretch(3)

    def add(self, sentence: str, tone: str = "") -> None:
        """Add a sentence below the others."""
        self.column.addWidget(line(sentence, tone))
