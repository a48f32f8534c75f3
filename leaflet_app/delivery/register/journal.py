"""The journal of the register: entries on this desk's disk, safe at once, until they are taken into the register.

A line of JSON each. Every line begins with its own line break, so what a crash tore ends where the next entry begins.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from uuid import uuid4

from leaflet_app.delivery.register.entry import written
from leaflet_app.delivery.save import keep_name, reason, told_of
from leaflet_app.delivery.turn import turn
from leaflet_app.domain.errors import NotNoted
from leaflet_app.domain.given import Given
from leaflet_app.paths import make_private

FILE, TURN = "journal.jsonl", "journal.lock"
TAKEN = ".taken"
"""How the name of a journal ends that is on its way into the register."""

APPENDING = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0)


def folder_of(home: Path) -> Path:
    """Return the folder of the journal."""
    return home / "register"


def append(home: Path, given: Given) -> None:
    """Write an entry so that no crash can lose it. Raises NotNoted."""
    folder = folder_of(home)
    try:
        make_private(folder)
        with turn(folder / TURN):
            _write(folder / FILE, b"\n" + written(given))
    except OSError as fault:
        raise NotNoted(given.passport, reason(fault)[0]) from fault


def _write(journal: Path, line: bytes) -> None:
    is_new = not journal.exists()
    handle = os.open(journal, APPENDING, 0o600)
    try:
        while line:
            line = line[os.write(handle, line) :]
        os.fsync(handle)
    finally:
        os.close(handle)
    if is_new:
        for folder in (journal.parent, journal.parent.parent):  # the folder of the journal may be as new
            keep_name(folder)


def set_apart(home: Path) -> tuple[Path, ...]:
    """Put the journal aside, so that new entries begin another; return all that wait to be taken in."""
    folder = folder_of(home)
    if (folder / FILE).exists():
        with told_of(folder / FILE), turn(folder / TURN), contextlib.suppress(FileNotFoundError):
            (folder / FILE).rename(folder / f"{uuid4().hex}{TAKEN}")
    return tuple(sorted(folder.glob(f"*{TAKEN}")))


def unread(home: Path) -> tuple[Path, ...]:
    """Return every journal with entries that no register has yet."""
    folder = folder_of(home)
    return tuple(path for path in (*sorted(folder.glob(f"*{TAKEN}")), folder / FILE) if path.exists())
