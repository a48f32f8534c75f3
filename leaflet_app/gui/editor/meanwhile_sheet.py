"""Somebody else has changed the text that is open here: both side by side, and a choice. Nothing is merged."""

from __future__ import annotations

from enum import Enum

from PySide6.QtWidgets import QSizePolicy, QWidget

from leaflet_app.gui.widgets.reading import line
from leaflet_app.gui.widgets.sheet import Sheet
from leaflet_app.gui.widgets.side_by_side import SideBySide

ABOUT = "Somebody else has saved this text since you opened it. Both stay: theirs in the history, yours here."
TITLES = ("Theirs, as the library holds it now", "Yours, as you have written it")
LEAST_WIDTH, LEAST_HEIGHT = 720, 440


class Way(Enum):
    """What a person chose."""

    LATER = 0
    MINE = 1
    THEIRS = 2
    BOTH = 3


class MeanwhileSheet(Sheet):
    """The main button opens both: yours to go on with, theirs beside it to read."""

    def __init__(self, parent: QWidget, theirs: str, mine: str) -> None:
        super().__init__(parent, "This text was changed meanwhile", "Open &both")
        self.way = Way.LATER
        self.cancel.setText("Decide later")
        self.main.clicked.connect(lambda _checked: self._choose(Way.BOTH))
        self.offer("Take &theirs", lambda: self._choose(Way.THEIRS))
        self.offer("Keep &mine", lambda: self._choose(Way.MINE))
        sides = SideBySide()
        sides.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.body.addWidget(line(ABOUT, "soft"))
        self.body.addWidget(sides, 1)
        sides.show_texts(theirs, mine, TITLES, is_choice=True)
        self.setMinimumSize(min(LEAST_WIDTH, parent.width()), min(LEAST_HEIGHT, parent.height()))
        self.resize(max(parent.width() - 64, LEAST_WIDTH), max(parent.height() - 64, LEAST_HEIGHT))

    def _choose(self, way: Way) -> None:
        self.way = way
        self.accept()
