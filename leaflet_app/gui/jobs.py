"""The one way to long work: off the window's thread, the latest wins, results come back on the window's thread."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
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
    """Calls a result out from the thread of the work. It is nobody's child, and lives as long as that thread needs it.

    A parent takes its children down whenever it goes, and to call out from one that is being taken down ends the
    program.
    """

    ended = Signal(int, object, object)


class Jobs(QObject):
    """One thread for one kind of work. New work replaces work that has not ended: its result is dropped.

    So each question needs Jobs of its own, and so does work that must not be dropped (saving).
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executor = ThreadPoolExecutor(1, thread_name_prefix="jobs")
        self._generation = 0
        self._done: Callable[[object], None] | None = None
        self._failed: Callable[[LeafletError], None] | None = None
        self._is_closed = False
        self._door = Lock()  # nothing is handed over while the window is taken down
        self._herald = _Herald()
        self._herald.ended.connect(self._hand_over, Qt.ConnectionType.QueuedConnection)

    def submit(self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[LeafletError], None]) -> None:
        """Do the work, then call `done` with its result or `failed` with its error, unless newer work came."""
        if self._is_closed:
            return
        self._generation += 1
        self._done, self._failed = done, failed  # type: ignore[assignment]  # the result is the work's own
        self._executor.submit(self._do, self._generation, work)

    def drop(self) -> None:
        """Want no result of what was submitted so far."""
        self._generation += 1
        self._done = self._failed = None

    def close(self) -> None:
        """Take no more work and hand over no more results. Returns at once, whatever is running."""
        with self._door:
            self._is_closed = True
        self.drop()
        self._executor.shutdown(wait=False, cancel_futures=True)

    def _do(self, generation: int, work: Callable[[], object]) -> None:
        if generation != self._generation:
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
        with self._door:
            if not self._is_closed:
                self._herald.ended.emit(generation, result, error)

    @Slot(int, object, object)
    def _hand_over(self, generation: int, result: object, error: LeafletError | None) -> None:
        if generation != self._generation or self._done is None or self._failed is None:
            return
        done, failed = self._done, self._failed
        self._done = self._failed = None
        if error is None:
            done(result)
        else:
            failed(error)
