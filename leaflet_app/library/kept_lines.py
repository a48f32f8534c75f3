"""The lines of a library's entries, in a file that only grows: each is found where it begins and proved by its mark."""

from __future__ import annotations

import contextlib
import hashlib
import os
import uuid
import weakref
from collections.abc import Iterable
from itertools import accumulate, islice
from pathlib import Path
from threading import Lock
from typing import NamedTuple, Self

_MARK = 8
"""Bytes that a line is known by."""

_TOGETHER = 200
"""So many lines are written at once."""

_BINARY: int = getattr(os, "O_BINARY", 0)


class Place(NamedTuple):
    """Where a line begins, how long it is, and what it must be."""

    start: int
    length: int
    mark: str


class KeptLines:
    """One such file, open for as long as anybody may ask for a line, and from any thread."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._handle = os.open(path, os.O_RDONLY | _BINARY)
        self._one_at_a_time = Lock()
        weakref.finalize(self, os.close, self._handle)

    @classmethod
    def beside(cls, kept: Path) -> Self:
        """Begin an empty file beside another. Raises OSError."""
        path = kept.with_name(f"{kept.name}-{uuid.uuid4().hex[:12]}")
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600))
        return cls(path)

    @property
    def size(self) -> int:
        """Return how many bytes it has, with those that nobody asks for any more."""
        return os.fstat(self._handle).st_size

    def is_in_place(self) -> bool:
        """Tell whether it still has its name: another program may have folded the lines into a new file."""
        try:
            return os.path.samestat(self.path.stat(), os.fstat(self._handle))
        except OSError:
            return False

    def line(self, place: Place) -> bytes:
        """Return a line; nothing where it is damaged or cannot be read."""
        with contextlib.suppress(OSError):
            untrusted = self._read(place.start, place.length)
            return untrusted if _mark(untrusted) == place.mark else b""
        return b""

    def add(self, lines: Iterable[bytes]) -> list[Place]:
        """Put lines at the end, and return where each stands. Raises OSError."""
        places: list[Place] = []
        untold = iter(lines)
        handle = os.open(self.path, os.O_WRONLY | os.O_APPEND | _BINARY)
        try:
            while some := list(islice(untold, _TOGETHER)):
                at = _appended(handle, b"".join(some))
                for line, start in zip(some, accumulate(map(len, some), initial=at), strict=False):
                    places.append(Place(start, len(line), _mark(line)))
        finally:
            os.close(handle)
        return places

    def sweep(self, kept: Path) -> None:
        """Take away the files of lines that stood beside another before this one; one that is in use stays."""
        for path in kept.parent.glob(f"{kept.name}-*"):
            if path != self.path:
                with contextlib.suppress(OSError):
                    path.unlink()

    def _read(self, start: int, length: int) -> bytes:
        if hasattr(os, "pread"):  # a forked renderer shares the place that a handle stands at
            return os.pread(self._handle, length, start)
        with self._one_at_a_time:
            os.lseek(self._handle, start, os.SEEK_SET)
            return os.read(self._handle, length)


def _appended(handle: int, content: bytes) -> int:
    """Put bytes at the end of a file, and return where they begin."""
    left = memoryview(content)
    while left:
        left = left[os.write(handle, left) :]
    return os.lseek(handle, 0, os.SEEK_CUR) - len(content)


def _mark(line: bytes) -> str:
    return hashlib.blake2b(line, digest_size=_MARK).hexdigest()
