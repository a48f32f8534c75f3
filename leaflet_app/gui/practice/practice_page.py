"""The page Practice of the Library: a form on the left, the real leaflet on the right; one save is one change."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from leaflet_app.domain.errors import EditedMeanwhile, LeafletError
from leaflet_app.domain.practice import Practice
from leaflet_app.gui.jobs import Jobs
from leaflet_app.gui.practice.first_steps import FirstStepsSheet
from leaflet_app.gui.practice.practice_chooser import PracticeChooser
from leaflet_app.gui.practice.practice_form import PracticeForm
from leaflet_app.gui.practice.sample_view import SampleView
from leaflet_app.gui.widgets.announce import announce
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.gui.widgets.strip import Strip
from leaflet_app.services import practice as practices
from leaflet_app.services.desk import Desk
from leaflet_app.services.practice import Kept, Opened

FORM, SAMPLE = 480, 440
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
        self._save = dress(QPushButton("Save"), main="true")
        self._back = QPushButton("Take back")
        self._strip = Strip()
        self._undo = self._strip.offer("Undo", self._undo_last)
        self._theirs = self._strip.offer("Show theirs", self._read)
        self._mine = self._strip.offer("Keep mine", self._keep_mine)
        self._strip.offer("Close", self._strip.hide)
        self._strip.hide()
        self._lay_out()
        self._form.edited.connect(self._check)
        self._save.clicked.connect(lambda _checked: self._keep())
        self._back.clicked.connect(lambda _checked: self._take_back())
        self._chooser.chosen.connect(self._choose)
        self._chooser.new_asked.connect(self._begin_new)
        self._chooser.first_steps_asked.connect(self._show_first_steps)

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
        for each in (self._reading, self._keeping, self._sample, self._form):
            each.close() if isinstance(each, Jobs) else each.stop()

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
        self._kept = opened.kept
        self._chooser.show_practices(opened.listed, opened.kept.id)
        self._form.show_practice(opened.kept.practice, opened.disclaimers)
        self._check()

    def _check(self) -> None:
        """Say at each field what is wrong; show the leaflet where nothing is."""
        if self._kept is None:
            return
        wrong = self._form.wrong
        self._form.say_wrong(wrong)
        self._sample.say(NOT_YET if wrong else "")
        if not wrong:
            self._sample.want(self._kept.id, self._form.practice)
        self._save.setEnabled(self._is_changed)
        self._back.setEnabled(self._is_changed)

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
            self._say("Not saved yet: mend what is marked.")
            return
        self._begin_keeping(self._form.practice)

    def _begin_keeping(self, wanted: Practice) -> None:
        assert self._kept is not None  # noqa: S101  (only called when a practice is shown)
        self._before = self._kept.practice if self._kept.text else None
        self._save.setEnabled(False)
        is_new = not self._kept.text
        work = partial(practices.keep_new, self._desk) if is_new else partial(practices.keep, self._desk, self._kept)
        self._keeping.submit(partial(work, wanted), self._show_kept, self._refuse)

    def _show_kept(self, kept: Kept) -> None:
        self._kept = kept
        at = self._desk.now().astimezone()
        self._say(f"Saved {at:%H:%M}.", undo=self._before is not None)
        self.library_changed.emit()
        work = partial(practices.opened, self._desk, kept.id)
        self._reading.submit(work, self._show, self._refuse)

    def _undo_last(self) -> None:
        if self._before is not None:
            self._begin_keeping(self._before)

    def _keep_mine(self) -> None:
        """Keep what is on the form over what somebody else kept meanwhile."""
        assert self._kept is not None  # noqa: S101  (only offered when a practice is shown)
        work = partial(practices.keep_over, self._desk, self._kept.id, self._form.practice)
        self._keeping.submit(work, self._show_kept, self._refuse)

    def _refuse(self, error: LeafletError) -> None:
        if isinstance(error, EditedMeanwhile):
            self._say("Someone else has changed this practice meanwhile. Yours is still on the form.", choose=True)
        else:
            self._say(str(error))
        self._save.setEnabled(self._is_changed)

    def _say(self, words: str, *, undo: bool = False, choose: bool = False) -> None:
        self._undo.setVisible(undo)
        self._theirs.setVisible(choose)
        self._mine.setVisible(choose)
        self._strip.say(words)
        announce(self, words)

    def _lay_out(self) -> None:
        actions = QHBoxLayout()
        actions.setSpacing(8)
        actions.addStretch(1)
        for button in (self._back, self._save):
            button.setEnabled(False)
            button.setMinimumWidth(96)
            actions.addWidget(button)
        left = QWidget()
        form = QVBoxLayout(left)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(8)
        form.addWidget(self._form, 1)
        form.addWidget(self._strip)
        form.addLayout(actions)
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
