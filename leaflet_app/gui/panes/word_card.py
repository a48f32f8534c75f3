"""A small card that explains a word where it stands."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from leaflet_app.domain.glossary import Term
from leaflet_app.domain.sentences import capitalised, sentence
from leaflet_app.gui.widgets.announce import announce
from leaflet_app.gui.widgets.dress import dress

WIDTH = 320
BELOW = 16


class WordCard(QFrame):
    """Opens beside the word; Esc or a click elsewhere closes it."""

    def __init__(self, parent: QWidget, term: Term) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dress(self, ground="panel")
        meaning = sentence(term.meaning)
        word = dress(QLabel(capitalised(term.word)), tone="heading")
        said = QLabel(meaning)
        said.setWordWrap(True)
        self.setAccessibleName(f"{term.word}: {meaning}")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(4)
        column.addWidget(word)
        column.addWidget(said)
        self.setFixedWidth(WIDTH)
        announce(parent, f"{term.word}: {meaning}")

    def open_at(self, place: QPoint) -> None:
        """Show the card just below a place on the screen, and whole."""
        self.adjustSize()
        room = self.screen().availableGeometry()
        left = max(room.left(), min(place.x(), room.right() - self.width()))
        top = place.y() + BELOW
        if top + self.height() > room.bottom():
            top = place.y() - BELOW - self.height()
        self.move(left, top)
        self.show()
