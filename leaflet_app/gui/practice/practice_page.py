"""The page Practice of the Library: a form on the left, the real leaflet on the right; one save is one change."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout

from leaflet_app.domain.errors import LeafletError
from leaflet_app.domain.practice import Practice
from leaflet_app.gui.jobs import Jobs
from leaflet_app.gui.practice.first_steps import open_first_steps
from leaflet_app.gui.practice.form_and_leaflet import FormAndLeaflet
from leaflet_app.gui.practice.keeping_practice import KeepingPractice
from leaflet_app.gui.practice.practice_chooser import PracticeChooser
from leaflet_app.gui.practice.removing import Removing
from leaflet_app.gui.practice.save_row import SaveRow
from leaflet_app.gui.widgets.asking_strip import AskingStrip
from leaflet_app.gui.widgets.focus import focus_first
from leaflet_app.gui.widgets.library_page import LibraryPage
from leaflet_app.services import practice as practices
from leaflet_app.services.desk import Desk
from leaflet_app.services.practice import Kept, Opened
from leaflet_app.services.signing import editor

Reading = Callable[[], Opened]


class PracticePage(LibraryPage):
    """Reads and keeps practices off the window's thread; what is typed stays until it is kept or taken back."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._kept: Kept | None = None
        self._opened: Opened | None = None
        self._next: Reading | None = None
        """What is to be shown once a save has ended."""
        self._reading = Jobs(self)
        self._chooser = PracticeChooser()
        self._row = SaveRow()
        self._strip = AskingStrip("tint")
        self._both = FormAndLeaflet(desk, self._strip, self._row)
        self._form = self._both.form
        self._keeping = KeepingPractice(desk, self._form, self._strip, self._row)
        self._removing = Removing(desk, self._strip, self._row, self._chooser)
        self._form.setEnabled(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._chooser)
        column.addWidget(self._both, 1)
        self._form.edited.connect(self._check)
        self._row.save_asked.connect(self._keep)
        self._row.back_asked.connect(self._read)
        self._keeping.kept.connect(self._show_kept)
        self._keeping.refused.connect(self._stay)
        self._keeping.theirs_asked.connect(self._read)
        self._chooser.chosen.connect(lambda practice_id: self._leave(self._of(practice_id)))
        self._chooser.new_asked.connect(lambda: self._leave(partial(practices.opened_new, desk)))
        self._chooser.first_steps_asked.connect(self._show_first_steps)
        self._form.remove_asked.connect(self._ask_remove)
        self._removing.look_asked.connect(self._read)
        self._removing.changed.connect(self._show_instead)

    def showEvent(self, event: QShowEvent) -> None:
        """Read the practices when somebody comes here; what is typed and not kept stays."""
        super().showEvent(event)
        self.look_again()

    def look_again(self) -> None:
        """Read what another page, or somebody else, has changed; what is typed and not kept stays."""
        if not self._is_changed:
            self._read()

    def take_key(self, key: str) -> bool:
        """Save with the key of the window; tell whether it was that."""
        if key == "Ctrl+S":
            self._keep()
        return key == "Ctrl+S"

    def stop(self) -> None:
        """End all work."""
        for each in (self._reading, self._keeping, self._both, self._removing):
            each.close() if isinstance(each, Jobs) else each.stop()

    def _ask_remove(self) -> None:
        if self._opened is not None:
            self._removing.ask(self._opened)

    @property
    def _is_changed(self) -> bool:
        return self._kept is not None and self._form.practice != self._kept.practice

    def _read(self) -> None:
        self._strip.hide()
        is_new = self._kept is not None and not self._kept.text
        wanted = self._kept.id if self._kept else ""
        self._open(partial(practices.opened_new, self._desk) if is_new else self._of(wanted))

    def _of(self, practice_id: str) -> Reading:
        return partial(practices.opened, self._desk, practice_id)

    def _open(self, work: Reading) -> None:
        self._reading.submit(work, partial(self._show, work, self._form.practice), self._refuse)

    def _show_instead(self, practice_id: str) -> None:
        """Show a practice that was brought back, or the first in the place of one that was removed."""
        self.library_changed.emit()
        if practice_id and self._is_changed:
            self._leave(self._of(practice_id))
        else:
            self._open(self._of(practice_id))

    def _leave(self, work: Reading) -> None:
        """Go to another practice; where something is typed and not kept, a person says what becomes of it."""
        if self._kept is None or not self._is_changed:
            self._strip.hide()
            self._open(work)
            return
        if self._opened is not None:
            self._chooser.show_practices(self._opened.listed, self._kept.id)
        if self._keeping.is_running:
            self._next = work
            return
        self._strip.ask(
            f"{self._kept.practice.publisher or 'The new practice'} has changes that are not saved.",
            ("Save", partial(self._keep, work)),
            ("Throw away", partial(self._open, work)),
            ("Keep typing", self._strip.hide),
        )

    def _show_first_steps(self) -> None:
        open_first_steps(self._desk, self.window(), self.library_changed.emit, self.look_again)

    def _show(self, work: Reading, on_form: Practice, opened: Opened) -> None:
        """Show what was read, unless somebody typed since it was asked for: their words stay."""
        if self._kept is not None and self._form.practice != on_form:
            self._show_beside(work, opened)
            return
        is_other = self._kept is None or opened.kept.id != self._kept.id
        self._opened, self._kept = opened, opened.kept
        self._form.setEnabled(True)
        self._show_around(opened)
        self._form.show_practice(opened.kept.practice, opened.disclaimers)
        if is_other and not opened.kept.text:
            focus_first(self._form)
        self._check()

    def _show_beside(self, work: Reading, opened: Opened) -> None:
        """Show which practices there are, beside what is typed; what others changed is asked about at the save."""
        assert self._kept is not None  # noqa: S101  (only called when a practice is shown)
        if opened.kept.id != self._kept.id:
            self._leave(work)
            return
        if opened.kept.practice == self._kept.practice:
            self._kept = opened.kept
        self._opened = opened
        self._show_around(opened)
        self._check()

    def _show_around(self, opened: Opened) -> None:
        self._row.know(editor(self._desk))
        self._form.offer_removing(opened)
        self._chooser.show_practices(opened.listed, opened.kept.id)

    def _check(self) -> None:
        if self._kept is not None:
            self._both.check(self._kept)
            self._offer()

    def _offer(self) -> None:
        self._row.offer(is_changed=self._is_changed)
        if self._keeping.is_running:
            self._row.hold()

    def _keep(self, then: Reading | None = None) -> None:
        if self._kept is not None and self._is_changed and self._keeping.keep(self._kept):
            self._next = then

    def _show_kept(self, kept: Kept, on_form: Practice) -> None:
        self._kept = kept
        self._form.go_on_from(kept.practice)
        self.library_changed.emit()
        work, self._next = self._next or self._of(kept.id), None
        self._reading.submit(work, partial(self._show, work, on_form), self._refuse)

    def _stay(self) -> None:
        self._next = None
        self._offer()

    def _refuse(self, error: LeafletError) -> None:
        self._strip.tell(str(error))
        self._stay()
