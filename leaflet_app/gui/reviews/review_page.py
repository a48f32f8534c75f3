"""The sheet on which a clinician reads what changed in a text, and approves it or sends it back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QScrollArea, QSplitter, QVBoxLayout, QWidget

from leaflet_app.domain.beside import Beside, compared
from leaflet_app.domain.errors import LeafletError
from leaflet_app.domain.review import Status
from leaflet_app.gui.jobs import Jobs, close_jobs
from leaflet_app.gui.register_place.exporting import AskFile
from leaflet_app.gui.reviews.said import said_facts, said_head, said_sources
from leaflet_app.gui.reviews.signing_form import SigningForm
from leaflet_app.gui.widgets.announce import announce
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.gui.widgets.page_head import PageHead
from leaflet_app.gui.widgets.reading import line
from leaflet_app.gui.widgets.side_by_side import SideBySide
from leaflet_app.services.changes_to_sign import proposed_name, save_changes
from leaflet_app.services.desk import Desk
from leaflet_app.services.review_done import said_done, said_waiting
from leaflet_app.services.review_sheet import Sheet, sheet
from leaflet_app.services.review_texts import approve, retire, send_back, submit
from leaflet_app.services.settings import load

TEXTS, FORM = 640, 420
PDF = "PDF (*.pdf)"
DONE = "✓ It is done and kept."


class ReviewPage(QWidget):
    """One obvious next step for each state: send a draft, approve what waits."""

    closed = Signal()
    done = Signal(str)
    library_changed = Signal()
    text_asked = Signal(str)

    def __init__(self, desk: Desk, file: str, ask_file: AskFile) -> None:
        super().__init__()
        self._desk, self._file, self._ask_file = desk, file, ask_file
        self._reading, self._writing, self._saving = Jobs(self), Jobs(self), Jobs(self)
        self._sheet: Sheet | None = None
        self._head, self._state, self._news = line("", "heading"), line("", ""), line("", "soft")
        self._facts = line("", "soft")
        self._beside = SideBySide()
        self._form = SigningForm(desk.today(), load(desk).library)
        self._form.edited.connect(self._judge)
        self._note = QLineEdit()
        self._note.setPlaceholderText("A note, or why it goes back or is retired")
        self._note.setAccessibleName("Note or reason")
        self._version = QLineEdit()
        self._version.setAccessibleName("Version")
        self._version.setMaximumWidth(96)
        self._next = dress(QPushButton(), main="true")
        self._next.clicked.connect(lambda _checked: self._take_next_step())
        self._back = self._button("&Send back", lambda: self._do(partial(send_back, desk, file, self._note.text())))
        self._retire = self._button("Re&tire", lambda: self._do(partial(retire, desk, file, self._note.text())))
        self._edit = self._button("&Edit text", lambda: self.text_asked.emit(file))
        self._sign = self._button("&What changed, to sign…", self._save_changes)
        self._lay_out()
        self._read()

    def stop(self) -> None:
        """End all work."""
        close_jobs(self)

    def _read(self) -> None:
        self._reading.submit(partial(_read, self._desk, self._file), self._show, self._show_failed)

    def _show(self, read: _Read) -> None:
        shown, beside, waiting = read
        self._sheet = shown
        self._head.setText(shown.title)
        self._state.setText("\n".join((said_head(shown), *waiting)))
        before = "Approved" if shown.approval is not None else "Nothing was approved before"
        self._beside.show_compared((before, "To be approved"), beside)
        self._facts.setText("\n".join((*said_facts(shown), *said_sources(shown))))
        self._version.setText(shown.version)
        waits = shown.review.status is Status.IN_REVIEW
        self._form.setVisible(waits)
        self._form.show_faults(shown.faults if waits else ())
        self._back.setVisible(waits)
        self._version.setVisible(shown.review.status is Status.DRAFT)
        self._next.setVisible(shown.review.status in (Status.DRAFT, Status.IN_REVIEW))
        self._next.setText("&Approve" if waits else "Send to &review")
        self._retire.setVisible(shown.review.status is not Status.RETIRED)
        self._judge()

    def _judge(self) -> None:
        waits = self._sheet is not None and self._sheet.review.status is Status.IN_REVIEW
        self._next.setEnabled(self._sheet is not None and (not waits or self._form.is_complete))

    def _take_next_step(self) -> None:
        if self._sheet is None:
            return
        if self._sheet.review.status is Status.DRAFT:
            note = self._note.text().strip() or self._sheet.review.change_note
            self._do(partial(submit, self._desk, self._file, self._version.text().strip(), note))
            return
        signed = partial(
            approve, self._desk, self._file, self._form.signature, self._form.next_review, self._form.waivers
        )
        self._do(partial(signed, note=self._note.text(), seen=self._sheet.content))

    def _do(self, step: Callable[[], str]) -> None:
        for button in (self._next, self._back, self._retire):
            button.setEnabled(False)
        self._writing.submit(partial(_said, self._desk, self._file, step), self._show_done, self._show_refused)

    def _show_done(self, said: str) -> None:
        self.library_changed.emit()
        self.done.emit(said)
        self.closed.emit()

    def _show_refused(self, error: LeafletError) -> None:
        for button in (self._back, self._retire):
            button.setEnabled(True)
        self._judge()
        self._show_failed(error)
        self._reading.submit(partial(_read, self._desk, self._file), self._show_if_changed, self._show_failed)

    def _show_if_changed(self, read: _Read) -> None:
        """Show the text as it stands by now; where nothing changed, what was typed stays."""
        if read.sheet != self._sheet:
            self._show(read)

    def _save_changes(self) -> None:
        file = self._ask_file(proposed_name(self._sheet) if self._sheet is not None else "what-changed.pdf", PDF)
        if file is not None:
            self._saving.submit(
                partial(save_changes, self._desk, self._file, file), self._show_saved, self._show_failed
            )

    def _show_saved(self, file: Path) -> None:
        self._say(f"✓ Saved as {file.name}. Print it, and let it be signed by hand.", "good")

    def _show_failed(self, error: LeafletError) -> None:
        self._say(str(error), "urgent")

    def _say(self, words: str, tone: str) -> None:
        dress(self._news, tone=tone).setText(words)
        announce(self, words)

    def _button(self, words: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(words)
        button.clicked.connect(lambda _checked: act())
        return button

    def _lay_out(self) -> None:
        head = PageHead("All re&views", self._head, self._edit, self._sign)
        head.back_asked.connect(self.closed)
        side = QWidget()
        inner = QVBoxLayout(side)
        inner.setContentsMargins(8, 0, 8, 0)
        for part in (self._state, self._form, self._facts):
            inner.addWidget(part)
        inner.addStretch(1)
        scroll = dress(QScrollArea(), reading="true")
        scroll.setAccessibleName("How the text stands")
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(dress(side, bare="true"))
        split = QSplitter()
        split.addWidget(self._beside)
        split.addWidget(scroll)
        split.setSizes([TEXTS, FORM])
        split.setChildrenCollapsible(False)
        foot = QHBoxLayout()
        foot.addWidget(self._note, 1)
        foot.addWidget(self._version)
        for button in (self._retire, self._back, self._next):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(head)
        column.addWidget(split, 1)
        column.addWidget(self._news)
        column.addLayout(foot)


class _Read(NamedTuple):
    """What the page shows: the text, what changed in it, and which texts its leaflets wait for too."""

    sheet: Sheet
    beside: Beside
    waiting: tuple[str, ...]


def _read(desk: Desk, file: str) -> _Read:
    shown = sheet(desk, file)
    return _Read(shown, compared(shown.before, shown.now), said_waiting(desk, file))


def _said(desk: Desk, file: str, step: Callable[[], str]) -> str:
    """Take a step of the review, and say what it did."""
    step()
    try:
        return said_done(desk, file)
    except LeafletError:
        return DONE  # what cannot be read now is told wherever it is read
