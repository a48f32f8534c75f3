"""The child's side of the render worker: read a leaflet, render it, answer, until the parent is gone."""

from __future__ import annotations

import contextlib
import faulthandler
import gc
import os
import pickle
import signal
import sys
from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import BinaryIO

from leaflet_app.domain.errors import LeafletError, whence
from leaflet_app.domain.leaflet import Leaflet, Rendered
from leaflet_app.domain.look import Look
from leaflet_app.domain.value import value
from leaflet_app.pdf.workers.stopped import Answer, Broken, OutOfMemory

OBJECTS_BEFORE_SWEEPING = 100_000
SWEEPS_BEFORE_OLDER = 5
"""What about five leaflets leave behind; every fifth time what is older is looked through too, every 25th time all."""


@value
class Ready:
    """The renderer is loaded."""


def serve() -> None:
    """Answer jobs from standard input on standard output. Arguments: target, seconds, bytes of memory."""
    target, seconds, memory_bytes = sys.argv[1:]
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is for the parent to answer
    answers = _own_output()
    limit_memory(int(memory_bytes))
    render = _warmed(target)
    _send(answers, Ready())
    with contextlib.suppress(EOFError, BrokenPipeError):  # the parent is gone
        while True:
            leaflet, look = pickle.load(sys.stdin.buffer)  # noqa: S301 - from our own parent
            _exit_after(2 * float(seconds))
            _send(answers, answered(partial(render, leaflet, look)))
            faulthandler.cancel_dump_traceback_later()


def answered(render: Callable[[], Rendered]) -> Answer:
    """Render, and return whatever comes of it."""
    try:
        return render()
    except LeafletError as error:
        return error
    except MemoryError:
        return OutOfMemory()
    except Exception as error:  # noqa: BLE001 - whatever it is, the parent says it calmly
        return Broken(whence(error))


def _warmed(target: str) -> Callable[[Leaflet, Look], Rendered]:
    """Load the renderer and what its module's `warm` knows that the first leaflet would wait for."""
    name, _, function = target.partition(":")
    module = import_module(name)
    getattr(module, "warm", lambda: None)()
    settle()
    render: Callable[[Leaflet, Look], Rendered] = getattr(module, function)
    return render


def settle() -> None:
    """Look for unused memory after some leaflets, not many times in each, and never through what is loaded."""
    gc.freeze()
    gc.set_threshold(OBJECTS_BEFORE_SWEEPING, SWEEPS_BEFORE_OLDER, SWEEPS_BEFORE_OLDER)


def _own_output() -> BinaryIO:
    """Keep standard output for answers; a stray print goes where faults go."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return answers


def _send(answers: BinaryIO, answer: Ready | Answer) -> None:
    answers.write(pickle.dumps(answer))
    answers.flush()


def limit_memory(most: int) -> None:
    """Let this process have no more bytes of memory; where the system knows no such limit, as many as it wants."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - not on Windows

    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _exit_after(seconds: float) -> None:
    """End this child even in the middle of a leaflet, should the parent be gone and nobody stop it."""
    faulthandler.dump_traceback_later(seconds, exit=True, file=sys.stderr)
