"""Read entries of the register, and pass over whatever is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import msgspec

from leaflet_app.delivery.register.entry import LONGEST_LINE, LONGEST_MARK, LONGEST_NAME, LONGEST_PASSPORT
from leaflet_app.domain.faults import Fault
from leaflet_app.domain.given import Given

MOST_COUNTED = 1_000_000
"""More pages or copies than this no entry has; a database would not take just any number."""

FIRST_YEAR, LAST_YEAR = 1900, 9000
"""Beyond these no clock goes, and not every zone or system can tell the time."""

_ID = re.compile("[0-9a-f]{32}")
_DIGEST = re.compile("(?:[0-9a-f]{64})?")
_NUL = re.compile(rb"(?<!\\)(?:\\\\)*\\u0000")
"""What no text of a database may hold, as JSON writes it; behind another backslash it is six plain letters."""


class Page(NamedTuple):
    """What stands in a journal: its entries, and the lines that are none, with what is wrong with each."""

    entries: tuple[Given, ...]
    damaged: tuple[bytes, ...]
    faults: tuple[Fault, ...]


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
        given = entry_of(line)
    except (ValueError, RecursionError):  # msgspec's own faults are ValueErrors
        return "the entry is damaged"
    return given if _is_sound(given) and not _NUL.search(line) else "the entry is damaged"


def entry_of(body: bytes | str) -> Given:
    """Return the entry that was written as JSON; nothing personal comes back. Raises ValueError."""
    given = msgspec.json.decode(body, type=Given)
    return replace(given, selection=given.selection.impersonal())


def _is_sound(given: Given) -> bool:
    """Tell whether a database takes an entry, and a reader would believe it."""
    named = (given.desk, given.user, given.program, given.reference)
    marks = (given.edition, given.corrects)
    return (
        _ID.fullmatch(given.id) is not None
        and given.given_at.tzinfo is not None
        and FIRST_YEAR <= given.given_at.year <= LAST_YEAR
        and 1 <= given.copies <= MOST_COUNTED
        and 0 <= given.pages <= MOST_COUNTED
        and _DIGEST.fullmatch(given.digest) is not None
        and len(given.passport) <= LONGEST_PASSPORT
        and max(map(len, marks)) <= LONGEST_MARK
        and max(map(len, named)) <= LONGEST_NAME
    )
