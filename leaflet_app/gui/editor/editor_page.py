"""The page on which one text is edited: opened, kept as a draft while it is written, saved, never lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from leaflet_app.domain.errors import LeafletError
from leaflet_app.gui.editor.draft_offer import DraftOffer
from leaflet_app.gui.editor.drafting import Drafting
from leaflet_app.gui.editor.edited_text import EditedText
from leaflet_app.gui.editor.editor_body import EditorBody
from leaflet_app.gui.editor.keeping import Keeping
from leaflet_app.gui.editor.meanwhile import Meanwhile
from leaflet_app.gui.editor.save_sheet import SaveSheet
from leaflet_app.gui.editor.text_head import TextHead
from leaflet_app.gui.editor.text_state import NOT_KEPT, SURE, TextState
from leaflet_app.gui.editor.unsaved import Unsaved, Written
from leaflet_app.gui.jobs import Jobs
from leaflet_app.gui.widgets.asking_strip import AskingStrip
from leaflet_app.gui.widgets.in_steps import InSteps
from leaflet_app.gui.widgets.library_page import PageOver
from leaflet_app.gui.widgets.stoppable import Stoppable
from leaflet_app.services.desk import Desk
from leaflet_app.services.edit_text import OpenedText, open_text, suggested_message
from leaflet_app.services.files_beside import files_beside

BROKEN = "This text has a fault: until it is mended, no leaflet can be made from what you save."
SAVE_FIRST = "A review is of the text as it was saved. Save your changes first."


class EditorPage(PageOver):
    """Tells when it is closed, and when it has saved. What is not saved is there again when the text is opened."""

    def __init__(self, desk: Desk, file: str, *, goes_on: bool = False) -> None:
        super().__init__()
        self._desk = desk
        self._goes_on = goes_on
        self._title = file
        self.body: EditorBody | None = None
        self._is_opening = True
        self.edited = EditedText(file, "", "", self)
        self.head = TextHead()
        self.strip = AskingStrip()
        self._opening = Jobs(self)
        self.unsaved = Unsaved(self.edited)
        self.drafting = Drafting(desk, self.unsaved)
        self.keeping = Keeping(desk, self.unsaved)
        self._meanwhile = Meanwhile(self, self.unsaved, self.drafting, self.strip)
        self._offer = DraftOffer(self.unsaved, self.drafting, self.strip)
        self._at_work: list[Stoppable] = [self.drafting, self.keeping]
        self._state = TextState(desk.now, self.head)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        for part in (self.head, self.strip):
            self._column.addWidget(part)
        self._column.addStretch(1)
        self._connect()
        self.head.say("Opening …")
        self._opening.submit(partial(open_text, desk, file), self._open, self._fail)

    @property
    def is_changed(self) -> bool:
        """Tell whether something is not saved."""
        return self.unsaved.is_changed

    def take_key(self, key: str) -> bool:
        """Act on a key of the window; tell whether it means something here."""
        acts: dict[str, Callable[[], object]] = {"Ctrl+S": self.save, "Ctrl+F": self._find}
        if self.body is not None:
            acts |= {"F6": partial(self.body.focus_next, 1), "Shift+F6": partial(self.body.focus_next, -1)}
        if key in acts:
            acts[key]()
        return key in acts

    def save(self) -> SaveSheet | None:
        """Ask what was changed, and save it."""
        if self.body is None or not self.is_changed or self._state.is_saving or not self.body.isEnabled():
            return None
        suggested = suggested_message(self._title, self.edited.kept, self.edited.text)
        warning = "" if self.body.is_readable else BROKEN
        sheet = SaveSheet(self.window(), suggested, self.keeping.editor, warning)
        sheet.accepted.connect(lambda: self._keep(sheet.message, sheet.editor))
        sheet.finished.connect(lambda _result: sheet.deleteLater())
        sheet.open()
        return sheet

    def stop(self) -> None:
        """Keep what is not saved as a draft, and end all work."""
        self._opening.close()
        for each in self._at_work:
            each.stop()

    def _connect(self) -> None:
        self.head.back_asked.connect(self._leave)
        self.head.save_asked.connect(self.save)
        self.head.discard_asked.connect(self._ask_discard)
        self.unsaved.changed.connect(self._show_state)
        self.drafting.kept.connect(lambda draft: self._state.note_draft(Written(draft.text, draft.beside), draft.at))
        self.drafting.failed.connect(self._state.note_no_draft)
        for each in (self.drafting.kept, self.drafting.failed):
            each.connect(lambda _told: self._show_state())
        self._offer.answered.connect(self._answered)
        self.keeping.saved.connect(self._show_saved)
        self.keeping.failed.connect(self._fail)
        self.keeping.overtaken.connect(self._meanwhile.tell)
        self.keeping.refused.connect(self._meanwhile.compare)
        self.keeping.lists_overtaken.connect(self._meanwhile.take_in_lists)
        self._meanwhile.met.connect(self._note_met)
        self._meanwhile.failed.connect(self._fail)
        self._meanwhile.save_asked.connect(self.save)
        self._meanwhile.theirs_asked.connect(self._show_theirs)

    def _open(self, opened: OpenedText) -> None:
        self._title = opened.title
        self.head.name(opened.title)
        self.edited.take(opened.text, opened.base)
        self.unsaved.others.follow(opened.beside.get)
        self._at_work.append(InSteps(self._built(opened), self))

    def _built(self, opened: OpenedText) -> Iterator[None]:
        """Build the page in steps, and begin with the last of them."""
        body = EditorBody(self._desk, self.unsaved, opened)
        body.left.connect(self.drafting.keep_soon)
        body.forms.review_asked.connect(self._ask_review)
        self._column.takeAt(self._column.count() - 1)
        self._column.addWidget(body, 1)
        self._at_work.append(body)
        yield from body.built()
        self.body, self._is_opening = body, False
        self.keeping.begin()
        self.drafting.begin()
        self._show_state()
        self.body.begin()
        self._offer_draft(opened)

    def _offer_draft(self, opened: OpenedText) -> None:
        """Offer what was left here, and change nothing before somebody has chosen."""
        draft = opened.draft
        if draft is None:
            self.drafting.forget()
            return
        if self._goes_on or not opened.text:
            self._offer.take_up(draft)
            return
        assert self.body is not None  # noqa: S101  (it is opened)
        self.body.setEnabled(False)
        self._offer.ask(draft, self._state.said_time(draft.at))

    def _answered(self) -> None:
        if self.body is not None:
            self.body.setEnabled(True)
            self.body.source.setFocus()

    def _keep(self, message: str, editor: str) -> None:
        self._state.is_saving = True
        self._show_state()
        self.keeping.save(message, editor)

    def _show_saved(self, again: str) -> None:
        self._state.note_saved()
        self.strip.hide()
        if again:
            self.strip.ask(again)
        self.drafting.settle()
        self._show_state()
        self._read_beside()
        self.head.announce()
        self.library_changed.emit()

    def _read_beside(self) -> None:
        """Show the files beside the text as the library holds them now."""
        self._opening.submit(partial(files_beside, self._desk, self.edited.file), self._show_beside, self._fail)

    def _show_beside(self, beside: dict[str, bytes]) -> None:
        self._meanwhile.follow(beside)

    def _fail(self, error: LeafletError) -> None:
        self._state.is_saving = self._is_opening = False
        self._show_state()
        self.strip.ask(str(error))

    def _note_met(self) -> None:
        self._state.is_saving = False
        self._show_state()

    def _show_theirs(self, text: str) -> None:
        if self.body is not None:
            self.body.show_theirs(text)

    def _ask_review(self) -> None:
        """Open the review sheet; it is about the text as it was saved."""
        if self.is_changed:
            self.strip.ask(SAVE_FIRST, ("&Save", self.save), ("Not &now", self.strip.hide))
        else:
            self.review_asked.emit(self.edited.file)

    def _ask_discard(self) -> None:
        self.strip.ask(SURE, ("&Throw away", self._discard), ("&Keep", self.strip.hide))

    def _discard(self) -> None:
        self.strip.hide()
        self.unsaved.others.give_up()
        self.edited.replace(self.edited.kept)
        self.drafting.forget()
        self._read_beside()

    def _leave(self) -> None:
        if self.drafting.keep_now():
            self.closed.emit()
        else:
            self.strip.ask(NOT_KEPT, ("&Stay", self.strip.hide), ("&Leave all the same", self.closed.emit))

    def _find(self) -> None:
        if self.body is not None:
            self.body.open_find()

    def _show_state(self) -> None:
        if not self._is_opening:
            self._state.show(self.unsaved.written, is_changed=self.is_changed)
