"""The place Outbox: how each email stands, and what a person can do about it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from leaflet_app.domain.errors import LeafletError
from leaflet_app.domain.mail import Mail
from leaflet_app.gui.jobs import Jobs
from leaflet_app.gui.outbox.draining import Draining
from leaflet_app.gui.outbox.filter_bar import FilterBar
from leaflet_app.gui.outbox.mail_list import MailList
from leaflet_app.gui.outbox.mail_row import Step
from leaflet_app.gui.outbox.said import Shown
from leaflet_app.gui.widgets.announce import announce
from leaflet_app.gui.widgets.coming import Coming
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.gui.widgets.strip import Strip
from leaflet_app.services.desk import Desk
from leaflet_app.services.outbox import cancel, confirm, retry
from leaflet_app.services.register_export import titles_of

ABOUT = (
    "Emails leave while Clinic Leaflets is open; what waits when you close it goes when it is next opened. "
    "What was sent is seen here for a day."
)
READING = "Reading the outbox …"
EMPTY = (
    "No email is waiting",
    "Choose topics in Leaflets and press Email. The email waits here for a moment in which you can take it back, and "
    "stays here until you know that it was sent.",
    "An email that opens in your own mail program is sent from there, and is not listed here.",
)
NONE_LISTED = ("None of these", "Press All to see every email.")
UNUSABLE = "Printing and saving go on as ever."


class OutboxPlace(QWidget):
    """Shows what the drain tells it, and does what is asked off the window's thread."""

    settings_asked = Signal()

    def __init__(self, desk: Desk, draining: Draining) -> None:
        super().__init__()
        self._desk = desk
        self._draining = draining
        self._acting = Jobs(self)
        self._mails: tuple[Mail, ...] = ()
        self._shown = Shown.ALL
        self._filter = FilterBar()
        self._list = MailList(titles_of(desk.library))
        self._notice = Strip(ground="look")
        self._open_settings = self._notice.offer("Open settings", self.settings_asked.emit)
        self._notice.offer("Close", self._notice.hide)
        self._notice.hide()
        self._said = ""
        self._is_acting = False
        self._middle = QStackedWidget()
        self._empty, self._none = Coming(*EMPTY), Coming(*NONE_LISTED)
        self._reading = Coming("Outbox", READING)
        for each in (self._reading, self._empty, self._none, self._list):
            self._middle.addWidget(each)
        self._lay_out()
        self._filter.shown_chosen.connect(self._show_only)
        self._list.step_chosen.connect(self._do)
        draining.stood.connect(self._show)
        draining.unreadable.connect(self._show_unusable)
        draining.held_up.connect(self._show_held_up)
        draining.look()

    def take_library(self) -> None:
        """Name topics as the desk's library does now."""
        self._list.take_titles(titles_of(self._desk.library))

    def stop(self) -> None:
        """End all work."""
        self._acting.close()

    def _show(self, mails: tuple[Mail, ...]) -> None:
        self._mails = mails
        listed = tuple(filter(self._shown.takes, mails))
        self._filter.setVisible(bool(mails))
        self._filter.count(mails)
        self._list.show_mails(listed)
        self._middle.setCurrentWidget(self._list if listed else self._none if mails else self._empty)

    def _show_only(self, shown: Shown) -> None:
        self._shown = shown
        self._show(self._mails)

    def _show_unusable(self, error: LeafletError) -> None:
        self._say(f"{error} {UNUSABLE}", settings=True)
        if not self._mails:
            self._middle.setCurrentWidget(self._empty)

    def _show_held_up(self, error: LeafletError | None) -> None:
        if error is not None:
            self._say(f"{error} {UNUSABLE}", settings=True)
        elif self._open_settings.isVisibleTo(self._notice):
            self._notice.hide()
            self._said = ""

    def _do(self, mail_id: str, step: Step) -> None:
        if step is Step.SETTINGS:
            self.settings_asked.emit()
            return
        acts = {
            Step.CANCEL: partial(cancel, self._desk, mail_id),
            Step.REMOVE: partial(cancel, self._desk, mail_id),
            Step.TRY_NOW: partial(retry, self._desk, mail_id),
            Step.TRY_AGAIN: partial(retry, self._desk, mail_id),
            Step.ARRIVED: partial(confirm, self._desk, mail_id, arrived=True),
            Step.SEND_AGAIN: partial(confirm, self._desk, mail_id, arrived=False),
        }
        if self._is_acting:
            return
        self._is_acting = True
        self._acting.submit(acts[step], self._show_done, self._show_refused)

    def _show_done(self, _nothing: None) -> None:
        self._is_acting = False
        self._draining.hurry()

    def _show_refused(self, error: LeafletError) -> None:
        self._is_acting = False
        self._said = ""
        self._say(str(error), settings=False)
        self._draining.look()

    def _say(self, words: str, *, settings: bool) -> None:
        """Say something once: a notice that was closed stays closed until there is another."""
        if words == self._said:
            return
        self._said = words
        self._open_settings.setVisible(settings)
        self._notice.say(words)
        announce(self, words)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 8)
        column.setSpacing(8)
        column.addWidget(dress(QLabel("Outbox"), tone="title"))
        about = dress(QLabel(ABOUT), tone="soft")
        about.setWordWrap(True)
        column.addWidget(about)
        column.addWidget(self._notice)
        row = QHBoxLayout()
        row.addWidget(self._filter)
        column.addLayout(row)
        column.addWidget(self._middle, 1)
        self._filter.hide()
