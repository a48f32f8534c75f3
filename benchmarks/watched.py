"""A program of our own in a process of its own, watched from outside: what it says, its memory, its CPU time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType

from benchmarks.table import CannotRun
from benchmarks.timing import compiling
from leaflet_app.services import drafts

ROOT = Path(__file__).resolve().parents[1]
KIB_IN_MIB = 1024

Said = dict[str, object]
"""What a program says of itself in one line of JSON."""


class Watched:
    """A running program without a screen. It writes lines of JSON, and goes on when it is sent a line."""

    def __init__(self, program: Sequence[str], folder: Path) -> None:
        if not hasattr(os, "wait4"):
            raise CannotRun("this system does not tell the CPU time of a child")
        home = folder / "home"  # one for all starts: only a first start has to read the library
        drafts.forget(home)  # what a start before this one left in the middle of its work
        self._faults = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115  closed with the program
        self._running = subprocess.Popen(  # noqa: S603  programs of our own
            [sys.executable, *program],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._faults,
            cwd=ROOT,
            env=compiling({"QT_QPA_PLATFORM": "offscreen", "LEAFLET_APP_HOME": str(home)}),
        )
        self._is_over = False

    def __enter__(self) -> Watched:
        """Give the program."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, where: TracebackType | None
    ) -> None:
        """End the program, wherever it is."""
        if not self._is_over:
            self._running.kill()
            self._running.wait()
        for pipe in (self._running.stdin, self._running.stdout, self._faults):
            if pipe:
                pipe.close()

    def said(self) -> Said:
        """Return what the program says next. Raises CannotRun when it has ended instead."""
        line = self._running.stdout.readline() if self._running.stdout else b""
        if not line:
            raise CannotRun(f"it ended early: {self._last_fault()}")
        said: Said = json.loads(line)
        return said

    def go_on(self) -> None:
        """Let the program go on."""
        if self._running.stdin:
            self._running.stdin.write(b"\n")
            self._running.stdin.flush()

    def cpu_ms(self) -> float:
        """Let the program end, and return the CPU milliseconds it took, without those of children it left behind."""
        self.go_on()
        _, status, usage = os.wait4(self._running.pid, 0)
        self._is_over = True
        self._running.returncode = os.waitstatus_to_exitcode(status)
        if status:
            raise CannotRun(f"it ended with {self._running.returncode}: {self._last_fault()}")
        return (usage.ru_utime + usage.ru_stime) * 1000

    @property
    def memory_mib(self) -> float:
        """Return how much memory the program holds now."""
        return _resident_mib(self._running.pid)

    @property
    def worker_memory_mib(self) -> float:
        """Return how much memory its children hold now."""
        return sum(map(_resident_mib, _children(self._running.pid)))

    def _last_fault(self) -> str:
        self._faults.seek(0)
        return " ".join(self._faults.read().decode(errors="replace").strip().splitlines()[-1:])[-140:]


def _resident_mib(process: int) -> float:
    try:
        lines = Path(f"/proc/{process}/status").read_text(encoding="ascii").splitlines()
    except OSError as missing:
        raise CannotRun("this system does not tell the memory of another process") from missing
    return next(int(line.split()[1]) / KIB_IN_MIB for line in lines if line.startswith("VmRSS:"))


def _children(process: int) -> Iterator[int]:
    path = Path(f"/proc/{process}/task/{process}/children")
    yield from map(int, path.read_text(encoding="ascii").split() if path.exists() else ())
