"""The page Texts: how each text stands, what is to mend, and the way into each."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
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
from leaflet_app.domain.errors import CannotSave, LeafletError
from leaflet_app.domain.proposals import Proposal
from leaflet_app.domain.review import Status
from leaflet_app.domain.versions import Version
from leaflet_app.gui.jobs import Jobs, close_jobs
from leaflet_app.gui.library_place.broken_files import BrokenFiles
from leaflet_app.gui.library_place.new_topic_sheet import NewTopicSheet
from leaflet_app.gui.library_place.proposal_page import said_proposal
from leaflet_app.gui.library_place.said import GOOD, said_last, said_summary
from leaflet_app.gui.library_place.text_actions import TextActions
from leaflet_app.gui.library_place.text_details import AS_IT_CAME, TextDetails
from leaflet_app.gui.library_place.text_table import HEADINGS, TextTable
from leaflet_app.gui.widgets.announce import announce
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.gui.widgets.library_page import LibraryPage
from leaflet_app.gui.widgets.reading import line
from leaflet_app.gui.widgets.strip import Strip
from leaflet_app.services import library_store, text_drafts, window_memory
from leaflet_app.services.desk import Desk
from leaflet_app.services.edit_text import begin_topic
from leaflet_app.services.languages import offered
from leaflet_app.services.look_over import Overview, Standing, look_over
from leaflet_app.services.shipped_library import proposed
from leaflet_app.services.text_history import last_told

TABLE, DETAILS, LEAST_DETAILS = 5, 1, 40

AWAIT_REVIEW = "await clinical review, as their leaflets say"


class TextsPage(LibraryPage):
    """Looks the newest library over when it is first shown and after each change, off the window's thread."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._checking, self._asking, self._beginning = Jobs(self), Jobs(self), Jobs(self)
        self._looking_for_drafts, self._telling = Jobs(self), Jobs(self)
        self._is_asked = self._is_worst_wanted = False
        self._held, self._summary = line("", ""), line("Checking all texts …", "")
        self._held.setWordWrap(False)
        self._table = TextTable()
        self._split = QSplitter(Qt.Orientation.Vertical)
        self._details = TextDetails()
        self._filter = QLineEdit()
        self._filter.setPlaceholderText("Filter by title, place or status")
        self._filter.setAccessibleName("Filter the texts")
        self._filter.textChanged.connect(self._look_up)
        self._sort = QComboBox()
        self._sort.setAccessibleName("Sort by")
        self._sort.addItems(["In the order of lists", *HEADINGS])
        self._sort.activated.connect(lambda place: self._table.sort_by(place - 1))
        self._none = line("", "soft")
        self._none.setContentsMargins(4, 0, 0, 0)
        self._none.hide()
        self._broken = BrokenFiles()
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
        self._table.text_chosen.connect(self._tell)
        self._table.text_chosen.connect(self._actions.show_text)
        self._table.text_opened.connect(self.text_asked)
        self._table.sorted_by.connect(lambda column: self._sort.setCurrentIndex(column + 1))
        self._lay_out()
        self._count()

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

    def choose(self, file: str) -> None:
        """Make a text current, as soon as it is listed."""
        self._table.choose(file)

    def choose_worst(self) -> None:
        """Lead to what is to mend: the texts with most problems first, as soon as they are listed."""
        self._filter.clear()
        self._is_worst_wanted = not self._table.lead_with("Problems")

    def stop(self) -> None:
        """End all work, and remember how high the parts are."""
        close_jobs(self)
        liked, heights = window_memory.load(self._desk.home), tuple(self._split.sizes())
        if any(heights) and heights != liked.heights:
            with suppress(CannotSave):  # the next start looks as the first does
                window_memory.keep(self._desk.home, replace(liked, heights=heights))

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(8)
        tools.addWidget(self._filter, 1)
        tools.addWidget(QLabel("Sort by"))
        tools.addWidget(self._sort)
        tools.addWidget(self._new)
        for place, (part, share) in enumerate(((self._table, TABLE), (self._details, DETAILS))):
            self._split.addWidget(framed(part))
            self._split.setStretchFactor(place, share)
        self._details.setMinimumHeight(LEAST_DETAILS)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(8)
        self._split.setSizes(list(window_memory.load(self._desk.home).heights) or [TABLE * 100, DETAILS * 100])
        told = QHBoxLayout()
        told.setSpacing(24)
        for label, share in ((self._held, 0), (self._summary, 1)):
            told.addWidget(label, share)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addLayout(told)
        column.addWidget(self._proposed)
        column.addWidget(self._broken)
        column.addLayout(tools)
        column.addWidget(self._none)
        column.addWidget(self._split, 1)
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
        if self._is_worst_wanted:
            self.choose_worst()
        self._summary.setText(said_summary(overview.texts, overview.others))
        dress(self._summary, tone="good" if self._summary.text() == GOOD else "")
        self._broken.show_faults(tuple(problem.fault for problem in overview.others))
        self._look_up(self._filter.text())
        announce(self, self._summary.text())

    def _tell(self, text: Standing | None) -> None:
        """Show how a text stands, and as soon as it is known who changed it last."""
        self._telling.drop()
        is_changed = text is not None and (text.is_own or text.review.status is not Status.DRAFT)
        self._details.show_text(text, "" if is_changed else AS_IT_CAME)
        if text is not None and is_changed:
            is_retired = text.review.status is Status.RETIRED
            work = partial(last_told, self._desk, text.file, is_retired=is_retired)
            self._telling.submit(work, partial(self._tell_last, text), self._show_failed)

    def _tell_last(self, text: Standing, last: Version | None) -> None:
        self._details.show_text(text, said_last(text, last) if last else "")

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
