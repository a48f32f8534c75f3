"""The place Leaflets: choose on the left, read in the middle, the leaflet on the right."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from leaflet_app.domain.counted import counted
from leaflet_app.domain.errors import LeafletError
from leaflet_app.domain.selection import Recipient, Selection
from leaflet_app.gui.choice import Choice
from leaflet_app.gui.draft_keeping import DraftKeeping
from leaflet_app.gui.gone_strip import GoneStrip
from leaflet_app.gui.jobs import Jobs
from leaflet_app.gui.leaflet_making import LeafletMaking, Made
from leaflet_app.gui.leaflet_saving import AskPath, ask_with_dialog
from leaflet_app.gui.panes.read_column import ReadColumn
from leaflet_app.gui.preview.leaflet_column import LeafletColumn
from leaflet_app.gui.send.ways_out import WaysOut
from leaflet_app.gui.set_keeping import SetKeeping
from leaflet_app.gui.topics.choose_column import ChooseColumn
from leaflet_app.gui.widgets.announce import announce
from leaflet_app.gui.widgets.focus import focus_first
from leaflet_app.gui.widgets.strip import Strip
from leaflet_app.services.choose_topics import choose
from leaflet_app.services.desk import Desk
from leaflet_app.services.languages import offered
from leaflet_app.services.make_leaflet import LeftOut, how_to_print

COLUMNS = (256, 456, 464)


class LeafletsPlace(QWidget):
    """Joins the columns to the one choice that they all show."""

    def __init__(self, desk: Desk, column: LeafletColumn, jobs: Jobs, ask_path: AskPath | None = None) -> None:
        super().__init__()
        self._desk = desk
        self._jobs = jobs
        self.choice = Choice(desk.library, desk.today)
        self.choose = ChooseColumn(desk.library, desk.finder)
        self.read = ReadColumn(desk.library)
        self.column = column
        self._sets = SetKeeping(desk, self.choice, self.read.empty)
        self._drafts = DraftKeeping(desk, self.choice)
        self._making = LeafletMaking(desk, jobs, self)
        self.ways_out = WaysOut(desk, self.choice, self._making, column, ask_path or ask_with_dialog(self), self)
        self._strip = Strip()
        self._strip.offer("Start afresh", self.start_afresh)
        self._strip.offer("Keep it", self._strip.hide)
        self._strip.hide()
        self._cleared = Strip("Cleared for the next patient.")
        self._cleared.offer("Bring the topics back", self._bring_back)
        self._cleared.hide()
        self._gone = GoneStrip()
        self._before = Selection()
        self._strips = QVBoxLayout()
        self._strips.setSpacing(8)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()
        self._connect_choosing()
        self._connect_leaflet()
        column.more.offer_languages(offered(desk.library))
        column.more.bearer.offer(desk.library.practices, desk.library.offered_disclaimers)
        column.show_nothing()

    def begin(self) -> None:
        """Offer ways to begin, bring back what was not saved last time, and wait for the first key."""
        self._sets.offer()
        if self._drafts.bring_back():
            titles = ", ".join(self._desk.library.topics[each].title for each in self.choice.selection.topics)
            self._strip.say(
                f"The leaflet you had not saved is back: {titles}. Note, name and reference are never kept."
            )
            announce(self, "The leaflet you had not saved is back.")
        self.choose.focus_search()

    def start_afresh(self) -> None:
        """Clear the desk for the next patient."""
        self._strip.hide()
        self._before = replace(self.choice.selection, note="", body_note="", body_mark=None, recipient=Recipient())
        self.choice.start_afresh()
        self._cleared.setVisible(bool(self._before.topics))
        self.column.clear_personal()
        self._drafts.forget()
        self.choose.focus_search()

    def start_for(self, topics: tuple[str, ...], reference: str, language: str) -> None:
        """Clear the desk and begin a leaflet of these topics, in this language, for the person of this reference."""
        self.start_afresh()
        self._cleared.hide()
        self.choice.become(replace(self.choice.selection, topics=topics, language=language))
        self.column.address_to(reference)

    def take_library(self) -> None:
        """Show the library that the desk has now; what is chosen stays, as far as it is still offered."""
        library = self._desk.library
        self.choose.take_library(library, self._desk.finder)
        self.read.take_library(library)
        self.column.more.offer_languages(offered(library))
        self.column.more.bearer.offer(library.practices, library.offered_disclaimers)
        before = self.choice.selection.practice
        titles = self.choice.take_library(library)
        is_gone = before != self.choice.selection.practice
        self._gone.tell(titles, library.practice.publisher if is_gone else "")
        self._sets.offer()

    def show_above(self, strip: QWidget) -> None:
        """Show a strip above the columns."""
        self._strips.addWidget(strip)

    def focus_next_column(self, step: int) -> None:
        """Put the keyboard into the next column, or the one before."""
        columns = (self.choose, self.read, self.column)
        here = next((place for place, each in enumerate(columns) if each.isAncestorOf(self.focusWidget())), 0)
        focus_first(columns[(here + step) % len(columns)])

    @property
    def widths(self) -> tuple[int, ...]:
        """Return the widths of the columns."""
        return tuple(self._splitter.sizes())

    def restore_widths(self, widths: tuple[int, ...]) -> None:
        """Give the columns these widths."""
        if len(widths) == len(COLUMNS):
            self._splitter.setSizes(list(widths))

    def stop(self) -> None:
        """End all work; what was not saved is not wanted any more."""
        self._jobs.close()
        self.ways_out.stop()
        self._drafts.forget()

    def _lay_out(self) -> None:
        for place, column in enumerate((self.choose, self.read, self.column)):
            self._splitter.addWidget(column)
            self._splitter.setCollapsible(place, False)  # noqa: FBT003  (Qt's own signature)
            self._splitter.setStretchFactor(place, 0 if place == 0 else 1)
        self._splitter.setHandleWidth(8)
        self._splitter.setSizes(list(COLUMNS))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(8, 4, 8, 4)
        whole.setSpacing(8)
        whole.addLayout(self._strips)
        for strip in (self._strip, self._gone, self._cleared, *self._sets.strips, self.ways_out.emailing.strip):
            self.show_above(strip)
        whole.addWidget(self._splitter, 1)

    def _connect_choosing(self) -> None:
        self.choice.changed.connect(self._show)
        self.choose.topic_added.connect(self._add)
        self.choose.topic_removed.connect(self.choice.remove)
        self.choose.order_changed.connect(self.choice.reorder)
        self.choose.topic_opened.connect(self.read.read)
        self.choose.clear_asked.connect(self.start_afresh)
        self.read.topic_added.connect(self.choice.add)
        self.read.topic_removed.connect(self.choice.remove)
        self.read.topic_shown.connect(self.choose.show_current)
        self.read.printed_changed.connect(self._print_section)
        self.read.heading_chosen.connect(self.column.focus_anchor)
        self.read.address_asked.connect(open_outside)
        self.read.empty.again_chosen.connect(self._choose_again)
        self.read.empty.topic_chosen.connect(self._add)
        self.choose.set_asked.connect(self._sets.ask_name)
        self.choose.favourites_changed.connect(self.read.empty.show_favourites)

    def _connect_leaflet(self) -> None:
        _let_choose(self.column, self.choice)
        self._making.begun.connect(partial(self.column.show_busy, "Making the leaflet"))
        self._making.made.connect(self._show_made)
        self._making.failed.connect(self._show_failed)
        self.ways_out.saving.saved.connect(self._show_saved)
        self.ways_out.given.connect(self._show_given)

    def _show(self, selection: Selection) -> None:
        self._cleared.hide()
        self._sets.settle()
        self.ways_out.settle()
        self._making.want(selection)  # first: it goes on while the columns are drawn
        self.choose.show_selection(selection)
        self.read.show_selection(selection)
        self.column.show_choice(selection)
        if not selection.topics:
            self.column.show_nothing()
        self._drafts.keep_soon()

    def _add(self, topic_id: str) -> None:
        self.choice.add(topic_id)
        self.read.read(topic_id)

    def _print_section(self, topic_id: str, key: str, printed: bool) -> None:  # noqa: FBT001  (as the signal brings it)
        self.choice.leave_out(topic_id, key, left_out=not printed)

    def _bring_back(self) -> None:
        self.choice.become(self._before)
        self.choose.focus_search()

    def _choose_again(self, topics: tuple[str, ...]) -> None:
        self.choice.become(replace(self.choice.selection, topics=choose(self._desk.library, topics)))

    def _show_made(self, made: Made) -> None:
        self.column.show_rendered(
            made.rendered,
            awaiting_review=made.awaits_review,
            checks=made.checks,
            words=made.words,
            held=made.held,
        )
        said = (how_to_print(made.selection.format), say_offers(made.offers))
        self.column.show_advice(" ".join(filter(None, said)))
        self.ways_out.go_on()  # last, so that nothing covers the news of it

    def _show_failed(self, error: LeafletError) -> None:
        self.ways_out.stop_waiting()
        self.column.show_problem(error)

    def _show_given(self, selection: Selection) -> None:
        self._strip.hide()
        self._drafts.forget()
        self.read.empty.show_made(selection.topics)

    def _show_saved(self, selection: Selection, path: Path) -> None:
        self._show_given(selection)
        self.column.show_saved(path, how_to_print(selection.format))
        announce(self, "The leaflet is saved.")


def _let_choose(column: LeafletColumn, choice: Choice) -> None:
    """Let what a person does beside the pages change the choice."""
    column.format_chosen.connect(choice.print_on)
    column.detail_chosen.connect(choice.tell_in)
    column.more.theme_chosen.connect(choice.dress_in)
    column.more.language_chosen.connect(choice.speak)
    column.more.beside_chosen.connect(choice.set_beside)
    column.more.summary_chosen.connect(choice.sum_up)
    column.more.tear_off_chosen.connect(choice.tear_off)
    column.more.bearer.practice_chosen.connect(choice.hand_out_for)
    column.more.bearer.disclaimer_chosen.connect(choice.bear)
    column.outlook_left_out.connect(choice.leave_outlook_out)
    column.note_changed.connect(choice.say)
    column.recipient_changed.connect(choice.address_to)
    column.body_changed.connect(choice.show_body)


def say_offers(offers: tuple[LeftOut, ...]) -> str:
    """Say what a long leaflet could do without; nothing for a short one."""
    if not offers:
        return ""
    parts = ", ".join(f"{offer.title} (about {counted(offer.pages, 'page')})" for offer in offers)
    return f"This leaflet is long. You could leave out: {parts}."


def open_outside(address: str) -> None:
    """Open an address of the library in the browser or mail program of the system."""
    if address.startswith(("https://", "mailto:", "tel:")):
        QDesktopServices.openUrl(QUrl(address))
