"""One program at a time, among those of this computer that write to the same files."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from time import monotonic, sleep

PATIENCE = 10.0
"""Seconds; Windows itself waits as long."""

PAUSE = 0.01

if sys.platform == "win32":
    import msvcrt

    def _wait(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_LOCK, 1)

    def _take(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

    def _leave(handle: int) -> None:
        os.lseek(handle, 0, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _wait(handle: int) -> None:
        end = monotonic() + PATIENCE
        while True:
            try:
                return _take(handle)
            except BlockingIOError:
                if monotonic() > end:
                    raise OSError(errno.EBUSY, "another program does not give its turn back") from None
                sleep(PAUSE)

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _leave(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_UN)


@contextlib.contextmanager
def turn(file: Path) -> Iterator[None]:
    """Wait until no other program or thread has its turn; a program that ends gives its turn back.

    Raises OSError, also where a program that hangs does not give it back.
    """
    handle = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _wait(handle)
        try:
            yield
        finally:
            _leave(handle)
    finally:
        os.close(handle)


@contextlib.contextmanager
def turn_if_free(file: Path) -> Iterator[bool]:
    """Take the turn where nobody has it, and tell whether it was free. Raises OSError where there can be no file."""
    handle = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            _take(handle)
        except (BlockingIOError, PermissionError):  # what POSIX and Windows answer
            yield False
            return
        try:
            yield True
        finally:
            _leave(handle)
    finally:
        os.close(handle)
