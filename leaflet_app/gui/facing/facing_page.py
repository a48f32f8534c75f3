"""A translation beside today's English: what changed is marked, checked sentence by sentence, and kept."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from leaflet_app.domain.errors import EditedMeanwhile, LeafletError
from leaflet_app.domain.facing import Facing
from leaflet_app.domain.languages import language_of
from leaflet_app.domain.passages import passages
from leaflet_app.gui.editor.draft_offer import DraftOffer
from leaflet_app.gui.editor.drafting import Drafting
from leaflet_app.gui.editor.edited_text import EditedText
from leaflet_app.gui.editor.meanwhile import Meanwhile
from leaflet_app.gui.editor.text_head import TextHead
from leaflet_app.gui.editor.text_state import NOT_KEPT, SURE, TextState
from leaflet_app.gui.editor.unsaved import Unsaved, Written
from leaflet_app.gui.facing.facing_body import FacingBody
from leaflet_app.gui.jobs import Jobs
from leaflet_app.gui.widgets.asking_strip import AskingStrip
from leaflet_app.gui.widgets.library_page import PageOver
from leaflet_app.services.desk import Desk
from leaflet_app.services.edit_text import Theirs, theirs_of
from leaflet_app.services.text_forms import draft_again
from leaflet_app.services.translate_text import OpenedFacing, begin_facing, open_facing, save


class FacingPage(PageOver):
    """English at the left, to read; the translation at the right, to work on."""

    def __init__(self, desk: Desk, file: str, *, goes_on: bool = False) -> None:
        super().__init__()
        self._desk, self._file, self._goes_on = desk, file, goes_on
        self._lang = language_of(file.rpartition("/")[2].removesuffix(".md"))
        self._opening, self._saving, self._meeting = (Jobs(self) for _ in range(3))
        self._edited = EditedText(file, "", "", self)
        self._unsaved = Unsaved(self._edited)
        self._drafting = Drafting(desk, self._unsaved)
        self._strip = AskingStrip()
        self._offer = DraftOffer(self._unsaved, self._drafting, self._strip)
        self._meanwhile = Meanwhile(self, self._unsaved, self._drafting, self._strip)
        self._body = FacingBody(desk, self._edited, self._lang)
        self._columns = self._body.columns
        self._head = TextHead()
        self._state = TextState(desk.now, self._head)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        for part in (self._head, self._strip):
            whole.addWidget(part)
        whole.addWidget(self._body, 1)
        self._connect()
        self._opening.submit(partial(open_facing, desk, file), self._open, self._tell_not_opened)

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
        """Keep what is not saved as a draft, and end all work."""
        self._drafting.stop()
        self._body.stop()
        super().stop()

    def _connect(self) -> None:
        self._body.looked_over.connect(self._show_state)
        self._body.failed.connect(self._tell)
        self._columns.begin_asked.connect(self._start)
        self._head.save_asked.connect(self._keep)
        self._head.discard_asked.connect(self._ask_discard)
        self._head.back_asked.connect(self._leave)
        self._unsaved.changed.connect(self._show_state)
        self._drafting.kept.connect(lambda draft: self._state.note_draft(Written(draft.text, draft.beside), draft.at))
        self._drafting.failed.connect(self._state.note_no_draft)
        self._drafting.kept.connect(lambda _draft: self._show_state())
        self._drafting.failed.connect(lambda _fault: self._show_state())
        self._offer.answered.connect(self._answered)
        self._meanwhile.met.connect(self._note_met)
        self._meanwhile.failed.connect(self._tell)
        self._meanwhile.save_asked.connect(self._keep)
        self._meanwhile.theirs_asked.connect(self._columns.show_theirs)

    def _open(self, opened: OpenedFacing) -> None:
        """Show a translation with what was left of it, or offer to begin it."""
        self._show(opened.facing)
        self._edited.take(opened.facing.text, opened.facing.base)
        self._drafting.begin()
        if opened.draft is None:
            self._drafting.forget()
        elif self._goes_on or not opened.facing.text:
            self._offer.take_up(opened.draft)
        else:
            self._columns.setEnabled(False)
            self._offer.ask(opened.draft, self._state.said_time(opened.draft.at))
        self._body.look_over(self._columns.begin if self._columns.isEnabled() else None)

    def _tell_not_opened(self, error: LeafletError) -> None:
        self._body.show_nothing()
        self._tell(error)

    def _answered(self) -> None:
        self._columns.setEnabled(True)
        self._body.look_over(self._columns.begin)

    def _start(self) -> None:
        """Begin the translation: what the English text has, and nothing said in it yet. It is a draft until a save."""
        self._opening.submit(partial(begin_facing, self._desk, self._file), self._started, self._tell_not_begun)

    def _started(self, begun: tuple[Facing, str]) -> None:
        opened, text = begun
        self._show(opened)
        self._edited.settle(opened.text, opened.base)
        self._edited.replace(text)
        self._body.look_over(self._columns.begin)

    def _tell_not_begun(self, error: LeafletError) -> None:
        self._columns.show_begun(is_begun=False)
        self._tell(error)

    def _show(self, opened: Facing) -> None:
        self._body.show_opened(opened)
        title = next((each.text for each in passages(opened.english) if each.place == "title"), "")
        self._head.name(f"{title} in {self._lang.english_name}")

    def _keep(self) -> None:
        opened = self._body.opened
        if opened is None or not self._can_save or not self._columns.isEnabled():
            return
        self._state.is_saving = True
        self._show_state()
        text = self._edited.text
        work = partial(save, self._desk, replace(opened, base=self._edited.base), text)
        self._saving.submit(work, partial(self._kept, text), self._tell_not_kept)

    def _kept(self, text: str, opened: Facing) -> None:
        """Show what was kept; what somebody has typed since stays, and so does the cursor."""
        again = draft_again(self._edited.kept, opened.text)
        self._state.note_saved()
        is_same = self._edited.text == text
        self._edited.settle(opened.text, opened.base)
        if is_same:
            self._edited.replace(opened.text)
        self._show(opened)
        self._drafting.settle()
        self._strip.hide()
        if again:
            self._strip.ask(again)
        self._show_state()
        self._body.look_over()
        self._head.announce()
        self.library_changed.emit()

    def _tell_not_kept(self, error: LeafletError) -> None:
        """Tell why it was not saved; where somebody else has saved it, let both be compared."""
        if isinstance(error, EditedMeanwhile):
            work = partial(theirs_of, self._desk, self._file, "")
            self._meeting.submit(work, partial(self._meet, error), self._tell)
        else:
            self._tell(error)

    def _meet(self, error: LeafletError, theirs: Theirs | None) -> None:
        if theirs is None:
            self._tell(error)
        else:
            self._meanwhile.compare(theirs)

    def _note_met(self) -> None:
        self._state.is_saving = False
        self._show_state()

    @property
    def _can_save(self) -> bool:
        return self._edited.is_changed or self._body.is_of_today

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
        self._note_met()
        self._strip.ask(str(error))
