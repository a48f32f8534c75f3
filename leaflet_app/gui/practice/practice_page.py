"""The page Practice of the Library: a form on the left, the real leaflet on the right; one save is one change."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from leaflet_app.domain.errors import EditedMeanwhile, LeafletError
from leaflet_app.domain.practice import FIRST_PRACTICE, Practice
from leaflet_app.gui.jobs import Jobs
from leaflet_app.gui.practice.first_steps import FirstStepsSheet
from leaflet_app.gui.practice.practice_chooser import PracticeChooser
from leaflet_app.gui.practice.practice_form import PracticeForm
from leaflet_app.gui.practice.removing import Removing
from leaflet_app.gui.practice.sample_view import SampleView
from leaflet_app.gui.practice.save_row import SaveRow
from leaflet_app.gui.widgets.asking_strip import AskingStrip
from leaflet_app.gui.widgets.own_name import NEEDED
from leaflet_app.services import practice as practices
from leaflet_app.services.desk import Desk
from leaflet_app.services.practice import Kept, Opened
from leaflet_app.services.signing import editor, introduce

FORM, SAMPLE = 480, 440
OVERTAKEN = "Someone else has changed this practice meanwhile. Yours is still on the form."
BRAND = frozenset({"band", "accent", "logo_alt", "brand"})
FAINT = "You see the leaflet as the form has it, but it cannot be saved so. Mend what is marked in the form."
NOT_YET = "The leaflet shows the last details that could be printed. Mend what is marked in the form."


class PracticePage(QWidget):
    """Reads and keeps practices off the window's thread; what is typed stays until it is kept or taken back."""

    library_changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._kept: Kept | None = None
        self._before: Practice | None = None
        self._reading = Jobs(self)
        self._keeping = Jobs(self)
        self._form = PracticeForm()
        self._sample = SampleView(desk)
        self._chooser = PracticeChooser()
        self._opened: Opened | None = None
        self._row = SaveRow()
        self._strip = AskingStrip("tint")
        self._removing = Removing(desk, self._strip, self._row)
        self._lay_out()
        self._form.edited.connect(self._check)
        self._row.save_asked.connect(self._keep)
        self._row.back_asked.connect(self._take_back)
        self._chooser.chosen.connect(self._choose)
        self._chooser.new_asked.connect(self._begin_new)
        self._chooser.first_steps_asked.connect(self._show_first_steps)
        self._connect_removing()

    def showEvent(self, event: QShowEvent) -> None:
        """Read the practices when somebody comes here; what is typed and not kept stays."""
        super().showEvent(event)
        self.look_again()

    def look_again(self) -> None:
        """Read what another page, or somebody else, has changed; what is typed and not kept stays."""
        if not self._is_changed:
            self._read()

    def stop(self) -> None:
        """End all work."""
        for each in (self._reading, self._keeping, self._sample, self._form, self._removing):
            each.close() if isinstance(each, Jobs) else each.stop()

    def _connect_removing(self) -> None:
        self._form.remove_asked.connect(self._ask_remove)
        self._chooser.removed_asked.connect(self._removing.look)
        self._chooser.back_asked.connect(self._removing.bring_back)
        self._removing.found.connect(self._chooser.offer_back)
        self._removing.look_asked.connect(self._read)
        self._removing.changed.connect(lambda _id: self.library_changed.emit())
        self._removing.changed.connect(self._choose)

    def _ask_remove(self) -> None:
        if self._opened is not None:
            self._removing.ask(self._opened)

    @property
    def _is_changed(self) -> bool:
        return self._kept is not None and self._form.practice != self._kept.practice

    def _read(self) -> None:
        self._strip.hide()
        wanted = self._kept.id if self._kept and self._kept.base else ""
        self._reading.submit(partial(practices.opened, self._desk, wanted), self._show, self._refuse)

    def _choose(self, practice_id: str) -> None:
        self._reading.submit(partial(practices.opened, self._desk, practice_id), self._show, self._refuse)

    def _begin_new(self) -> None:
        self._reading.submit(partial(practices.opened_new, self._desk), self._show, self._refuse)

    def _show_first_steps(self) -> None:
        sheet = FirstStepsSheet(self._desk, self.window())
        sheet.finished_with.connect(self.library_changed)
        sheet.finished_with.connect(self._read)
        sheet.finished.connect(sheet.deleteLater)
        sheet.show()

    def _show(self, opened: Opened) -> None:
        self._opened, self._kept = opened, opened.kept
        self._row.know(editor(self._desk))
        self._form.offer_removing(
            is_first=opened.kept.id == FIRST_PRACTICE,
            is_only=len(opened.listed) == 1,
            is_kept=bool(opened.kept.text),
        )
        self._chooser.show_practices(opened.listed, opened.kept.id)
        self._form.show_practice(opened.kept.practice, opened.disclaimers)
        self._check()

    def _check(self) -> None:
        """Say at each field what is wrong; show the leaflet where nothing is."""
        if self._kept is None:
            return
        wrong = self._form.wrong
        self._form.say_wrong(wrong)
        is_faint = bool(wrong) and wrong.keys() <= BRAND
        self._sample.say(FAINT if is_faint else NOT_YET if wrong else "")
        if not wrong or is_faint:
            self._sample.want(self._kept.id, self._form.practice)
        self._row.offer(is_changed=self._is_changed)

    def _take_back(self) -> None:
        if self._kept is not None:
            self._before = None
            self._read()

    def _keep(self) -> None:
        if self._kept is None or not self._is_changed:
            return
        wrong = self._form.wrong
        if wrong:
            self._form.focus_wrong(wrong)
            self._strip.tell("Not saved yet: mend what is marked.")
            return
        if self._row.ask_name():
            self._strip.tell(f"Not saved yet. {NEEDED}")
            return
        self._begin_keeping(self._form.practice)

    def _begin_keeping(self, wanted: Practice) -> None:
        assert self._kept is not None  # noqa: S101  (only called when a practice is shown)
        self._before = self._kept.practice if self._kept.text else None
        is_new = not self._kept.text
        work = partial(practices.keep_new, self._desk) if is_new else partial(practices.keep, self._desk, self._kept)
        self._submit(partial(work, wanted, self._row.name))

    def _submit(self, work: Callable[[], Kept]) -> None:
        self._row.hold()
        self._keeping.submit(partial(_signed, self._desk, self._row.name, work), self._show_kept, self._refuse)

    def _show_kept(self, kept: Kept) -> None:
        self._kept = kept
        at = self._desk.now().astimezone()
        undo = (("Undo", self._undo_last),) if self._before is not None else ()
        self._strip.tell(f"Saved {at:%H:%M}.", *undo, ("Close", self._strip.hide))
        self.library_changed.emit()
        work = partial(practices.opened, self._desk, kept.id)
        self._reading.submit(work, self._show, self._refuse)

    def _undo_last(self) -> None:
        if self._before is not None:
            self._begin_keeping(self._before)

    def _keep_mine(self) -> None:
        """Keep what is on the form over what somebody else kept meanwhile."""
        assert self._kept is not None  # noqa: S101  (only offered when a practice is shown)
        work = partial(practices.keep_over, self._desk, self._kept.id, self._form.practice, self._row.name)
        self._submit(work)

    def _refuse(self, error: LeafletError) -> None:
        if isinstance(error, EditedMeanwhile):
            self._strip.tell(OVERTAKEN, ("Show theirs", self._read), ("Keep mine", self._keep_mine))
        else:
            self._strip.tell(str(error))
        self._row.offer(is_changed=self._is_changed)

    def _lay_out(self) -> None:
        left = QWidget()
        form = QVBoxLayout(left)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(8)
        form.addWidget(self._form, 1)
        form.addWidget(self._strip)
        form.addWidget(self._row)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(left)
        split.addWidget(self._sample)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(8)
        split.setSizes([FORM, SAMPLE])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._chooser)
        column.addWidget(split, 1)


def _signed(desk: Desk, name: str, work: Callable[[], Kept]) -> Kept:
    """Do what changes the library, in the name of a person whom the settings know from now on."""
    introduce(desk, name)
    return work()
