"""The page Reviews: what waits for whoever answers for the texts."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from leaflet_app.domain.errors import LeafletError
from leaflet_app.domain.organisations import Organisation
from leaflet_app.domain.review_tray import Group, Waiting, said_counts
from leaflet_app.gui.jobs import Jobs
from leaflet_app.gui.register_place.exporting import AskFile, ask_with_dialog
from leaflet_app.gui.reviews.phone_sheet import PhoneSheet
from leaflet_app.gui.reviews.review_page import ReviewPage
from leaflet_app.gui.reviews.tray_list import TrayList
from leaflet_app.gui.reviews.who_row import WhoRow
from leaflet_app.gui.widgets.announce import announce
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.gui.widgets.library_page import LibraryPage
from leaflet_app.gui.widgets.reading import line
from leaflet_app.services.check_phone import keep_checked, organisation
from leaflet_app.services.desk import Desk
from leaflet_app.services.review_sheet import review_days
from leaflet_app.services.review_tray import tray
from leaflet_app.services.save_leaflet import save
from leaflet_app.services.signing import editor, introduce

NOTHING = "✓ Nothing waits for you. Texts that are sent to review, and reviews that are due, will stand here."
KIND = "Calendar (*.ics)"
NOTHING_FOR_YOU = "✓ Nothing is for you to review."


class ReviewsPage(LibraryPage):
    """Looks the tray over when it comes into view; Enter opens the sheet of a text, or the text to be mended."""

    def __init__(self, desk: Desk, ask_file: AskFile | None = None) -> None:
        super().__init__()
        self._desk = desk
        self._ask_file = ask_file or ask_with_dialog(self)
        self._reading, self._saving, self._asking, self._keeping = (Jobs(self) for _ in range(4))
        self._waiting: tuple[Waiting, ...] = ()
        self._sheet: ReviewPage | None = None
        self._counted = line("Looking what waits …", "")
        self._done = dress(line("", ""), tone="good")
        self._done.hide()
        self._filter = QLineEdit()
        self._filter.setPlaceholderText("Filter what waits")
        self._filter.setAccessibleName("Filter what waits")
        self._filter.textChanged.connect(lambda _words: self._fill())
        self._who = WhoRow()
        self._who.named.connect(self._introduce)
        self._list = TrayList()
        self._list.opened.connect(self._open)
        self._open_button = dress(QPushButton("&Open"), main="true")
        self._open_button.clicked.connect(lambda _checked: self._open_current())
        self._dates = QPushButton("Save &dates for your calendar…")
        self._dates.clicked.connect(lambda _checked: self._save_dates())
        self._rooms = QStackedWidget()
        self._lay_out()

    def showEvent(self, event: QShowEvent) -> None:
        """Look what waits by now."""
        super().showEvent(event)
        self.look_again()

    def look_again(self) -> None:
        """Look what waits, because something may have changed."""
        self._who.setVisible(not editor(self._desk))
        self._reading.submit(partial(tray, self._desk), self._show, self._show_failed)

    def open_sheet(self, file: str) -> None:
        """Show the review sheet of a text."""
        self._close_sheet()
        self._done.hide()
        self._sheet = ReviewPage(self._desk, file, self._ask_file)
        self._sheet.closed.connect(self._close_sheet)
        self._sheet.done.connect(self._show_done)
        self._sheet.library_changed.connect(self.library_changed)
        self._sheet.text_asked.connect(self.text_asked)
        self._rooms.addWidget(self._sheet)
        self._rooms.setCurrentWidget(self._sheet)

    def _open_current(self) -> None:
        if self._list.current is not None:
            self._open(self._list.current)

    def _open(self, waiting: Waiting) -> None:
        if waiting.group is Group.ORGANISATIONS:
            self._asking.submit(partial(organisation, self._desk, waiting.entry), self._ask_phone, self._show_failed)
        elif waiting.group is Group.FACTS:
            self.text_asked.emit(waiting.file)
        else:
            self.open_sheet(waiting.file)

    def _ask_phone(self, found: Organisation) -> None:
        sheet = PhoneSheet(self.window(), found, editor(self._desk))
        sheet.ask_once(lambda: self._keep_phone(found.name, sheet))

    def _keep_phone(self, name: str, sheet: PhoneSheet) -> None:
        work = partial(keep_checked, self._desk, sheet.entry_id, sheet.phone, sheet.name)
        self._keeping.submit(work, lambda _commit: self._show_phone_kept(name), self._show_failed)

    def _show_phone_kept(self, name: str) -> None:
        self._show_done(f"✓ Checked: the number of {name}.")
        self.library_changed.emit()
        self.look_again()

    def _introduce(self, name: str) -> None:
        try:
            introduce(self._desk, name)
        except LeafletError as fault:
            self._show_failed(fault)
            return
        self._filter.setFocus()
        self.look_again()

    def _close_sheet(self) -> None:
        if self._sheet is None:
            return
        self._sheet.stop()
        self._rooms.removeWidget(self._sheet)
        self._sheet.deleteLater()
        self._sheet = None
        self._rooms.setCurrentIndex(0)
        self._list.setFocus()
        self.look_again()

    def _show(self, waiting: tuple[Waiting, ...]) -> None:
        self._waiting = waiting
        self._fill()

    def _fill(self) -> None:
        shown = self._list.show_waiting(self._waiting, self._filter.text())
        is_idle = self._who.isHidden() and not any(each.group is Group.FOR_YOU for each in self._waiting)
        said = f"{NOTHING_FOR_YOU if is_idle else ''} {said_counts(self._waiting)}".strip()
        dress(self._counted, tone="" if self._waiting else "good").setText(said if self._waiting else NOTHING)
        self._list.setVisible(bool(self._waiting))
        self._open_button.setEnabled(bool(shown))

    def _save_dates(self) -> None:
        file = self._ask_file("reviews.ics", KIND)
        if file is not None:
            self._saving.submit(partial(_save, self._desk, file), self._show_saved, self._show_failed)

    def _show_saved(self, file: Path) -> None:
        self._counted.setText(f"✓ Saved as {file.name}. Open it with your calendar.")
        announce(self, self._counted.text())

    def _show_done(self, said: str) -> None:
        self._done.setText(said)
        self._done.show()
        announce(self, said)

    def _show_failed(self, error: LeafletError) -> None:
        dress(self._counted, tone="urgent").setText(str(error))
        announce(self, str(error))

    def _lay_out(self) -> None:
        tray_room = QWidget()
        inner = QVBoxLayout(tray_room)
        inner.setContentsMargins(0, 8, 0, 0)
        inner.setSpacing(8)
        for part in (self._who, self._done, self._counted, self._filter):
            inner.addWidget(part)
        inner.addWidget(self._list, 1)
        inner.addStretch(0)
        buttons = QHBoxLayout()
        buttons.addWidget(self._dates)
        buttons.addStretch(1)
        buttons.addWidget(self._open_button)
        inner.addLayout(buttons)
        self._rooms.addWidget(tray_room)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._rooms)


def _save(desk: Desk, file: Path) -> Path:
    save(file, review_days(desk))
    return file
