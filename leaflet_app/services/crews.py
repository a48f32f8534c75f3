"""Who makes the copies: a thread, processes on this computer, or a cluster. Any executor will do."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import contextmanager
from threading import Thread, current_thread, main_thread
from typing import TYPE_CHECKING, TypeVar

from leaflet_app.domain.errors import NoCluster
from leaflet_app.domain.value import value

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

FEW_LINES = 500
"""Up to so many lines one thread is done before other processes are started."""

SECONDS_TO_ANSWER = 10

T = TypeVar("T")


@value
class Crew:
    """An executor and how many workers it has.

    `has_our_disk` tells whether the workers write to this computer's disk; `losses` are what their loss raises.
    """

    executor: Executor
    workers: int
    has_our_disk: bool = True
    losses: tuple[type[Exception], ...] = (BrokenExecutor,)


@contextmanager
def crew_for(lines: int, *, workers: int | None = None, cluster: str = "") -> Iterator[Crew]:
    """Give a crew fit for so many lines, and let it go at the end. Raises NoCluster."""
    if cluster:
        with _cluster(cluster) as crew:
            yield crew
        return
    count = workers or (1 if lines <= FEW_LINES else os.cpu_count() or 1)
    with _executor(count) as executor:
        yield Crew(executor, count)


def _executor(workers: int) -> Executor:
    """Return processes that begin anew, or one thread: either finishes its batch when someone presses Ctrl+C."""
    from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor  # noqa: PLC0415  help must not wait for it
    from multiprocessing import get_context  # noqa: PLC0415

    if workers == 1:
        return ThreadPoolExecutor(1)
    executor = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_begin_work)
    with _interrupts_ignored():  # a process that begins now ignores them from the first
        for _ in range(workers):
            executor.submit(_ignore_interrupts)
    return executor


def _begin_work() -> None:
    """Leave Ctrl+C to the parent, and end when it ends: one that is killed tells nobody to stop."""
    from multiprocessing import parent_process  # noqa: PLC0415  help must not wait for it

    _ignore_interrupts()
    if parent := parent_process():
        Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


def _ignore_interrupts() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@contextmanager
def _interrupts_ignored() -> Iterator[None]:
    if current_thread() is not main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def _cluster(address: str) -> Iterator[Crew]:
    try:
        from distributed import CancelledError, Client, KilledWorker  # noqa: PLC0415  an extra, and slow to load
    except ImportError as missing:
        raise NoCluster(
            "the package for clusters is not installed", "Install leaflet-app[cluster], or leave out --cluster."
        ) from missing
    try:
        client = _answered(lambda: Client(address, timeout=SECONDS_TO_ANSWER, set_as_default=False))  # type: ignore[no-untyped-call]
    except Exception as fault:  # what answers there may be no scheduler, and say anything
        raise NoCluster(f"nobody answers at {address}", "Start its scheduler, or leave out --cluster.") from fault
    with client:
        workers = sum(client.ncores().values())  # type: ignore[no-untyped-call]
        if not workers:
            raise NoCluster(f"the scheduler at {address} has no workers", "Start some, or leave out --cluster.")
        losses = (KilledWorker, CancelledError, OSError, ImportError)
        executor = client.get_executor(pure=False)  # type: ignore[no-untyped-call]
        yield Crew(executor, workers, has_our_disk=False, losses=losses)


def _answered(call: Callable[[], T]) -> T:
    """Call in a thread that may be left behind: who takes a call and never speaks would hold it for ever."""
    answer: Future[T] = Future()

    def wait() -> None:
        try:
            answer.set_result(call())
        except Exception as fault:  # noqa: BLE001  handed on to who waits
            answer.set_exception(fault)

    Thread(target=wait, daemon=True).start()
    return answer.result(2 * SECONDS_TO_ANSWER)
