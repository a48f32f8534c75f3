"""A translation beside today's English: what changed is marked, checked sentence by sentence, and kept."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout

from leaflet_app.domain.errors import LeafletError
from leaflet_app.domain.facing import Facing, translates, with_checked
from leaflet_app.domain.faults import Fault
from leaflet_app.domain.languages import language_of
from leaflet_app.domain.passages import passages
from leaflet_app.domain.sentence_marks import SentenceMark
from leaflet_app.gui.editor.draft_offer import DraftOffer
from leaflet_app.gui.editor.drafting import Drafting
from leaflet_app.gui.editor.edited_text import EditedText
from leaflet_app.gui.editor.text_head import TextHead
from leaflet_app.gui.editor.text_state import NOT_KEPT, SURE, TextState
from leaflet_app.gui.editor.unsaved import Unsaved, Written
from leaflet_app.gui.facing.facing_columns import FacingColumns
from leaflet_app.gui.facing.mark_card import MarkCard
from leaflet_app.gui.jobs import Jobs
from leaflet_app.gui.widgets.announce import announce
from leaflet_app.gui.widgets.asking_strip import AskingStrip
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.gui.widgets.library_page import PageOver
from leaflet_app.services.desk import Desk
from leaflet_app.services.text_forms import draft_again
from leaflet_app.services.translate_text import OpenedFacing, begin_facing, open_facing, problems, save

PAUSE_MS = 250
"""How long nobody types before the text is looked over."""

MOST_PROBLEMS = 4


class FacingPage(PageOver):
    """English at the left, to read; the translation at the right, to work on."""

    def __init__(self, desk: Desk, file: str) -> None:
        super().__init__()
        self._desk, self._file = desk, file
        self._lang = language_of(file.rpartition("/")[2].removesuffix(".md"))
        self._jobs, self._saving = Jobs(self), Jobs(self)
        self._opened: Facing | None = None
        self._marks: tuple[SentenceMark, ...] = ()
        self._is_of_today = False
        self._edited = EditedText(file, "", "", self)
        self._unsaved = Unsaved(self._edited)
        self._drafting = Drafting(desk, self._unsaved)
        self._strip = AskingStrip()
        self._offer = DraftOffer(self._unsaved, self._drafting, self._strip)
        self._columns = FacingColumns(self._edited, self._lang)
        self._head = TextHead()
        self._state = TextState(desk.now, self._head)
        self._card = MarkCard()
        self._problems = dress(QLabel("Opening …"), tone="soft")
        self._begin = QPushButton("&Begin the translation")
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._lay_out()
        self._connect()
        self._jobs.submit(partial(open_facing, desk, file), self._open, self._tell)

    @property
    def text(self) -> str:
        """Return the translation as it is typed now."""
        return self._edited.text

    def take_key(self, key: str) -> bool:
        """Save with the key of the window; tell whether it was that."""
        if key == "Ctrl+S":
            self._keep()
        return key == "Ctrl+S"

    def stop(self) -> None:
        """End all work."""
        self._drafting.stop()
        self._pause.stop()
        self._jobs.close()
        self._saving.close()

    def _connect(self) -> None:
        self._edited.changed.connect(self._pause.start)
        self._columns.stood_at.connect(self._card.show_mark)
        self._pause.timeout.connect(self._look_over)
        self._head.save_asked.connect(self._keep)
        self._head.discard_asked.connect(self._ask_discard)
        self._head.back_asked.connect(self._leave)
        self._unsaved.changed.connect(self._show_state)
        self._drafting.kept.connect(lambda draft: self._state.note_draft(Written(draft.text, draft.beside), draft.at))
        self._drafting.failed.connect(self._state.note_no_draft)
        self._drafting.kept.connect(lambda _draft: self._show_state())
        self._drafting.failed.connect(lambda _fault: self._show_state())
        self._offer.answered.connect(self._answered)
        self._card.next_asked.connect(self._columns.go_on)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence(Qt.Key.Key_F8), self, self._columns.go_on, context=within)
        self._card.right_found.connect(self._find_right)

    def _open(self, opened: OpenedFacing) -> None:
        """Show a translation with what was left of it, or offer to begin it."""
        self._begin.setVisible(opened.facing is None)
        if opened.facing is None:
            self._problems.setText(f"Nobody has begun this text in {self._lang.english_name}.")
            return
        self._show(opened.facing)
        self._drafting.begin()
        if opened.draft is None:
            self._drafting.forget()
        else:
            self._columns.setEnabled(False)
            self._offer.ask(opened.draft, self._state.said_time(opened.draft.at))

    def _answered(self) -> None:
        self._columns.setEnabled(True)
        self._columns.begin()

    def _start(self) -> None:
        """Begin the translation: a file with what the English text has, and nothing said in it yet."""
        self._begin.setEnabled(False)
        self._saving.submit(partial(begin_facing, self._desk, self._file), self._started, self._tell)

    def _started(self, opened: Facing) -> None:
        self._open(OpenedFacing(opened, None))
        self.library_changed.emit()

    def _show(self, opened: Facing) -> None:
        self._opened = opened
        title = next((each.text for each in passages(opened.english) if each.place == "title"), "")
        self._head.name(f"{title} in {self._lang.english_name}")
        self._columns.show_english(opened.english)
        self._edited.take(opened.text, opened.base)
        self._look_over()
        self._columns.begin()

    def _look_over(self) -> None:
        """Mark what is to be checked in the text as it is typed now, and ask what is wrong with it."""
        if self._opened is None:
            return
        text = self._edited.text
        self._marks = self._opened.marks(text)
        self._columns.show_marks(self._marks)
        self._is_of_today = not self._marks and translates(text) != self._opened.english_id
        self._show_state()
        self._jobs.submit(partial(problems, self._desk, self._opened, text), self._show_problems, self._tell)

    def _find_right(self) -> None:
        """Note that the sentence at the cursor says what English says, and go on."""
        mark = self._columns.mark_here
        if mark is None or self._opened is None:
            return
        self._edited.replace(with_checked(self._edited.text, mark))
        self._look_over()
        self._columns.go_on()

    def _keep(self) -> None:
        if self._opened is None or not self._can_save or not self._columns.isEnabled():
            return
        self._state.is_saving = True
        self._show_state()
        text = self._edited.text
        work = partial(save, self._desk, replace(self._opened, base=self._edited.base), text)
        self._saving.submit(work, partial(self._kept, text), self._tell)

    def _kept(self, text: str, opened: Facing) -> None:
        """Show what was kept; what somebody has typed since stays."""
        left = len(opened.marks(opened.text))
        again = draft_again(self._opened.text if self._opened else "", opened.text)
        self._state.note_saved()
        if self._edited.text == text:
            self._show(opened)
        else:
            self._opened = opened
            self._edited.settle(opened.text, opened.base)
        self._drafting.settle()
        self._show_state()
        told = f"Saved. {left} still to check." if left else "Saved, as a translation of today's English."
        told = f"{told} {again}".strip()
        self._problems.setText(told)
        announce(self, told)
        self.library_changed.emit()

    def _show_problems(self, faults: tuple[Fault, ...]) -> None:
        shown = [f"Line {fault.line}: {fault.wrong}, {fault.remedy}." for fault in faults[:MOST_PROBLEMS]]
        more = [f"… and {len(faults) - MOST_PROBLEMS} more."] if len(faults) > MOST_PROBLEMS else []
        self._problems.setText("\n".join((*shown, *more)) or "No problems.")

    @property
    def _can_save(self) -> bool:
        """Tell whether a save would write anything; without a word changed it may become one of today's English."""
        return self._opened is not None and (self._edited.is_changed or self._is_of_today)

    def _show_state(self) -> None:
        self._state.show(self._unsaved.written, is_changed=self._unsaved.is_changed)
        self._head.offer(
            can_save=self._can_save and not self._state.is_saving,
            can_discard=self._unsaved.is_changed and not self._state.is_saving,
        )

    def _ask_discard(self) -> None:
        self._strip.ask(SURE, ("&Throw away", self._discard), ("&Keep", self._strip.hide))

    def _discard(self) -> None:
        self._strip.hide()
        self._edited.replace(self._edited.kept)  # with nothing changed any more the draft is forgotten

    def _leave(self) -> None:
        """Close the page; words that are not saved are kept as a draft."""
        if self._drafting.keep_now():
            self.closed.emit()
        else:
            self._strip.ask(NOT_KEPT, ("&Stay", self._strip.hide), ("&Leave all the same", self.closed.emit))

    def _tell(self, error: LeafletError) -> None:
        self._problems.setText("")
        self._state.is_saving = False
        self._show_state()
        self._strip.ask(str(error))

    def _lay_out(self) -> None:
        self._begin.clicked.connect(lambda _checked: self._start())
        self._begin.hide()
        self._problems.setWordWrap(True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(self._head)
        whole.addWidget(self._strip)
        whole.addWidget(self._begin, 0, Qt.AlignmentFlag.AlignLeft)
        whole.addWidget(self._card)
        whole.addWidget(self._columns, 1)
        whole.addWidget(self._problems)
