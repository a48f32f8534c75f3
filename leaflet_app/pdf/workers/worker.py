"""A warm child that renders, and can be killed: no content can freeze or crash the program."""

from __future__ import annotations

import contextlib
import os
import pickle
import subprocess
import sys
from threading import Event, Lock, Timer
from typing import IO, cast

from leaflet_app.domain.errors import LeafletError, RenderingStopped
from leaflet_app.domain.leaflet import Leaflet, Rendered
from leaflet_app.domain.look import Look
from leaflet_app.pdf.workers.stopped import MEMORY_BYTES, SECONDS, Answer, finished

RENDER = "leaflet_app.pdf.render:render"
SECONDS_TO_WARM = 60.0
CLOSING = "the program is closing"
SERVE = "from leaflet_app.pdf.workers.child import serve; serve()"


class RenderWorker:
    """Render in a child: one leaflet at a time, within `seconds` and `memory_bytes`; a dead child is replaced.

    `target` names a function as `module:function`, so that this side never loads what only the child needs.
    """

    def __init__(self, target: str = RENDER, *, seconds: float = SECONDS, memory_bytes: int = MEMORY_BYTES) -> None:
        self._command = [sys.executable, "-P", "-c", SERVE, target, str(seconds), str(memory_bytes)]
        self._seconds = seconds
        self._turn = Lock()
        self._door = Lock()
        self._child: _Child | None = None
        self._is_closed = False

    def start(self) -> None:
        """Start the child, so that it is warm when the first leaflet comes. Returns at once."""
        with self._door:
            if self._child is None and not self._is_closed:
                self._child = _Child(self._command)

    def close(self) -> None:
        """Stop the child, even in the middle of a leaflet."""
        with self._door:
            self._is_closed = True
            child, self._child = self._child, None
        if child is not None:
            child.kill()

    def __call__(self, leaflet: Leaflet, look: Look) -> Rendered:
        """Render the leaflet. Raises what the renderer raises, and RenderingStopped when it had to be stopped."""
        with self._turn:
            self.start()
            child = self._child
            if child is None:
                raise RenderingStopped(CLOSING)
            answer = child.ask(leaflet, look, self._seconds)
            if not isinstance(answer, Rendered | LeafletError):
                self._replace(child)
                if self._is_closed:
                    raise RenderingStopped(CLOSING)
            return finished(answer, leaflet, self._seconds)

    def _replace(self, child: _Child) -> None:
        child.kill()
        with self._door:
            self._child = None if self._is_closed else _Child(self._command)


class _Child:
    """One running child and the two pipes to it."""

    def __init__(self, command: list[str]) -> None:
        self._is_warm = False
        self._ran_out = Event()
        self._popen = subprocess.Popen(  # noqa: S603 - our own interpreter and module
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # its faults may quote a patient's words
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._jobs = cast("IO[bytes]", self._popen.stdin)
        self._answers = cast("IO[bytes]", self._popen.stdout)

    def ask(self, leaflet: Leaflet, look: Look, seconds: float) -> Answer:
        """Return the child's answer to a job; TimeoutError when none came in time, None when the child died."""
        try:
            if not self._is_warm:
                self._answer_within(SECONDS_TO_WARM)
                self._is_warm = True
            return self._answer_within(seconds, (leaflet, look))
        except (EOFError, OSError, RecursionError, ValueError, pickle.UnpicklingError):
            return TimeoutError() if self._ran_out.is_set() else None

    def kill(self) -> None:
        """End the child and close its pipes; whoever waits for an answer stops waiting."""
        self._popen.kill()
        self._popen.wait()
        for pipe in (self._jobs, self._answers):
            with contextlib.suppress(OSError):
                pipe.close()

    def _answer_within(self, seconds: float, job: tuple[Leaflet, Look] | None = None) -> Answer:
        """Hand over the job and wait for the answer; a child that reads nothing keeps a large job waiting too."""
        clock = Timer(seconds, self._run_out)
        clock.daemon = True
        clock.start()
        try:
            if job is not None:
                pickle.dump(job, self._jobs)
                self._jobs.flush()
            answer = pickle.load(self._answers)  # noqa: S301 - from our own child
        finally:
            clock.cancel()
            clock.join()
        if self._ran_out.is_set():
            raise EOFError
        return cast("Answer", answer)

    def _run_out(self) -> None:
        self._ran_out.set()
        self._popen.kill()
