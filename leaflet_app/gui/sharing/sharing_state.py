"""How sharing stands, in the line at the foot of the window."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from leaflet_app.gui.sharing.background import BackgroundSharing, Outcome
from leaflet_app.gui.sharing.said import said_outcome
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.services.desk import Desk

BUSY = "Sharing …"


class SharingState(QPushButton):
    """A few words that lead to the whole of it; nothing where nothing is shared."""

    def __init__(self, desk: Desk, sharing: BackgroundSharing) -> None:
        super().__init__()
        self._desk = desk
        self.setFlat(True)
        self.hide()
        sharing.begun.connect(self._show_busy)
        sharing.stood.connect(self._show)

    def _show_busy(self) -> None:
        if self.isVisible():
            self._say(BUSY, "", "The library is shared with other desks at this moment.")

    def _show(self, outcome: Outcome) -> None:
        said = said_outcome(outcome, self._desk.now().astimezone())
        self._say(said.words, {"good": "good", "look": "look", "urgent": "urgent"}.get(said.tone, ""), said.meaning)
        self.setVisible(bool(outcome.standing.address))

    def _say(self, words: str, light: str, meaning: str) -> None:
        dress(self, flat="true", light=light).setText(words)
        self.setToolTip(meaning)
        self.setAccessibleName(f"Sharing: {words}")
        self.setAccessibleDescription(meaning)
