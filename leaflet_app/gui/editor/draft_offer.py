"""Offer what was left of a text; until somebody has chosen, nothing can be typed over it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from leaflet_app.gui.editor.drafting import Drafting
from leaflet_app.gui.editor.unsaved import Unsaved
from leaflet_app.gui.widgets.asking_strip import AskingStrip
from leaflet_app.services.text_drafts import TextDraft


class DraftOffer(QObject):
    """Asks in a strip; `answered` is told before anything changes."""

    answered = Signal()

    def __init__(self, unsaved: Unsaved, drafting: Drafting, strip: AskingStrip) -> None:
        super().__init__(unsaved)
        self._unsaved, self._drafting, self._strip = unsaved, drafting, strip

    def ask(self, draft: TextDraft, left: str) -> None:
        """Ask whether somebody wants what they left at a time."""
        take = ("&Take them up", partial(self.take_up, draft))
        self._strip.ask(f"You left changes here {left} that were not saved.", take, ("&Discard", self._drop))

    def take_up(self, draft: TextDraft) -> None:
        """Go on with what was left."""
        self._answer()
        self._unsaved.take_up(draft)

    def _drop(self) -> None:
        self._answer()
        self._drafting.forget()

    def _answer(self) -> None:
        self._strip.hide()
        self.answered.emit()
