"""The one way to long work: off the window's thread, the latest wins, results come back on the window's thread."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Lock
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from leaflet_app.domain.errors import LeafletError, UnexpectedFault, whence

T = TypeVar("T")

log = logging.getLogger(__name__)


def close_jobs(owner: QObject) -> None:
    """End all work of a page, a sheet or a part of one."""
    for jobs in owner.findChildren(Jobs):
        jobs.close()


class _Herald(QObject):
    """Calls a result out from the thread of the work. It is nobody's child: no parent takes it down meanwhile."""

    ended = Signal(int, object, object)


class _Line:
    """What a thread of work knows of its Jobs: which work is wanted still, and whom to tell."""

    def __init__(self) -> None:
        self.herald = _Herald()
        self.newest = 0
        self.is_closed = False
        self.door = Lock()  # nothing is handed over while the window is taken down

    def work_off(self, number: int, work: Callable[[], object]) -> None:
        """Do the work and call out what came of it, unless nobody wants it any more."""
        if number != self.newest:
            return
        result: object = None
        error: LeafletError | None = None
        try:
            result = work()
        except LeafletError as raised:
            error = raised
        except Exception as raised:  # noqa: BLE001 - a calm sentence for the user, the place for the log
            log.error("unexpected fault: %s", whence(raised))  # noqa: TRY400 - the words may hold a patient's name
            error = UnexpectedFault(whence(raised))
        with self.door:
            if not self.is_closed:
                self.herald.ended.emit(number, result, error)


class _Task:
    """One piece of work. The thread lets go of all that belongs to the window before it says that it has ended."""

    def __init__(self, line: _Line, number: int, work: Callable[[], object]) -> None:
        self._held: tuple[_Line, int, Callable[[], object]] | None = (line, number, work)

    def __call__(self) -> None:
        assert self._held is not None  # noqa: S101  (it is done once)
        line, number, work = self._held
        self._held = None
        line.work_off(number, work)


_AT_WORK: dict[Future[None], tuple[_Line, Callable[[], object]]] = {}
"""Keeps what a thread works with until that has ended. Whoever lets go last of something that belongs to the window
takes it down, and only the window's thread may: another one ends the program.
"""


class Jobs(QObject):
    """One thread for one kind of work. New work replaces work that has not ended: its result is dropped.

    So each question needs Jobs of its own, and so does work that must not be dropped (saving).
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executor = ThreadPoolExecutor(1, thread_name_prefix="jobs")
        self._done: Callable[[object], None] | None = None
        self._failed: Callable[[LeafletError], None] | None = None
        self._line = _Line()
        self._line.herald.ended.connect(self._hand_over, Qt.ConnectionType.QueuedConnection)

    def submit(self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[LeafletError], None]) -> None:
        """Do the work, then call `done` with its result or `failed` with its error, unless newer work came."""
        if self._line.is_closed:
            return
        for ended in [each for each in _AT_WORK if each.done()]:
            del _AT_WORK[ended]
        self._line.newest += 1
        self._done, self._failed = done, failed  # type: ignore[assignment]  # the result is the work's own
        _AT_WORK[self._executor.submit(_Task(self._line, self._line.newest, work))] = (self._line, work)

    def drop(self) -> None:
        """Want no result of what was submitted so far."""
        self._line.newest += 1
        self._done = self._failed = None

    def close(self) -> None:
        """Take no more work and hand over no more results. Returns at once, whatever is running."""
        with self._line.door:
            self._line.is_closed = True
        self.drop()
        self._executor.shutdown(wait=False, cancel_futures=True)

    @Slot(int, object, object)
    def _hand_over(self, number: int, result: object, error: LeafletError | None) -> None:
        if number != self._line.newest or self._done is None or self._failed is None:
            return
        done, failed = self._done, self._failed
        self._done = self._failed = None
        if error is None:
            done(result)
        else:
            failed(error)
