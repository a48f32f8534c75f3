"""Send what is due while the window is open, and tell how every email stands."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from threading import Event
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

from leaflet_app.domain.errors import LeafletError
from leaflet_app.domain.mail import Mail, MailState
from leaflet_app.gui.jobs import Jobs
from leaflet_app.services.desk import Desk
from leaflet_app.services.outbox import mails, send_due, tidy

FIRST_LOOK_MS = 3000
SECOND_MS = 1000
FIRST_TIDYING_MS = 60 * SECOND_MS
DAY_MS = 24 * 60 * FIRST_TIDYING_MS
LONGEST_PAUSE_S = 60
SOON_S = 90
UNDER_WAY = {MailState.SENDING, MailState.HANDED_OVER}


class Draining(QObject):
    """One conversation with a mail server at a time, beside looks at the outbox that never wait for it."""

    stood = Signal(tuple)
    unreadable = Signal(LeafletError)
    held_up = Signal(object)
    _tried = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._sending = Jobs(self)
        self._looking = Jobs(self)
        self._tidying = Jobs(self)
        self._is_sending = False
        self._is_stopped = Event()
        self._send_again_at = 0.0
        self._clock = QTimer(self, singleShot=True)
        self._clock.timeout.connect(self.look)
        self._tried.connect(self.look)
        self._broom = QTimer(self, singleShot=True)
        self._broom.timeout.connect(self._tidy)

    def begin(self) -> None:
        """Look for the first time once the window stands."""
        self._clock.start(FIRST_LOOK_MS)
        self._broom.start(FIRST_TIDYING_MS)

    def look(self) -> None:
        """See how every email stands, and send what is due."""
        self._looking.submit(partial(mails, self._desk), self._take, self._fail)

    def hurry(self) -> None:
        """Look now: something in the outbox was changed, so what held it up may be over."""
        self._send_again_at = 0.0
        self.look()

    def stop(self) -> None:
        """Begin no more. The email that a server is taking at this moment is finished, those after it wait."""
        self._is_stopped.set()
        for timer in (self._clock, self._broom):
            timer.stop()
        for jobs in (self._sending, self._looking, self._tidying):
            jobs.close()

    def _take(self, found: tuple[Mail, ...]) -> None:
        self.stood.emit(found)
        waits = [(mail.due - self._desk.now()).total_seconds() for mail in found if mail.state is MailState.QUEUED]
        is_left_over = not self._is_sending and any(mail.state in UNDER_WAY for mail in found)
        if any(seconds <= 0 for seconds in waits) or is_left_over:
            self._send()
        is_lively = self._is_sending or any(seconds <= SOON_S for seconds in waits)
        self._clock.start(SECOND_MS if is_lively else LONGEST_PAUSE_S * SECOND_MS)

    def _fail(self, error: LeafletError) -> None:
        self.unreadable.emit(error)
        self._clock.start(LONGEST_PAUSE_S * SECOND_MS)

    def _send(self) -> None:
        if self._is_sending or monotonic() < self._send_again_at:
            return
        self._is_sending = True
        work = partial(sent, self._desk, self._is_stopped.is_set, self._tried.emit)
        self._sending.submit(work, self._rest, self._hold_up)

    def _rest(self, _sent: int) -> None:
        self._is_sending = False
        self._send_again_at = monotonic() + SECOND_MS / 1000
        self.held_up.emit(None)
        self.look()

    def _tidy(self) -> None:
        """Forget what outbox and register have kept long enough, now and each day that the window stays open."""
        self._tidying.submit(partial(tidy, self._desk), lambda _done: None, self.unreadable.emit)
        self._broom.start(DAY_MS)

    def _hold_up(self, error: LeafletError) -> None:
        self._is_sending = False
        self._send_again_at = monotonic() + LONGEST_PAUSE_S
        self.held_up.emit(error)
        self.look()


def sent(desk: Desk, is_stopped: Callable[[], bool], tried: Callable[[], None]) -> int:
    """Send what is due until told to stop. Raises what `send_due` does."""
    return 0 if is_stopped() else send_due(desk, lambda _mail: tried(), stops=is_stopped)
