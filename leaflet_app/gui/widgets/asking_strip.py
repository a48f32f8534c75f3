"""A strip that says one thing at a time, with a button for each thing that can be done about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton

from leaflet_app.gui.widgets.announce import announce
from leaflet_app.gui.widgets.strip import Strip


class AskingStrip(Strip):
    """What is asked takes the place of what was asked before."""

    def __init__(self, ground: str = "look") -> None:
        super().__init__(ground=ground)
        self._offers: list[QPushButton] = []
        self.hide()

    def ask(self, words: str, *offers: tuple[str, Callable[[], object]]) -> None:
        """Say something; the keyboard goes to the first thing to do about it. Without any it can be closed."""
        self.tell(words, *offers)
        if offers:
            self._offers[0].setFocus()

    def tell(self, words: str, *offers: tuple[str, Callable[[], object]]) -> None:
        """Say something, and leave the keyboard where it is."""
        for button in self._offers:
            button.hide()
            button.deleteLater()
        self._offers = [self.offer(label, act) for label, act in offers or (("Close", self.hide),)]
        self.say(words)
        for button in self._offers:
            button.show()
        announce(self, words)
