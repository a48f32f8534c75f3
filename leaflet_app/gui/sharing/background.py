"""Share the library while the window is open: a little after each change, and every few minutes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from leaflet_app.domain.errors import LeafletError, NotReachable
from leaflet_app.domain.sharing import SharingStanding
from leaflet_app.gui.jobs import Jobs, close_jobs
from leaflet_app.services.desk import Desk
from leaflet_app.services.settings import load
from leaflet_app.services.share_library import share, standing

FIRST_MS = 5_000
SOON_MS = 20_000
MINUTE_MS = 60_000
LONGEST_MINUTES = 60


@dataclass(frozen=True)
class Outcome:
    """How sharing stands, and what hindered it the last time, if anything did."""

    standing: SharingStanding
    fault: LeafletError | None = None
    taken: int = 0
    minutes: int = 10

    @property
    def is_away(self) -> bool:
        """Tell whether the shared place does not answer."""
        return isinstance(self.fault, NotReachable)


def shared(desk: Desk) -> Outcome:
    """Share where a place is set; what hinders it is told, not raised. Raises StoreUnusable."""
    if not standing(desk).address:
        return Outcome(SharingStanding(""))
    fault, taken = None, 0
    try:
        taken = share(desk).taken
    except LeafletError as hindered:
        fault = hindered
    return Outcome(standing(desk), fault, taken, load(desk).library.sync_minutes)


class BackgroundSharing(QObject):
    """One sync at a time, off the window's thread; longer and longer pauses while the shared place is away.

    While somebody edits a text it looks every minute, so that they soon hear who changed the same one.
    """

    begun = Signal()
    stood = Signal(object)
    library_came = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._jobs, self._looking = Jobs(self), Jobs(self)
        self._is_sharing = self._is_attended = False
        self._is_wanted_again = False
        self._failures = 0
        self._last = Outcome(SharingStanding(""))
        self._clock = QTimer(self, singleShot=True)
        self._clock.timeout.connect(self.share_now)

    @property
    def last(self) -> Outcome:
        """Return how sharing stood the last time."""
        return self._last

    @property
    def is_sharing(self) -> bool:
        """Tell whether a sync is under way."""
        return self._is_sharing

    def begin(self) -> None:
        """Share for the first time once the window stands."""
        self._clock.start(FIRST_MS)

    def share_soon(self) -> None:
        """Share a little later: more changes may follow the one that was just made."""
        if not self._clock.isActive() or self._clock.remainingTime() > SOON_MS:
            self._clock.start(SOON_MS)
        if self._last.standing.address and not self._is_sharing:
            self._looking.submit(partial(standing, self._desk), self._note, lambda _fault: None)  # the sync tells it

    def attend(self, *, is_edited: bool) -> None:
        """Begin or end to look every minute, because somebody edits a text."""
        self._is_attended = is_edited
        if is_edited and self._last.standing.address:
            self.share_now()

    def share_now(self) -> None:
        """Share at once; where that is under way, once more when it has ended."""
        self._clock.stop()
        if self._is_sharing:
            self._is_wanted_again = True
            return
        self._is_sharing = True
        self._looking.drop()
        self.begun.emit()
        self._jobs.submit(partial(shared, self._desk), self._take, self._fail)

    def stop(self) -> None:
        """Begin no more, and wait for nothing."""
        self._clock.stop()
        close_jobs(self)

    def _note(self, stands: SharingStanding) -> None:
        self._last = replace(self._last, standing=stands)
        self.stood.emit(self._last)

    def _take(self, outcome: Outcome) -> None:
        self._is_sharing = False
        self._failures = self._failures + 1 if outcome.is_away else 0
        self._last = outcome
        self._clock.start(self._pause_ms(outcome))
        self.stood.emit(outcome)
        if outcome.taken:
            self.library_came.emit()
        if self._is_wanted_again:
            self._is_wanted_again = False
            self.share_now()

    def _fail(self, error: LeafletError) -> None:
        self._take(Outcome(self._last.standing, error))

    def _pause_ms(self, outcome: Outcome) -> int:
        """Return how long to wait: at first a minute where the place is away, then longer and longer."""
        minutes = 2 ** (self._failures - 1) if self._failures else 1 if self._is_attended else outcome.minutes
        return min(minutes, LONGEST_MINUTES if self._failures else minutes) * MINUTE_MS
