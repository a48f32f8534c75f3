"""The right column: the leaflet as it will print, what goes on this copy, and what to do with it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QLabel, QStackedWidget, QVBoxLayout, QWidget

from leaflet_app.domain.checks import FORMAT, PERSON, Check
from leaflet_app.domain.errors import CannotSave, LeafletError, NotApproved, NotNoted, RenderingStopped
from leaflet_app.domain.leaflet import Place, Rendered
from leaflet_app.domain.look import Format
from leaflet_app.domain.selection import Detail, Recipient, Selection
from leaflet_app.gui.preview.actions import Actions
from leaflet_app.gui.preview.busy_line import BusyLine
from leaflet_app.gui.preview.detail_bar import DetailBar
from leaflet_app.gui.preview.format_bar import FormatBar
from leaflet_app.gui.preview.header import Header, State
from leaflet_app.gui.preview.layout import POINTS_PER_MM
from leaflet_app.gui.preview.message_strip import Kind, MessageStrip
from leaflet_app.gui.preview.page_bar import PageBar
from leaflet_app.gui.preview.page_view import PageView
from leaflet_app.gui.preview.personal_fields import PersonalFields
from leaflet_app.gui.preview.text_view import TextView
from leaflet_app.gui.preview.zoom import Zoom, zoom_from
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.gui.widgets.elided import Elided

EMPTY = "The leaflet shows here, just as it will print."
_STANDS = {CannotSave: State.READY, NotNoted: State.READY, NotApproved: State.HELD}
"""How a leaflet stands after a fault that leaves it as it was."""


class LeafletColumn(QFrame):
    """Show a leaflet and how it stands; pass on what a person chooses, types and asks for."""

    format_chosen = Signal(Format)
    detail_chosen = Signal(Detail)
    outlook_left_out = Signal(bool)
    note_changed = Signal(str)
    recipient_changed = Signal(Recipient)
    body_changed = Signal(bool, str, object)
    zoom_changed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._places: dict[str, Place] = {}
        self._is_advice_closed = False
        self.view = PageView()
        self._header = Header()
        self.more = self._header.more.panel
        self._formats = FormatBar(self.view)
        self._details = DetailBar()
        self._told = Elided()
        self._pages = PageBar(self.view)
        self._busy = BusyLine()
        self._strip = MessageStrip()
        self._fields = PersonalFields()
        self.action_row = Actions()
        self._empty = _empty_state()
        self._text = TextView()
        self._stack = QStackedWidget()
        for each in (self._empty, self.view, self._text):
            self._stack.addWidget(each)
        dress(self, ground="panel")
        self._lay_out()
        self._connect()
        _zoom_by_keys(self, self.view)
        self.show_nothing()

    @property
    def state(self) -> State:
        """Return how the leaflet stands."""
        return self._header.state

    @property
    def message(self) -> str:
        """Return what the strip says."""
        return self._strip.words

    @property
    def text(self) -> str:
        """Return the words of the leaflet."""
        return self._text.words

    def show_rendered(
        self,
        rendered: Rendered,
        *,
        awaiting_review: bool = False,
        checks: Sequence[Check] = (),
        words: str = "",
        held: str = "",
    ) -> None:
        """Show a finished leaflet, what its checks found, and why it may not leave; its words unless they are given."""
        self._places = {place.anchor: place for place in rendered.places}
        self._stand(State.HELD if held else State.READY)
        self.action_row.hold(held)
        self._header.set_pages(rendered.pages)
        self._header.set_awaiting_review(awaiting=awaiting_review)
        self._header.light.show_checks(checks)
        if self._strip.kind not in {Kind.ADVICE, Kind.UNNOTED}:
            self._strip.clear()
        self._text.tell(words)
        self.view.show_pdf(rendered.pdf)
        self._show_pages()

    def show_busy(self, words: str) -> None:
        """Say that a leaflet is being made; the one before stays in view."""
        self._stand(State.WORKING)
        self._busy.begin(words)
        self._show_pages()

    def show_nothing(self) -> None:
        """Say how to begin."""
        self._stand(State.NOTHING)
        self._places = {}
        self._is_advice_closed = False
        self._header.set_pages(0)
        self._header.set_awaiting_review(awaiting=False)
        self._strip.clear()
        self._text.show_lines(())
        self.view.clear()
        self._formats.offer_zoom(offered=False)
        self._stack.setCurrentWidget(self._empty)

    def show_problem(self, error: LeafletError) -> None:
        """Say what went wrong and what to do. A file that was not saved leaves the leaflet as good as it was.

        What the register could not note stays, whatever is made next, until it is closed or the next person comes.
        """
        self._stand(_STANDS.get(type(error), State.PROBLEM))
        self._strip.say(Kind.UNNOTED if isinstance(error, NotNoted) else Kind.PROBLEM, str(error))

    def show_saved(self, path: Path, tip: str = "") -> None:
        """Say where the leaflet was saved and what to know before it is printed; offer to open it."""
        steps = {"Open": lambda: _open(path), "Open folder": lambda: _open(path.parent)}
        self._strip.say(Kind.SUCCESS, " ".join(filter(None, (f"Saved as {path.name}.", tip))), steps)

    def show_advice(self, words: str) -> None:
        """Say what could be left out of a long leaflet; no words, no advice. Closed once, it stays away."""
        if not words:
            self._is_advice_closed = False
            if self._strip.kind is Kind.ADVICE:
                self._strip.clear()
        elif not self._is_advice_closed and self._strip.kind is not Kind.UNNOTED:
            self._strip.say(Kind.ADVICE, words)

    def focus_anchor(self, anchor: str) -> None:
        """Bring a heading into view."""
        if place := self._places.get(anchor):
            self.view.go_to(place.page, place.top_mm * POINTS_PER_MM)

    def show_cause(self, anchor: str) -> None:
        """Bring what a check is about into view, and the keyboard with it."""
        if anchor == FORMAT:
            self._formats.focus_format()
        elif anchor == PERSON:
            self._fields.focus_person()
        else:
            self._pages.show_pages()
            self.focus_anchor(anchor)
            self.view.setFocus()

    def show_choice(self, selection: Selection) -> None:
        """Show what is chosen without telling anyone."""
        self._formats.set_format(selection.format)
        self._pages.count_sides(of_sheets=selection.format is Format.BOOKLET)
        self._details.show_choice(selection)
        self._header.more.show_choice(selection)
        self._told.say(self.more.told(selection))
        self._fields.show_body(is_printed=selection.body_map)

    def set_zoom(self, text: str) -> None:
        """Show the pages at a zoom that `zoom_changed` told of once."""
        self.view.set_zoom(zoom_from(text))

    def address_to(self, reference: str) -> None:
        """Make the copy for the person of this reference."""
        self._fields.address_to(reference)

    def clear_personal(self) -> None:
        """Empty note, name and reference for the next person."""
        self._fields.clear()

    def _stand(self, state: State) -> None:
        self._header.set_state(state)
        self.action_row.offer(offered=state in {State.READY, State.HELD, State.WORKING})
        if state is not State.WORKING:
            self._busy.end()
        if state in {State.NOTHING, State.PROBLEM}:
            self._header.light.show_checks(())

    def _show_pages(self) -> None:
        wanted = self._text if self._pages.is_text_wanted else self.view
        self._formats.offer_zoom(offered=wanted is self.view)
        self._stack.setCurrentWidget(wanted)

    def _show_text(self, wanted: bool) -> None:  # noqa: FBT001 - a slot of Qt's
        if self.state is not State.NOTHING:
            self._show_pages()
            (self._text if wanted else self.view).setFocus()

    def _note_closed(self, kind: Kind) -> None:
        self._is_advice_closed = kind is Kind.ADVICE

    def _connect(self) -> None:
        self._formats.format_chosen.connect(self.format_chosen)
        self._details.detail_chosen.connect(self.detail_chosen)
        self._details.outlook_left_out.connect(self.outlook_left_out)
        self._header.light.cause_chosen.connect(self.show_cause)
        self._fields.note_changed.connect(self.note_changed)
        self._fields.recipient_changed.connect(self.recipient_changed)
        self._fields.body_changed.connect(self.body_changed)
        self._strip.closed.connect(self._note_closed)
        self._pages.text_wanted.connect(self._show_text)
        self.view.lines_read.connect(self._text.show_lines)
        self.view.unreadable.connect(lambda: self.show_problem(RenderingStopped("its pages cannot be shown")))
        self.view.zoom_chosen.connect(lambda zoom: self.zoom_changed.emit(str(zoom)))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        column.addWidget(self._header)
        column.addWidget(self._formats)
        column.addWidget(self._details)
        column.addWidget(self._told)
        column.addLayout(_below(self._busy, self._stack), 1)
        column.addWidget(self._pages)
        column.addWidget(self._strip)
        column.addWidget(self._fields)
        column.addWidget(self.action_row)


def _zoom_by_keys(column: LeafletColumn, view: PageView) -> None:
    for key, act in (
        (QKeySequence.StandardKey.ZoomIn, view.zoom_in),
        ("Ctrl+=", view.zoom_in),
        (QKeySequence.StandardKey.ZoomOut, view.zoom_out),
        ("Ctrl+0", lambda: view.set_zoom(Zoom())),
    ):
        QShortcut(QKeySequence(key), column).activated.connect(act)


def _below(line: QWidget, pages: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addWidget(line)
    column.addWidget(pages, 1)
    return column


def _empty_state() -> QLabel:
    label = dress(QLabel(EMPTY), tone="soft")
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setWordWrap(True)
    label.setMargin(24)
    return label


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
