"""The place Register: what was given, when, how and by whom; and what became of a leaflet by its code."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from leaflet_app.domain.errors import LeafletError
from leaflet_app.domain.given import Given
from leaflet_app.domain.given_words import record_line
from leaflet_app.domain.sought import Sought
from leaflet_app.gui.jobs import Jobs
from leaflet_app.gui.register_place.correcting import Correcting
from leaflet_app.gui.register_place.empty_card import EMPTY, NONE_FITS, READING, UNREADABLE, EmptyCard
from leaflet_app.gui.register_place.entry_actions import EntryActions
from leaflet_app.gui.register_place.entry_details import EntryDetails
from leaflet_app.gui.register_place.entry_table import EntryTable
from leaflet_app.gui.register_place.exporting import AskFile, Exporting, ask_with_dialog
from leaflet_app.gui.register_place.filter_row import FilterRow
from leaflet_app.gui.register_place.passport_box import PassportAnswer, PassportField
from leaflet_app.gui.register_place.passport_checking import PassportChecking
from leaflet_app.gui.register_place.said import said_counts
from leaflet_app.gui.widgets.announce import announce
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.gui.widgets.strip import Strip
from leaflet_app.services.desk import Desk
from leaflet_app.services.register_export import titles_of
from leaflet_app.services.register_reading import Found, find

ABOUT = "What was given here, when and how. No patient is named."
TABLE, DETAILS = 5, 3


class RegisterPlace(QWidget):
    """Reads the register each time it comes into view, off the window's thread."""

    def __init__(self, desk: Desk, ask_file: AskFile | None = None) -> None:
        super().__init__()
        self._desk = desk
        self._jobs = Jobs(self)
        self._titles = dict(titles_of(desk.library))
        ask = ask_file or ask_with_dialog(self)
        self._exporting = Exporting(desk, ask, self)
        self._checking = PassportChecking(desk, ask, self)
        self._correcting = Correcting(desk, ask, self)
        self._code = PassportField()
        self._answer = PassportAnswer()
        self._filters = FilterRow(self._titles, desk.today)
        self._counts = QLabel()
        self._all = QPushButton("Show &all")
        self._notice = Strip(ground="look")
        self._table = EntryTable(self._titles)
        self._details = EntryDetails(desk.library, self._titles)
        self._empty = EmptyCard()
        self._middle = QStackedWidget()
        self._actions = EntryActions()
        self._lay_out()
        self._connect()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what was given since."""
        super().showEvent(event)
        self._read(self._filters.wanted)

    def take_library(self) -> None:
        """Name topics as the desk's library does now."""
        self._titles.clear()
        self._titles.update(titles_of(self._desk.library))
        self._filters.take_titles(self._titles)
        self._details.take_library(self._desk.library)
        if self.isVisible():
            self._read(self._filters.wanted)

    def stop(self) -> None:
        """End all work."""
        self._jobs.close()
        self._exporting.stop()
        self._checking.stop()
        self._correcting.stop()

    def _connect(self) -> None:
        self._filters.sought.connect(self._read)
        self._all.clicked.connect(lambda _checked: self._filters.clear())
        self._table.entry_chosen.connect(self._show_entry)
        self._actions.export_asked.connect(lambda: self._exporting.export(self._filters.wanted))
        self._actions.copy_asked.connect(self._copy_line)
        self._actions.corrected_asked.connect(self._correct)
        self._correcting.saved.connect(lambda _words: self._read(self._filters.wanted))
        self._code.code_entered.connect(self._checking.check)
        self._checking.answered.connect(self._answer.say)
        self._answer.again_asked.connect(self._checking.make_again)
        self._answer.entries_asked.connect(lambda answer: self._filters.look_for(answer.code))
        for worker in (self._exporting, self._checking, self._correcting):
            worker.saved.connect(self._actions.say)
            worker.failed.connect(lambda error: self._actions.say(str(error), tone="urgent"))

    def _lay_out(self) -> None:
        self._counts.setWordWrap(True)
        self._notice.offer("Close", self._notice.hide)
        self._notice.hide()
        self._middle.addWidget(self._empty)
        self._middle.addWidget(self._split())
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 8)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(dress(QLabel("Register"), tone="title"), 1)
        head.addWidget(self._code)
        column.addLayout(head)
        column.addWidget(dress(QLabel(ABOUT), tone="soft"))
        column.addWidget(self._answer)
        column.addWidget(self._notice)
        column.addWidget(self._filters)
        counted = QHBoxLayout()
        counted.setSpacing(8)
        counted.addWidget(self._counts, 1)
        counted.addWidget(self._all)
        column.addLayout(counted)
        column.addWidget(self._middle, 1)
        column.addWidget(self._actions)
        self._all.hide()
        self._show_nothing(READING)

    def _split(self) -> QSplitter:
        split = QSplitter(Qt.Orientation.Vertical)
        for part, share in ((self._table, TABLE), (self._details, DETAILS)):
            split.addWidget(_framed(part))
            split.setStretchFactor(split.count() - 1, share)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(8)
        split.setSizes([TABLE * 100, DETAILS * 100])
        return split

    def _read(self, sought: Sought) -> None:
        self._jobs.submit(partial(find, self._desk, sought), self._show, self._show_failed)

    def _show(self, found: Found) -> None:
        self._table.show_entries(found.entries)
        self._filters.learn(found.entries, found.desks)
        self._counts.setText(said_counts(found.counts))
        self._say_notice(found.notice)
        self._all.setVisible(self._filters.wanted != Sought())
        if not found.entries:
            nothing = EMPTY if self._filters.wanted == Sought() else NONE_FITS
            self._show_nothing(nothing if found.is_whole else UNREADABLE)
            return
        self._middle.setCurrentIndex(1)
        self._filters.show()
        self._actions.offer(is_offered=True)
        announce(self, self._counts.text())

    def _show_nothing(self, why: tuple[str, str]) -> None:
        self._empty.say(why)
        self._middle.setCurrentIndex(0)
        self._filters.setVisible(why is NONE_FITS)
        self._counts.clear()
        self._actions.offer(is_offered=False)
        announce(self, why[0])

    def _show_failed(self, error: LeafletError) -> None:
        self._show_nothing(UNREADABLE)
        self._say_notice(str(error))

    def _say_notice(self, words: str) -> None:
        if words:
            self._notice.say(words)
        else:
            self._notice.hide()

    def _show_entry(self, given: Given | None) -> None:
        self._details.show_entry(given)
        self._actions.show_entry(given)

    def _correct(self) -> None:
        given = self._table.current
        if given is not None:
            self._correcting.correct(given)

    def _copy_line(self) -> None:
        given = self._table.current
        if given is not None:
            QGuiApplication.clipboard().setText(record_line(given, self._titles))
            self._actions.say("Copied. Paste it into the patient’s record.")


def _framed(part: QWidget) -> QFrame:
    frame = dress(QFrame(), ground="panel")
    column = QVBoxLayout(frame)
    column.setContentsMargins(2, 2, 2, 2)
    column.addWidget(part)
    return frame
