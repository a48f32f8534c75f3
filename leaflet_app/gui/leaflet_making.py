"""Make the leaflet anew after each change, off the window's thread; only the latest counts."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from leaflet_app.domain.checks import Check
from leaflet_app.domain.errors import LeafletError
from leaflet_app.domain.languages import is_right_to_left
from leaflet_app.domain.leaflet import Rendered
from leaflet_app.domain.look import Format
from leaflet_app.domain.selection import Selection
from leaflet_app.domain.value import value
from leaflet_app.gui.jobs import Jobs
from leaflet_app.services.check_leaflet import check_leaflet
from leaflet_app.services.desk import Desk
from leaflet_app.services.leaving import held_back
from leaflet_app.services.make_leaflet import LeftOut, could_leave_out, make_leaflet
from leaflet_app.services.show_text import words_in_order

PAUSE_MS = 100


@value
class Made:
    """A finished leaflet, what it was made from, and what a person should know of it.

    `words` are given where the lines on the paper do not follow each other as they are read; `held` says why the
    leaflet may not leave this desk, if so.
    """

    selection: Selection
    rendered: Rendered
    awaits_review: bool
    offers: tuple[LeftOut, ...]
    checks: tuple[Check, ...]
    words: str
    held: str = ""


def make(desk: Desk, selection: Selection) -> Made:
    """Make the leaflet and look at it. Raises LeafletError."""
    made = make_leaflet(desk.library, selection, desk.render)
    offers = could_leave_out(desk.library, made, selection.format)
    checks = check_leaflet(desk.library, selection, made)
    in_disorder = selection.format is Format.BOOKLET or is_right_to_left(made.leaflet.lang)
    words = words_in_order(made.leaflet) if in_disorder else ""
    return Made(selection, made.rendered, made.leaflet.needs_review, offers, checks, words, held_back(desk, selection))


class LeafletMaking(QObject):
    """Begin at once after a pause, and at most every 100 ms while someone goes on choosing or typing."""

    begun = Signal()
    made = Signal(Made)
    failed = Signal(LeafletError)

    def __init__(self, desk: Desk, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._jobs = jobs
        self._wanted: Selection | None = None
        self._in_hand: Selection | None = None
        self._made: Made | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._begin)

    def want(self, selection: Selection) -> None:
        """Make this leaflet soon; with no topic there is none to make."""
        self._wanted = selection if selection.topics else None
        if not selection.topics:
            self._in_hand = None
            self._jobs.drop()
        elif not self._pause.isActive():
            self._begin()

    def see_to(self, selection: Selection) -> None:
        """Make this leaflet soon, unless it is being made."""
        if selection not in {self._in_hand, self._wanted}:
            self.want(selection)

    def made_for(self, selection: Selection) -> Rendered | None:
        """Return the finished leaflet of exactly this selection, if it is there."""
        return self._made.rendered if self._made and self._made.selection == selection else None

    def _begin(self) -> None:
        selection, self._wanted = self._wanted, None
        if selection is None:
            return
        self._in_hand = selection
        self._pause.start()
        self.begun.emit()
        self._jobs.submit(partial(make, self._desk, selection), self._finish, self._fail)

    def _fail(self, error: LeafletError) -> None:
        self._in_hand = None
        self.failed.emit(error)

    def _finish(self, made: Made) -> None:
        self._in_hand = None
        self._made = made
        self.made.emit(made)
