"""What is chosen for the leaflet on the desk: the one state that all columns show."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, Signal

from leaflet_app.domain.library import Library
from leaflet_app.domain.look import Format, Theme
from leaflet_app.domain.selection import Detail, Recipient, Selection
from leaflet_app.domain.topic import Site
from leaflet_app.services.choose_topics import as_far_as_offered
from leaflet_app.services.standing_in import borne


class Choice(QObject):
    """Hold the selection, dated today, and tell of each new one."""

    changed = Signal(Selection)

    def __init__(self, library: Library, today: Callable[[], date]) -> None:
        super().__init__()
        self._library = library
        self._today = today
        self._selection = Selection(made_on=today())
        self._own_practice = ""

    def take_library(self, library: Library) -> tuple[str, ...]:
        """Choose from another library; return the titles of chosen topics that it no longer offers.

        The choice is told in any case, for the same topics may say something else.
        """
        before = {each: self._library.topics[each].title for each in self._selection.topics}
        self._library = library
        self._selection = as_far_as_offered(library, self._selection)
        self.changed.emit(self._selection)
        return tuple(title for each, title in before.items() if each not in self._selection.topics)

    def begin_with(self, selection: Selection) -> None:
        """Print as leaflets are printed at this desk, now and after each fresh start."""
        self._own_practice = selection.practice
        self.become(selection)

    def bear_own(self, practice: str) -> None:
        """Print for another practice at this desk from now on, this leaflet too unless it was for one chosen for it."""
        before, self._own_practice = self._own_practice, practice
        if practice != before == self._selection.practice:
            self.hand_out_for(practice)

    @property
    def selection(self) -> Selection:
        """Return what is chosen now."""
        return self._selection

    def become(self, selection: Selection) -> None:
        """Take over a whole selection."""
        dated = replace(selection, made_on=self._today())
        if dated != self._selection:
            self._selection = dated
            self.changed.emit(dated)

    def start_afresh(self) -> None:
        """Choose nothing and forget all that was for the last patient, their language and practice too; paper stays."""
        own = borne(self._library, self._own_practice)
        self.become(Selection(format=self._selection.format, theme=self._selection.theme, practice=own))

    def add(self, topic_id: str) -> None:
        """Put a topic where print order wants it."""
        self.become(replace(self._selection, topics=self._library.placed(self._selection.topics, topic_id)))

    def remove(self, topic_id: str) -> None:
        """Take a topic out, with the choices about its sections."""
        self.become(self._selection.without_topic(topic_id))

    def reorder(self, topics: tuple[str, ...]) -> None:
        """Print the same topics in another order."""
        self.become(replace(self._selection, topics=topics))

    def leave_out(self, topic_id: str, key: str, *, left_out: bool) -> None:
        """Leave a section of a topic out, or print it again; without a topic, a part of the whole leaflet."""
        names = {f"{topic_id}/{key}" if topic_id else key}
        kept = self._selection.without | names if left_out else self._selection.without - names
        self.become(replace(self._selection, without=kept))

    def print_on(self, page_format: Format) -> None:
        """Print on paper of this format."""
        self.become(replace(self._selection, format=page_format))

    def dress_in(self, theme: Theme) -> None:
        """Print in these letters, on this ground."""
        self.become(replace(self._selection, theme=theme))

    def sum_up(self, is_summary: bool) -> None:  # noqa: FBT001  (as the signal brings it)
        """Print a short summary, or the whole leaflet."""
        self.become(replace(self._selection, is_summary=is_summary))

    def tear_off(self, apart: bool) -> None:  # noqa: FBT001  (as the signal brings it)
        """Print the questions on a sheet of their own, or in their place."""
        self.become(replace(self._selection, tear_off=apart))

    def speak(self, language: str) -> None:
        """Print in this language; none is the library's own, and stands beside no other."""
        beside = self._selection.beside if language else ""
        self.become(replace(self._selection, language=language, beside=beside))

    def set_beside(self, language: str) -> None:
        """Print this language side by side with the chosen one; none prints that one alone."""
        self.become(replace(self._selection, beside=language))

    def tell_in(self, detail: Detail) -> None:
        """Say this much in numbers."""
        self.become(replace(self._selection, detail=detail))

    def leave_outlook_out(self, left_out: bool) -> None:  # noqa: FBT001  (as the signal brings it)
        """Say chances of cancer, spread, cure or death in words only, or in figures again."""
        self.become(replace(self._selection, without_outlook=left_out))

    def hand_out_for(self, practice: str) -> None:
        """Make it a leaflet of this practice, with its own disclaimer."""
        self.become(replace(self._selection, practice=practice, disclaimer=""))

    def bear(self, disclaimer: str) -> None:
        """Print this disclaimer; none is the practice's own."""
        self.become(replace(self._selection, disclaimer=disclaimer))

    def say(self, note: str) -> None:
        """Print these words of the clinician's."""
        self.become(replace(self._selection, note=note))

    def show_body(self, printed: bool, note: str, mark: Site | None) -> None:  # noqa: FBT001  (as the signal brings it)
        """Print the body with the topics' places marked, these words and this person's own place; or none of it."""
        self.become(replace(self._selection, body_map=printed, body_note=note, body_mark=mark))

    def address_to(self, recipient: Recipient) -> None:
        """Make the copy for this person."""
        self.become(replace(self._selection, recipient=recipient))
