"""Somebody else has saved the text that is open: tell of it, show both, and settle what a person chose."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from leaflet_app.domain.errors import LeafletError
from leaflet_app.gui.editor.drafting import Drafting
from leaflet_app.gui.editor.meanwhile_sheet import MeanwhileSheet, Way
from leaflet_app.gui.editor.unsaved import Unsaved
from leaflet_app.gui.widgets.asking_strip import AskingStrip
from leaflet_app.services.edit_text import Theirs

TAKEN_IN = "Somebody else has saved this text. You see it as it is now."
LISTS_JOINED = "Somebody else has changed a list that you changed too. It holds what both of you changed: save again."
OVERTAKEN = "Somebody else has saved this text since you opened it. Yours is still here."


class Meanwhile(QObject):
    """Nothing is merged within a text; a list takes in each entry that others changed."""

    met = Signal()
    failed = Signal(LeafletError)
    save_asked = Signal()
    theirs_asked = Signal(str)

    def __init__(self, page: QWidget, unsaved: Unsaved, drafting: Drafting, strip: AskingStrip) -> None:
        super().__init__(page)
        self._page, self._unsaved, self._edited = page, unsaved, unsaved.edited
        self._drafting, self._strip = drafting, strip

    def follow(self, beside: Mapping[str, bytes]) -> bool:
        """Take in the files beside the text with what is changed here in them; tell whether that could be."""
        try:
            self._unsaved.others.follow(beside.get)
        except LeafletError as fault:
            self.failed.emit(fault)
            return False
        return True

    def tell(self, theirs: Theirs) -> None:
        """Tell that another has saved the text; where nothing is changed here, show it."""
        if self._unsaved.is_changed:
            self._strip.ask(OVERTAKEN, ("&Compare", partial(self.compare, theirs)))
        elif self.follow(theirs.beside):
            self._edited.take(theirs.text, theirs.base)
            self._strip.ask(TAKEN_IN)

    def take_in_lists(self, theirs: Theirs) -> None:
        """Take in what another changed in lists that were changed here too."""
        self.met.emit()
        if self.follow(theirs.beside):
            self._edited.settle(theirs.text, theirs.base)
            self._strip.ask(LISTS_JOINED, ("&Save", self.save_asked.emit))

    def compare(self, theirs: Theirs) -> None:
        """Show both texts, and let a person choose."""
        self.met.emit()
        self._strip.ask(OVERTAKEN, ("&Compare", partial(self.compare, theirs)))
        sheet = MeanwhileSheet(self._page.window(), theirs.text, self._edited.text)
        sheet.ask_once(lambda: self._settle(sheet.way, theirs))

    def _settle(self, way: Way, theirs: Theirs) -> None:
        self._strip.hide()
        if not self.follow(theirs.beside):
            return
        self._edited.settle(theirs.text, theirs.base)
        if way is Way.THEIRS:
            self._edited.replace(theirs.text)
        elif way is Way.BOTH:
            self.theirs_asked.emit(theirs.text)
        self._drafting.settle()
        self.met.emit()
        if way is Way.MINE:
            self.save_asked.emit()
