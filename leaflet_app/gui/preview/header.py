"""The head of the leaflet's column: how many pages, and how it stands, in a word and a shape."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from leaflet_app.domain.counted import counted
from leaflet_app.gui.preview.checks_light import ChecksLight
from leaflet_app.gui.preview.more_choices import MoreButton
from leaflet_app.gui.widgets.dress import dress

SHAPE_SIDE = 12


class State(Enum):
    """How the leaflet stands. The value is the word a person reads."""

    NOTHING = ""
    WORKING = "Working…"
    READY = "Ready"
    HELD = "May not leave"
    PROBLEM = "Problem"


TONES = {
    State.NOTHING: "soft",
    State.WORKING: "soft",
    State.READY: "good",
    State.HELD: "urgent",
    State.PROBLEM: "urgent",
}


class Header(QWidget):
    """Title, state, the rarer choices, a chip while a clinician has yet to sign, and the light of the checks."""

    def __init__(self) -> None:
        super().__init__()
        self._title = dress(QLabel("Leaflet"), tone="heading")
        self._word = QLabel()
        self._shape = StateShape(self._word)
        self._chip = dress(QLabel("Awaiting clinical review"), tone="look", ground="look")
        self._chip.setContentsMargins(8, 0, 8, 0)
        self._chip.setToolTip("A named clinician has not signed every topic of this leaflet yet.")
        self._chip.hide()
        self.light = ChecksLight()
        self.more = MoreButton()
        self._state = State.NOTHING
        self._lay_out()
        self.set_state(State.NOTHING)

    @property
    def state(self) -> State:
        """Return how the leaflet stands."""
        return self._state

    @property
    def title(self) -> str:
        """Return what the title says."""
        return self._title.text()

    def set_state(self, state: State) -> None:
        """Say how the leaflet stands."""
        self._state = state
        self._word.setText(state.value)
        dress(self._word, tone=TONES[state])
        self._shape.show_state(state)

    def set_pages(self, pages: int) -> None:
        """Say how long the leaflet is; nothing for none."""
        self._title.setText(f"Leaflet · {counted(pages, 'page')}" if pages else "Leaflet")

    def set_awaiting_review(self, *, awaiting: bool) -> None:
        """Show or hide the chip."""
        self._chip.setVisible(awaiting)

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        first.setSpacing(4)
        first.addWidget(self._title, 1)
        first.addWidget(self._shape)
        first.addWidget(self._word)
        first.addSpacing(4)
        first.addWidget(self.more)
        second.addWidget(self._chip)
        second.addStretch(1)
        second.addWidget(self.light)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addLayout(first)
        rows.addLayout(second)


class StateShape(QWidget):
    """A disc for ready, half a disc for working, a triangle for a stop; in the colour of the word beside it."""

    def __init__(self, word: QLabel) -> None:
        super().__init__()
        self._word = word
        self._state = State.NOTHING
        self.setFixedSize(QSize(SHAPE_SIDE, SHAPE_SIDE))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_state(self, state: State) -> None:
        """Take the shape of a state."""
        self._state = state
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the shape."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self._word.palette().color(QPalette.ColorRole.WindowText)
        painter.setPen(QPen(colour, 1.5))
        painter.setBrush(colour)
        disc = QRectF(2, 2, SHAPE_SIDE - 4, SHAPE_SIDE - 4)
        if self._state is State.READY:
            painter.drawEllipse(disc)
        elif self._state is State.WORKING:
            painter.drawChord(disc, 90 * 16, 180 * 16)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(disc)
        elif self._state in {State.HELD, State.PROBLEM}:
            side = float(SHAPE_SIDE)
            painter.drawPolygon(
                QPolygonF([QPointF(side / 2, 2), QPointF(side - 1.5, side - 2), QPointF(1.5, side - 2)])
            )
