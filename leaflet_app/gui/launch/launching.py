"""Open in the window what a patient record asked for. Nothing is printed or sent, and no open leaflet is lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from leaflet_app.domain.errors import LeafletError
from leaflet_app.domain.launch import Launch
from leaflet_app.domain.selection import Selection
from leaflet_app.gui.launch.asked_strip import AskedStrip
from leaflet_app.gui.leaflets_place import LeafletsPlace
from leaflet_app.gui.widgets.announce import announce
from leaflet_app.services.desk import Desk
from leaflet_app.services.open_link import read_link


class Launching(QObject):
    """Reads links and changes the leaflet on the desk, after asking where there is one."""

    failed = Signal(LeafletError)
    woken = Signal()
    opened = Signal()

    def __init__(self, desk: Desk, leaflets: LeafletsPlace) -> None:
        super().__init__(leaflets)
        self._desk = desk
        self._leaflets = leaflets
        self.strip = AskedStrip()
        leaflets.show_above(self.strip)

    def open(self, untrusted_link: str) -> None:
        """Come to the front, and open what the link asks for; an empty link leaves the window as it is."""
        self.woken.emit()
        if not untrusted_link:
            return
        self.opened.emit()
        try:
            launch = read_link(untrusted_link, self._desk.library)
        except LeafletError as error:
            self.failed.emit(error)
            return
        if self._is_in_use():
            told = "The patient record asks for a new leaflet. The one here has not been handed over."
            self._ask(told, {"Start the new one": partial(self._begin, launch)})
        else:
            self._begin(launch)

    def _is_in_use(self) -> bool:
        chosen = self._leaflets.choice.selection
        return replace(chosen, format=Selection().format, theme=Selection().theme) != Selection(made_on=chosen.made_on)

    def _begin(self, launch: Launch) -> None:
        self._leaflets.start_for(launch.topics, launch.reference, launch.language)
        lead = self._told(launch)
        offers: dict[str, Callable[[], object]] = {
            self._desk.library.topics[each].title: partial(self._leaflets.choice.add, each) for each in launch.offered
        }
        if lead:
            self._ask(lead, offers)

    def _told(self, launch: Launch) -> str:
        """Say what the record asked for and what a person has to do about it."""
        told = []
        if launch.offered:
            told.append(f"The patient record asks for {launch.asked}. These topics may fit: choose the right one.")
        elif launch.asked:
            told.append(f"The patient record asks for {launch.asked}. No topic fits: choose by hand.")
        if launch.unknown_language:
            told.append(f"The library has no words in “{launch.unknown_language}”, so the leaflet is in English.")
        return " ".join(told)

    def _ask(self, words: str, steps: dict[str, Callable[[], object]]) -> None:
        self.strip.ask(words, steps)
        announce(self._leaflets, words)
