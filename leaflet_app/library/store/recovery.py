"""What a program that was stopped in the middle of a change has left behind."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator
from pathlib import Path

HOUR = 3600
"""Seconds after which no fetch is still writing to a file that has no name yet."""

_LOCKS = ("*.lock", "refs/**/*.lock", "objects/pack/*.lock")
_UNNAMED = ("objects/tmp_*", "objects/pack/tmp*", "refs/**/tmp_*")


def recover(folder: Path) -> int:
    """Remove locks that nobody holds, and files that never got their name; return how many.

    To be called in this desk's turn: then no other of its programs is writing. What cannot be removed stays.
    """
    removed = 0
    for path in _left_over(folder):
        with contextlib.suppress(OSError):
            path.unlink()
            removed += 1
    return removed


def _left_over(folder: Path) -> Iterator[Path]:
    for pattern in _LOCKS:
        yield from folder.glob(pattern)
    for path in (path for pattern in _UNNAMED for path in folder.glob(pattern)):
        with contextlib.suppress(OSError):
            if time.time() - path.stat().st_mtime > HOUR:
                yield path
