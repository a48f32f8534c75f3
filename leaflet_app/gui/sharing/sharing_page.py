"""The page Sharing: how it stands, where it is shared, and what others have changed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout

from leaflet_app.domain.errors import LeafletError
from leaflet_app.domain.sharing import Disagreement
from leaflet_app.domain.versions import Version
from leaflet_app.gui.jobs import Jobs
from leaflet_app.gui.sharing.background import BackgroundSharing, Outcome
from leaflet_app.gui.sharing.conflict_sheet import ConflictSheet
from leaflet_app.gui.sharing.others_panel import OthersPanel
from leaflet_app.gui.sharing.place_panel import AskFolder, PlacePanel
from leaflet_app.gui.sharing.said import said_outcome
from leaflet_app.gui.sharing.steps import BEGIN, STEPS, Place, confirm, look_at, take_step
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.gui.widgets.library_page import LibraryPage
from leaflet_app.gui.widgets.reading import line
from leaflet_app.services import share_library, shared_place
from leaflet_app.services.desk import Desk
from leaflet_app.services.settings import change as change_setting

ADDRESS = "library.shared"


class SharingPage(LibraryPage):
    """Shows what the sharing in the background tells, and lets a person act on it."""

    def __init__(self, desk: Desk, sharing: BackgroundSharing, ask_folder: AskFolder | None = None) -> None:
        super().__init__()
        self._desk = desk
        self._sharing = sharing
        self._looking, self._trying, self._writing = Jobs(self), Jobs(self), Jobs(self)
        self._reading, self._choosing = Jobs(self), Jobs(self)
        self._words, self._meaning = line("", "heading"), line("", "soft")
        self._share = QPushButton("&Share now")
        self._settle = QPushButton("&Choose between the texts…")
        self._place = PlacePanel(ask_folder)
        self._others = OthersPanel()
        self._share.clicked.connect(lambda _checked: self._sharing.share_now())
        self._settle.clicked.connect(lambda _checked: self.choose_texts())
        self._place.address_kept.connect(self._keep_address)
        self._place.trial_asked.connect(self._try)
        self._place.step_taken.connect(self._take_step)
        self._sharing.begun.connect(self._show_busy)
        self._sharing.stood.connect(self._show)
        self._sharing.library_came.connect(self.library_changed)
        self._lay_out()
        self._show(self._sharing.last)

    def showEvent(self, event: QShowEvent) -> None:
        """Look how things stand when the page comes into view."""
        super().showEvent(event)
        self._look()

    def choose_texts(self) -> None:
        """Let a person choose between the texts of both sides."""
        self._choosing.submit(partial(share_library.conflicts, self._desk), self._ask, self._show_failed)

    def _look(self) -> None:
        self._looking.submit(
            partial(look_at, self._desk, self._sharing.last.fault), self._show_place, self._show_failed
        )
        if self._sharing.last.standing.address:
            read = partial(share_library.changes_of_others, self._desk)
            self._reading.submit(read, self._show_others, self._show_failed)

    def _ask(self, texts: tuple[Disagreement, ...]) -> None:
        if not texts:
            self._sharing.share_now()
            return
        sheet = ConflictSheet(self.window(), self._desk, texts)
        sheet.ask_once(lambda: self._keep_chosen(texts, sheet.chosen))

    def _keep_chosen(self, texts: tuple[Disagreement, ...], chosen: Mapping[str, bytes | None]) -> None:
        work = partial(share_library.settle, self._desk, texts, chosen)
        self._writing.submit(work, lambda _commit: self._go_on(), self._show_failed)

    def _keep_address(self, address: str) -> None:
        work = partial(change_setting, self._desk, ADDRESS, address)
        self._writing.submit(work, lambda _none: self._share_at(address), self._show_failed)

    def _share_at(self, address: str) -> None:
        self._place.say("✓ Kept." if address else "✓ The library stays on this desk.", "good")
        self._sharing.share_now()

    def _try(self) -> None:
        self._place.say("Asking …", "soft")
        self._trying.submit(partial(shared_place.try_place, self._desk), self._show_tried, self._show_untried)

    def _take_step(self, name: str) -> None:
        work = partial(take_step, self._desk, name)
        confirm(self, name, lambda: self._writing.submit(work, lambda _none: self._go_on(), self._show_failed))

    def _go_on(self) -> None:
        self._place.offer("")
        self._place.say("", "")
        self.library_changed.emit()
        self._sharing.share_now()

    def _show_busy(self) -> None:
        self._words.setText("Sharing …")
        dress(self._words, tone="heading")
        self._share.setEnabled(False)

    def _show(self, outcome: Outcome) -> None:
        said = said_outcome(outcome, self._desk.now().astimezone())
        dress(self._words, tone="heading", light=said.tone).setText(said.words)
        self._meaning.setText(said.meaning)
        has_texts = bool(outcome.standing.texts)
        self._share.setEnabled(bool(outcome.standing.address) and not self._sharing.is_sharing)
        self._settle.setVisible(has_texts)
        dress(self._settle, main="true" if has_texts else "")
        dress(self._share, main="" if has_texts else "true")
        if self.isVisible():
            self._look()

    def _show_place(self, place: Place) -> None:
        self._place.show_address(place.address, may_change=not place.is_locked)
        words, button = STEPS.get(place.step, ("", ""))
        self._place.offer(place.step, words.format(since=place.since), button)
        if place.step == BEGIN:  # one question, and nothing that sounds as if something were broken
            dress(self._words, tone="heading", light="").setText("Nothing is shared there yet")
            self._meaning.setText("")

    def _show_others(self, changes: tuple[Version, ...]) -> None:
        now, needs_choice = self._desk.now().astimezone(), not self._settle.isHidden()
        self._others.show_changes(changes, self._desk.library, now, needs_choice=needs_choice)

    def _show_tried(self, is_there: bool) -> None:  # noqa: FBT001  (as the job brings it)
        words = "✓ The shared library answers." if is_there else "✓ It answers. Nothing is shared there yet."
        self._place.say(words, "good")

    def _show_untried(self, error: LeafletError) -> None:
        self._show_failed(error)
        self._look()

    def _show_failed(self, error: LeafletError) -> None:
        self._place.say(str(error), "urgent")

    def _lay_out(self) -> None:
        state = QVBoxLayout()
        state.setSpacing(4)
        state.addWidget(self._words)
        state.addWidget(self._meaning)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addLayout(state, 1)
        for button in (self._settle, self._share):
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self._place)
        column.addWidget(self._others, 1)
