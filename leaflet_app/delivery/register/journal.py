"""The journal of the register: entries on this desk's disk, safe at once, until they are taken into the register.

A line of JSON each. Every line begins with its own line break, so what a crash tore ends where the next entry begins.
"""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

import msgspec

from leaflet_app.delivery.save import keep_name, told_of
from leaflet_app.delivery.turn import turn
from leaflet_app.domain.faults import Fault
from leaflet_app.domain.given import Given

FILE, TURN = "journal.jsonl", "journal.lock"
TAKEN = ".taken"
"""How the name of a journal ends that is on its way into the register."""

LONGEST_LINE = 100_000
LONGEST_NAME = 200
APPENDING = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0)
_ID = re.compile("[0-9a-f]{32}")
_NUL = b"\\u0000"
"""What no text of a database may hold."""


class Page(NamedTuple):
    """What stands in a journal: its entries, and the lines that are none, with what is wrong with each."""

    entries: tuple[Given, ...]
    damaged: tuple[bytes, ...]
    faults: tuple[Fault, ...]


def folder_of(home: Path) -> Path:
    """Return the folder of the journal."""
    return home / "register"


def append(home: Path, given: Given) -> None:
    """Write an entry so that no crash can lose it. Raises CannotSave."""
    folder = folder_of(home)
    line = b"\n" + msgspec.json.encode(given)
    with told_of(folder / FILE):
        folder.mkdir(parents=True, exist_ok=True)
        with turn(folder / TURN):
            is_new = not (folder / FILE).exists()
            handle = os.open(folder / FILE, APPENDING, 0o600)
            try:
                while line:
                    line = line[os.write(handle, line) :]
                os.fsync(handle)
            finally:
                os.close(handle)
            if is_new:
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


def read(journal: Path) -> Page:
    """Read a journal, and pass over each line that is no entry. Raises OSError."""
    entries, damaged, faults = [], [], []
    for number, line in _lines(journal):
        told = _entry(line)
        if isinstance(told, Given):
            entries.append(told)
        else:
            damaged.append(line)
            faults.append(Fault(journal.name, number, told, "compare it with the leaflets of that day"))
    return Page(tuple(entries), tuple(damaged), tuple(faults))


def _lines(journal: Path) -> Iterator[tuple[int, bytes]]:
    """Yield the lines that hold anything, with their numbers; of a line beyond all measure so much as shows it."""
    with journal.open("rb") as file:
        number = 1
        while line := file.readline(LONGEST_LINE + 1):
            if line.strip():
                yield number, line.strip()
            while line and not line.endswith(b"\n"):
                line = file.readline(LONGEST_LINE)
            number += 1


def _entry(line: bytes) -> Given | str:
    """Return the entry of a line, or why it is none."""
    if len(line) > LONGEST_LINE:
        return "the line is too long for an entry"
    if not line.endswith(b"}"):
        return "the entry was cut short, as by a power cut"
    try:
        given = msgspec.json.decode(line, type=Given)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return "the entry is damaged"
    named = (given.desk, given.user, given.passport, given.edition, given.digest, given.corrects, given.reference)
    if not _ID.fullmatch(given.id) or given.given_at.tzinfo is None or _NUL in line:
        return "the entry is damaged"
    if given.copies < 1 or given.pages < 0 or max(map(len, named)) > LONGEST_NAME:
        return "the entry is damaged"
    return replace(given, given_at=given.given_at.astimezone(UTC), selection=given.selection.impersonal())
