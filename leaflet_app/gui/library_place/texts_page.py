"""The page Texts: how each text stands, what is to mend, and the way into each."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from leaflet_app.domain.counted import counted
from leaflet_app.domain.errors import LeafletError
from leaflet_app.domain.proposals import Proposal
from leaflet_app.gui.jobs import Jobs, close_jobs
from leaflet_app.gui.library_place.broken_files import BrokenFiles
from leaflet_app.gui.library_place.new_topic_sheet import NewTopicSheet
from leaflet_app.gui.library_place.proposal_page import said_proposal
from leaflet_app.gui.library_place.said import GOOD, said_summary
from leaflet_app.gui.library_place.text_actions import TextActions
from leaflet_app.gui.library_place.text_details import TextDetails
from leaflet_app.gui.library_place.text_table import HEADINGS, TextTable
from leaflet_app.gui.widgets.announce import announce
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.gui.widgets.strip import Strip
from leaflet_app.services import library_store, text_drafts
from leaflet_app.services.desk import Desk
from leaflet_app.services.edit_text import begin_topic
from leaflet_app.services.languages import offered
from leaflet_app.services.look_over import Overview, look_over
from leaflet_app.services.shipped_library import proposed

TABLE, DETAILS = 4, 3

AWAIT_REVIEW = "await clinical review, as their leaflets say"


class TextsPage(QWidget):
    """Looks the newest library over when it is first shown and after each change, off the window's thread."""

    library_changed = Signal()
    text_asked = Signal(str)
    history_asked = Signal(str)
    review_asked = Signal(str)
    translation_asked = Signal(str)
    proposal_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._checking, self._asking, self._beginning = Jobs(self), Jobs(self), Jobs(self)
        self._looking_for_drafts = Jobs(self)
        self._is_asked = False
        self._held, self._summary = QLabel(), QLabel("Checking all texts …")
        self._table = TextTable()
        self._details = TextDetails()
        self._filter = QLineEdit()
        self._filter.setPlaceholderText("Filter by title, place or status")
        self._filter.setAccessibleName("Filter the texts")
        self._filter.textChanged.connect(self._look_up)
        self._sort = QComboBox()
        self._sort.setAccessibleName("Sort by")
        self._sort.addItems(["In the order of lists", *HEADINGS])
        self._sort.activated.connect(lambda place: self._table.sort_by(place - 1))
        self._none = dress(QLabel(), tone="soft")
        self._none.setContentsMargins(4, 0, 0, 0)
        self._none.hide()
        self._broken = BrokenFiles()
        self._broken.text_asked.connect(self.text_asked)
        self._proposed = Strip()
        self._proposed.offer("&Look", self.proposal_asked.emit)
        self._proposed.hide()
        self._new = QPushButton("&New topic…")
        self._new.clicked.connect(lambda _checked: self.begin_topic())
        self._actions = TextActions(offered(desk.library)[1:])
        self._actions.translation_asked.connect(self.translation_asked)
        self._actions.edit_asked.connect(self.text_asked)
        self._actions.history_asked.connect(self.history_asked)
        self._actions.review_asked.connect(self.review_asked)
        self._table.text_chosen.connect(self._details.show_text)
        self._table.text_chosen.connect(self._actions.show_text)
        self._table.text_opened.connect(self.text_asked)
        self._table.sorted_by.connect(lambda column: self._sort.setCurrentIndex(column + 1))
        self._lay_out()
        self._count()
        self._broken.show_faults(desk.library.faults)

    def showEvent(self, event: QShowEvent) -> None:
        """Look the library over when someone first looks at the place."""
        super().showEvent(event)
        self._looking_for_drafts.submit(
            partial(text_drafts.left, self._desk.home), self._table.mark_drafts, self._show_failed
        )
        if not self._is_asked:
            self.look_again()

    def look_again(self) -> None:
        """Look the library over, because something in it may have changed."""
        self._is_asked = True
        self._checking.submit(partial(_looked_over, self._desk), self._show, self._show_failed)
        self._asking.submit(partial(proposed, self._desk), self._show_proposed, self._show_failed)

    def begin_topic(self) -> NewTopicSheet:
        """Ask what a new topic is called, and open it in the editor; nothing is kept before it is saved."""
        library = self._desk.library
        sheet = NewTopicSheet(self.window(), library.wording, {*library.topics, *library.faulty, *library.shared})
        sheet.ask_once(lambda: self._begin(sheet))
        return sheet

    def stop(self) -> None:
        """End all work."""
        close_jobs(self)

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(8)
        tools.addWidget(self._filter, 1)
        tools.addWidget(QLabel("Sort by"))
        tools.addWidget(self._sort)
        tools.addWidget(self._new)
        split = QSplitter(Qt.Orientation.Vertical)
        for part, share in ((self._table, TABLE), (self._details, DETAILS)):
            split.addWidget(framed(part))
            split.setStretchFactor(split.count() - 1, share)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(8)
        split.setSizes([TABLE * 100, DETAILS * 100])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        for label in (self._held, self._summary):
            label.setWordWrap(True)
            column.addWidget(label)
        column.addWidget(self._proposed)
        column.addWidget(self._broken)
        column.addLayout(tools)
        column.addWidget(self._none)
        column.addWidget(split, 1)
        column.addWidget(self._actions)

    def _count(self) -> None:
        """Say how many topics there are to print, and how many leaflets say that their text awaits a review."""
        offered = self._desk.library.offered.values()
        waiting = sum(not topic.review.is_approved for topic in offered)
        told = [counted(len(offered), "topic")]
        if waiting:
            await_it = "awaits clinical review, as its leaflets say" if waiting == 1 else AWAIT_REVIEW
            told.append(f"{waiting} {await_it}")
        self._held.setText("  ·  ".join(told))

    def _show(self, overview: Overview) -> None:
        self._count()
        self._table.show_texts(overview.texts, self._desk.today())
        self._summary.setText(said_summary(overview.texts, overview.others))
        dress(self._summary, tone="good" if self._summary.text() == GOOD else "")
        others = (problem.fault for problem in overview.others)
        self._broken.show_faults(tuple(dict.fromkeys((*self._desk.library.faults, *others))))
        self._look_up(self._filter.text())
        announce(self, self._summary.text())

    def _show_failed(self, error: LeafletError) -> None:
        self._summary.setText(str(error))

    def _begin(self, sheet: NewTopicSheet) -> None:
        work = partial(begin_topic, self._desk, sheet.topic_id, sheet.title, sheet.kind, sheet.site)
        self._beginning.submit(work, self.text_asked.emit, self._show_failed)

    def _show_proposed(self, proposal: Proposal | None) -> None:
        self._proposed.hide()
        if proposal is not None:
            self._proposed.say(said_proposal(proposal))

    def _look_up(self, words: str) -> None:
        shown = self._table.filter(words)
        self._none.setText(f"No text matches “{words.strip()}”. Try another word." if words.strip() else "")
        self._none.setVisible(not shown and bool(words.strip()))


def _looked_over(desk: Desk) -> Overview:
    newest = library_store.newest(desk)
    return look_over(newest.library, newest.files, desk.today())


def framed(part: QWidget) -> QFrame:
    """Put a part of the place on a panel."""
    frame = dress(QFrame(), ground="panel")
    column = QVBoxLayout(frame)
    column.setContentsMargins(2, 2, 2, 2)
    column.addWidget(part)
    return frame
