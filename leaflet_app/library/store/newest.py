"""Which commit is the newest: one line in a file, exchanged for another only where it still says what it said.

Git's own files and its own locks, so that any Git program may look on. Dulwich takes a file it cannot read for one that
is not there, and leaves its lock behind on a full disk; here neither happens, and no start waits for dulwich.
"""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, cast

from leaflet_app.domain.errors import StoreDamaged
from leaflet_app.library.store.durable import BINARY, make_folder, sync_folder, write_durably, write_to
from leaflet_app.library.store.faults import DAMAGED_REMEDY

if TYPE_CHECKING:
    from dulwich.objects import Commit
    from dulwich.refs import Ref

NAME = "refs/heads/main"
MAIN: Ref = cast("Ref", NAME.encode())
NOTHING = "0" * 40

_COMMIT = re.compile(rb"[0-9a-f]{40}\n?")


class Busy(Exception):
    """Another program is exchanging it just now, or was stopped while it did."""


class Newest:
    """The newest commit of a store, and the list of all that have been it."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / NAME
        self._log = folder / "logs" / NAME
        self._many = folder / "packed-refs"
        self._lock = self._file.with_name(f"{self._file.name}.lock")

    def read(self) -> str:
        """Return it; nothing where there has never been one. Raises StoreDamaged, OSError."""
        try:
            line = self._file.read_bytes()
        except FileNotFoundError:
            line = self._packed()
        if _COMMIT.fullmatch(line):
            return line.strip().decode()
        if line or self._log.exists() or self._file.exists():
            raise _lost()
        return ""

    def exchange(self, old: str, new: Commit) -> bool:
        """Make a commit the newest, unless that is no longer `old`. Raises Busy, StoreDamaged, OSError."""
        self._take_lock()
        is_held = True
        try:
            if self.read() != old:
                return False
            write_to(os.open(self._lock, os.O_WRONLY | BINARY), new.id + b"\n")
            noted = _line(old, new)
            if old:
                self._note(noted)  # first, so that the list misses none; a list alone would be a loss
            self._lock.replace(self._file)
            is_held = False
            if not old:
                self._note(noted)
        finally:
            if is_held:
                with contextlib.suppress(OSError):
                    self._lock.unlink()
        sync_folder(self._file.parent)
        return True

    def put_back(self, commit: Commit) -> None:
        """Make a commit the newest whatever is written there. Raises OSError."""
        self._note(_line("", commit))
        make_folder(self._file.parent.parent)
        make_folder(self._file.parent)
        write_durably(self._file, commit.id + b"\n", 0o644, self._file.parent)

    def earlier(self) -> Iterator[str]:
        """Yield all that have been the newest, from the last on. Raises OSError."""
        try:
            lines = self._log.read_bytes().splitlines()
        except FileNotFoundError:
            return
        for line in reversed(lines):
            named = line.split(b" ")[1:2]
            if named and _COMMIT.fullmatch(named[0]):
                yield named[0].decode()

    def _packed(self) -> bytes:
        """Return what Git keeps of it in one file for many, where somebody has packed the store."""
        try:
            lines = self._many.read_bytes().splitlines()
        except FileNotFoundError:
            return b""
        return next((line.partition(b" ")[0] for line in lines if line.partition(b" ")[2] == MAIN), b"")

    def _take_lock(self) -> None:
        make_folder(self._file.parent.parent)
        make_folder(self._file.parent)
        try:
            os.close(os.open(self._lock, os.O_WRONLY | os.O_CREAT | os.O_EXCL | BINARY, 0o644))
        except FileExistsError as taken:
            raise Busy from taken

    def _note(self, line: bytes) -> None:
        """Add a line to the list, be its last one torn."""
        for folder in reversed(self._log.parents[:3]):
            make_folder(folder)
        is_torn = self._log.exists() and not self._log.read_bytes().endswith(b"\n")
        handle = os.open(self._log, os.O_WRONLY | os.O_CREAT | os.O_APPEND | BINARY, 0o644)
        write_to(handle, b"\n" * is_torn + line)


def _line(old: str, new: Commit) -> bytes:
    """Return what the list says of an exchange, as Git writes it."""
    what = b" ".join(new.message.split())
    return b"%s %s %s %d +0000\t%s\n" % ((old or NOTHING).encode(), new.id, new.author, new.commit_time, what)


def _lost() -> StoreDamaged:
    return StoreDamaged("the name of its newest version is lost", DAMAGED_REMEDY)
