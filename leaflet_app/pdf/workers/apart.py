"""Render in a forked copy of this process, for a command that makes one leaflet and ends.

The copy is killed after 20 seconds and may take 1 GiB, like the window's worker; but no second interpreter has to
start, and what this process has loaded the copy has too. An alarm in this process instead would wait for any step in
C (unpacking a picture, compressing) to end, and its limit of memory would hold for the program itself.
Windows has no fork: there a worker starts (worker.py).
"""

from __future__ import annotations

import contextlib
import os
import pickle
import select
import signal
import time
from collections.abc import Callable
from typing import NoReturn, cast

from leaflet_app.domain.leaflet import Leaflet, Render, Rendered
from leaflet_app.domain.look import Look
from leaflet_app.pdf.workers.child import answered, limit_memory
from leaflet_app.pdf.workers.stopped import MEMORY_BYTES, SECONDS, Answer, finished

CHUNK = 1 << 20


def render_apart(leaflet: Leaflet, look: Look, load: Callable[[], Render], *, seconds: float = SECONDS) -> Rendered:
    """Render with what `load` returns. Raises what the renderer raises, and RenderingStopped when it is stopped."""
    ours, theirs = os.pipe()
    copy = os.fork()
    if copy == 0:
        os.close(ours)
        _serve_once(theirs, leaflet, look, load)
    os.close(theirs)
    try:
        answer = _answer(ours, seconds)
    finally:
        os.close(ours)
        with contextlib.suppress(ProcessLookupError):
            os.kill(copy, signal.SIGKILL)
        os.waitpid(copy, 0)
    return finished(answer, leaflet, seconds)


def _serve_once(answers: int, leaflet: Leaflet, look: Look, load: Callable[[], Render]) -> NoReturn:
    """Answer and end without a word: whatever this process meant to do at its end is for the other one to do."""
    try:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        limit_memory(MEMORY_BYTES)
        with os.fdopen(answers, "wb") as pipe:
            pickle.dump(answered(lambda: load()(leaflet, look)), pipe)
    finally:
        os._exit(0)


def _answer(answers: int, seconds: float) -> Answer:
    """Return what the copy says; TimeoutError when it does not end in time, None when it ends without an answer."""
    until, said = time.monotonic() + seconds, []
    while True:
        ready, _, _ = select.select([answers], [], [], max(until - time.monotonic(), 0))
        if not ready:
            return TimeoutError()
        said.append(os.read(answers, CHUNK))
        if not said[-1]:
            break
    try:
        return cast("Answer", pickle.loads(b"".join(said)))  # noqa: S301 - from a copy of ourselves
    except (EOFError, pickle.UnpicklingError):
        return None
