"""Name what is chosen as a set, and offer the sets where a leaflet begins."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from leaflet_app.domain.errors import LeafletError
from leaflet_app.domain.sets import TopicSet
from leaflet_app.gui.choice import Choice
from leaflet_app.gui.panes.empty_pane import EmptyPane
from leaflet_app.gui.panes.set_naming import SetNaming
from leaflet_app.gui.widgets.announce import announce
from leaflet_app.gui.widgets.strip import Strip
from leaflet_app.services import sets
from leaflet_app.services.desk import Desk


class SetKeeping(QObject):
    """Joins the pane that offers sets to the practice's file. Its `strips` ask for a name and tell what happened."""

    def __init__(self, desk: Desk, choice: Choice, pane: EmptyPane) -> None:
        super().__init__(pane)
        self._desk = desk
        self._choice = choice
        self._pane = pane
        self._renamed = ""
        self._before: tuple[TopicSet, ...] = ()
        self._naming = SetNaming()
        self._told = Strip()
        self._told.offer("Close", self._told.hide)
        self._deleted = Strip()
        self._deleted.offer("Bring it back", self._bring_back)
        self.strips = (self._naming, self._told, self._deleted)
        self.settle()
        self._naming.name_given.connect(self._take_name)
        pane.set_chosen.connect(self._choose)
        pane.rename_asked.connect(self._ask_new_name)
        pane.delete_asked.connect(self._delete)

    def offer(self) -> None:
        """Offer all sets there are."""
        own = sets.own_sets(self._desk.home, self._desk.library)
        every = sets.all_sets(self._desk.home, self._desk.library)
        self._pane.show_sets(own, every[len(own) :])

    def ask_name(self) -> None:
        """Ask what to call the set of what is chosen."""
        self.settle()
        self._renamed = ""
        self._naming.ask("Name this set of topics")

    def settle(self) -> None:
        """Take away the news of what happened last."""
        self._told.hide()
        self._deleted.hide()

    def _choose(self, chosen: TopicSet) -> None:
        self._choice.become(chosen.chosen_on(self._choice.selection))

    def _ask_new_name(self, name: str) -> None:
        self.settle()
        self._renamed = name
        self._naming.ask("New name of the set", name)

    def _take_name(self, name: str) -> None:
        selection, home = self._choice.selection, self._desk.home
        try:
            if self._renamed:
                sets.rename_set(home, self._renamed, name, selection.recipient)
            else:
                sets.keep_set(home, name, selection)
        except LeafletError as fault:
            self._naming.refuse(str(fault))
            return
        self.offer()
        self._tell(self._told, f"The set “{name.strip()}” is kept. You find it wherever a leaflet begins.")

    def _delete(self, name: str) -> None:
        def delete() -> None:
            self._before = sets.delete_set(self._desk.home, name)
            self._tell(self._deleted, f"The set “{name}” is deleted.")

        self._try(delete)

    def _bring_back(self) -> None:
        self.settle()
        self._try(lambda: sets.bring_back(self._desk.home, self._before))

    def _try(self, act: Callable[[], None]) -> None:
        try:
            act()
        except LeafletError as fault:
            self._tell(self._told, str(fault))
        self.offer()

    def _tell(self, strip: Strip, words: str) -> None:
        self._naming.hide()
        self.settle()
        strip.say(words)
        announce(strip, words)
