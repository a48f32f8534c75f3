"""Three steps to a leaflet of one's own: who you are, logo and colours, see it and finish. Esc is later."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from leaflet_app.domain.errors import CannotSave, LeafletError, whence
from leaflet_app.domain.practice import Practice
from leaflet_app.domain.practice_fields import with_words, words_of
from leaflet_app.gui.jobs import Jobs
from leaflet_app.gui.practice.joining import Joining
from leaflet_app.gui.practice.practice_form import BrandPart, DetailsPart
from leaflet_app.gui.practice.sample_view import SampleView
from leaflet_app.gui.widgets.announce import announce
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.gui.widgets.focus import focus_first
from leaflet_app.gui.widgets.own_name import NEEDED, OwnNameRow
from leaflet_app.gui.widgets.scrolled import scrolled
from leaflet_app.services import practice as practices
from leaflet_app.services import practice_first_steps as kept_steps
from leaflet_app.services.desk import Desk
from leaflet_app.services.practice import Kept
from leaflet_app.services.practice_first_steps import FirstSteps
from leaflet_app.services.practice_joining import may_join
from leaflet_app.services.signing import editor, introduce

SIZE, AROUND = QSize(960, 680), QSize(48, 48)
LEAST_FOR_BOTH = 760
"""The width below which the leaflet has no room beside the colours."""

STEPS = ("Who you are", "Logo and colours", "See it and finish")
ABOUT = (
    "This stands on every leaflet. Only what says “needed” must be filled in; what you leave empty is not printed.",
    "All of this can be left as it is. If words are hard to read in a colour, you are offered a better one.",
    "This is how your leaflets will look. Press “Finish”, and every leaflet from here looks like this. "
    "You can change it at any time: Library, Practice.",
)
ABOUT_JOINED = "Press “Finish”. You can change this at any time: Settings, Library."
ASKED = ("name", "consultant_name", "consultant_role", "phone", "hours", "emergency_note")
WHO, BRAND, SEE = range(3)

log = logging.getLogger(__name__)


class FirstStepsSheet(QDialog):
    """Never holds the window behind it: leaflets can be made and printed meanwhile."""

    finished_with = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._kept: Kept | None = None
        self._begun = Practice("", "")
        self._is_asked = self._may_join = False
        self._reading = Jobs(self)
        self._keeping = Jobs(self)
        self._joining = Joining(desk)
        self._who = DetailsPart("", ASKED)
        self._brand = BrandPart()
        self._sample = SampleView(desk)
        self._signing = OwnNameRow(editor(desk))
        self._pages = QStackedWidget()
        self._way = QLabel()
        self._about = dress(QLabel(), tone="soft")
        self._problem = dress(QLabel(), tone="urgent")
        self._later = QPushButton("Later")
        self._step = WHO
        self._back = QPushButton("Back")
        self._next = dress(QPushButton("Next"), main="true")
        self.setWindowTitle("First steps")
        self.setModal(False)
        self._lay_out()
        self._joining.joined.connect(self._show_joined)
        self._who.edited.connect(self._check)
        self._brand.edited.connect(self._check)
        self._later.clicked.connect(lambda _checked: self.reject())
        self._back.clicked.connect(lambda _checked: self._go(self._step - 1))
        self._next.clicked.connect(lambda _checked: self._go_on())
        self._reading.submit(partial(_begin, desk), self._show, self._refuse)

    def done(self, result: int) -> None:
        """Keep how far somebody came, to go on from the Practice page, and end all work."""
        if self._kept is not None:
            self._note(is_over=self._joining.is_joined or result == QDialog.DialogCode.Accepted)
        for each in (self._reading, self._keeping):
            each.close()
        self._sample.stop()
        self._brand.logo.stop()
        self._joining.stop()
        super().done(result)

    @property
    def _practice(self) -> Practice:
        return self._brand.worn_by(with_words(self._begun, self._who.typed))

    def _show(self, begun: tuple[Kept, FirstSteps, bool]) -> None:
        self._kept, steps, self._may_join = begun
        self._begun = kept_steps.begun_from(self._kept)
        practice = kept_steps.resumed(self._begun, steps)
        self._who.show_words(words_of(practice))
        self._brand.show_practice(practice)
        self._next.setEnabled(True)
        self._go(min(max(steps.step, WHO), SEE))

    def _show_joined(self) -> None:
        """Ask nothing else: all of it is in the shared library."""
        self._arrange()
        for part in (self._way, self._back):
            part.hide()
        self._about.setText(ABOUT_JOINED)
        self._next.setText("Finish")
        self.finished_with.emit()

    def _check(self) -> None:
        if self._kept is None:
            return
        wrong = practices.wrong_in(self._practice)
        self._who.say_wrong(wrong, spares_empty=not self._is_asked)
        self._say("")
        if self._step == BRAND:
            self._sample.want(self._kept.id, self._practice)

    def _go_on(self) -> None:
        """Go to the next step, or finish; a step with something wrong is not left."""
        if self._joining.is_joined:
            self._end_joined()
            return
        wrong = practices.wrong_in(self._practice)
        here, self._is_asked = self._step, True
        if here == WHO and self._who.say_wrong(wrong):
            self._who.focus_wrong(wrong)
        elif here == BRAND and not self._brand.is_sound:
            self._brand.focus_wrong()
            self._say("Mend what is marked, or choose “Back” or “Later”.")
        elif here == SEE:
            self._finish()
        else:
            self._go(here + 1)

    def _go(self, step: int) -> None:
        self._pages.setCurrentIndex(min(step, BRAND))
        self._step = step
        self._arrange()
        self._way.setText(
            " · ".join(f"<b>{n + 1} {s}</b>" if n == step else f"{n + 1} {s}" for n, s in enumerate(STEPS))
        )
        self._about.setText(ABOUT[step])
        self._back.setEnabled(step > WHO)
        self._next.setText("Finish" if step == SEE else "Next")
        self._say("")
        if step != WHO and self._kept is not None:
            self._sample.want(self._kept.id, self._practice)
        if not focus_first(self._signing if step == SEE else self._pages):
            self._next.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, f"Step {step + 1} of {len(STEPS)}: {STEPS[step]}")

    def _finish(self) -> None:
        assert self._kept is not None  # noqa: S101  (the button waits for it)
        if self._practice == self._kept.practice:
            self._end(self._kept)
            return
        if self._signing.ask():
            self._say(NEEDED)
            return
        self._next.setEnabled(False)
        work = partial(_keep, self._desk, self._kept, self._practice, self._signing.name)
        self._keeping.submit(work, self._end, self._refuse)

    def _end_joined(self) -> None:
        try:
            self._joining.keep()
        except LeafletError as error:
            self._refuse(error)
            return
        self.finished_with.emit()
        self.accept()

    def _end(self, _kept: Kept) -> None:
        self.finished_with.emit()
        self.accept()

    def _arrange(self) -> None:
        """Show the form, the leaflet, or both where there is room; ask for a name at the end where nobody has one."""
        is_joined = self._joining.is_joined
        self._joining.setVisible(is_joined or (self._may_join and self._step == WHO))
        self._pages.setVisible(self._step != SEE and not is_joined)
        self._sample.setVisible(self._step == SEE or (self._step == BRAND and self.width() >= LEAST_FOR_BOTH))
        is_changed = self._kept is not None and self._practice != self._kept.practice
        self._signing.offer(wanted=self._step == SEE and is_changed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the leaflet beside the colours only where there is room for both."""
        super().resizeEvent(event)
        self._arrange()

    def _note(self, *, is_over: bool) -> None:
        brand = self._practice.brand
        typed = {} if is_over else {**self._who.typed, "band": brand.band, "accent": brand.accent}
        logo = b"" if is_over or brand.logo == self._begun.brand.logo else brand.logo
        alt = {"logo_alt": brand.logo_alt} if logo else {}
        steps = FirstSteps(is_over, 0 if is_over else self._step, {**typed, **alt}, logo)
        try:
            kept_steps.put_off(self._desk, steps)
        except CannotSave as fault:
            log.warning("how far the first steps came could not be kept: %s", whence(fault))

    def _refuse(self, error: LeafletError) -> None:
        self._next.setEnabled(self._kept is not None)
        self._say(str(error))

    def _say(self, words: str) -> None:
        self._problem.setText(words)
        self._problem.setVisible(bool(words))
        if words:
            announce(self, words)

    def _lay_out(self) -> None:
        room = parent.size() if (parent := self.parentWidget()) else self.screen().availableGeometry().size()
        self.resize(SIZE.boundedTo(room - AROUND))
        for label in (self._about, self._problem):
            label.setWordWrap(True)
        self._problem.hide()
        self._next.setDefault(True)
        self._next.setEnabled(False)
        for part in (scrolled(self._who), scrolled(self._brand)):
            self._pages.addWidget(part)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self._pages, 1)
        middle.addWidget(self._sample, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(dress(QLabel("Make the leaflets yours"), tone="title"))
        column.addWidget(self._way)
        column.addWidget(self._about)
        column.addWidget(self._joining)
        column.addLayout(middle, 1)
        column.addWidget(self._signing)
        column.addWidget(self._problem)
        column.addWidget(dress(QFrame(), ground="line"))
        column.addLayout(_row_of(self._later, self._back, self._next))


def open_first_steps(desk: Desk, window: QWidget, *told: Callable[[], object]) -> None:
    """Show the steps over a window, or bring those forward that are open; tell when something came of them."""
    open_ones = (each for each in window.findChildren(FirstStepsSheet) if each.isVisible())
    sheet = next(open_ones, None) or FirstStepsSheet(desk, window)
    for each in told:
        sheet.finished_with.connect(each)
    sheet.finished.connect(sheet.deleteLater)
    sheet.show()
    sheet.raise_()
    sheet.activateWindow()


def _row_of(later: QPushButton, back: QPushButton, main: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for button in (later, back, main):
        button.setAutoDefault(button is main)
        button.setMinimumWidth(96)
        row.addWidget(button)
    row.insertStretch(1)
    return row


def _keep(desk: Desk, kept: Kept, practice: Practice, name: str) -> Kept:
    introduce(desk, name)
    return practices.keep(desk, kept, practice, name)


def _begin(desk: Desk) -> tuple[Kept, FirstSteps, bool]:
    return practices.kept(desk), kept_steps.load(desk), may_join(desk)
