"""CPU time, taken in turn: every round runs each peer once, and ratios are taken within the round."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import TypeVar

from benchmarks.table import CannotRun

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Ended:
    """A child that has ended: what it wrote, and the CPU time it took."""

    output: bytes
    cpu_ms: float


def timed(run: Callable[[], T]) -> tuple[T, float]:
    """Run, and return the result with the CPU milliseconds of this process."""
    start = time.process_time()
    result = run()
    return result, (time.process_time() - start) * 1000


def child(command: Sequence[str], environment: Mapping[str, str] | None = None) -> Ended:
    """Run a command to its end. Raises CannotRun when it fails."""
    if not hasattr(os, "wait4"):
        raise CannotRun("this system does not tell the CPU time of a child")
    with subprocess.Popen(  # noqa: S603  commands of our own
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=compiling(environment)
    ) as running:
        output = running.stdout.read() if running.stdout else b""
        faults = running.stderr.read() if running.stderr else b""
        _, status, usage = os.wait4(running.pid, 0)
        running.returncode = os.waitstatus_to_exitcode(status)
    if running.returncode:
        last = faults.decode(errors="replace").strip().splitlines()[-1:]
        raise CannotRun(f"a child ended with {running.returncode}: {' '.join(last)[:100]}")
    return Ended(output, (usage.ru_utime + usage.ru_stime) * 1000)


def compiling(environment: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return this process's environment, in which Python keeps its compiled bytecode, with some changes."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | dict(environment or {})


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> float:
    """Return the median of the ratios within each round."""
    return median(mine / other for mine, other in zip(ours, theirs, strict=True))


def p95(figures: Sequence[float]) -> float:
    """Return the figure that 95 of 100 do not exceed."""
    return sorted(figures)[max(0, -(-len(figures) * 95 // 100) - 1)]


def said_ms(figures: Mapping[str, Sequence[float]]) -> str:
    """Say the median of each peer."""
    return ", ".join(f"{name} {median(each):.1f} ms" for name, each in figures.items())
