"""A list of people: what its columns may be called, and whom a row names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum, auto
from types import MappingProxyType

from leaflet_app.domain.days import DayOrder, DayRefused, read_day
from leaflet_app.domain.selection import Recipient
from leaflet_app.domain.typed import typed_line
from leaflet_app.domain.value import value

LONGEST_NAME = 80
LONGEST_REFERENCE = 40
LOST = "\N{REPLACEMENT CHARACTER}"


class Column(Enum):
    """What a column of a list of people holds."""

    TITLE = auto()
    FIRST_NAME = auto()
    LAST_NAME = auto()
    NAME = auto()
    REFERENCE = auto()
    DAY = auto()


HEADINGS: Mapping[Column, str] = MappingProxyType(
    {
        Column.TITLE: "title, salutation",
        Column.FIRST_NAME: "first name, firstname, forename, given name",
        Column.LAST_NAME: "last name, lastname, surname, family name",
        Column.NAME: "name, full name, patient, patient name, patients name, recipient, person",
        Column.REFERENCE: "reference, ref, our reference, our ref, your reference, your ref, patient reference, "
        "patient id, patient number, patient no, id, mrn, hospital number, hospital no, nhs number, nhs no",
        Column.DAY: "date, day, appointment, appointment date, date of appointment, clinic date, date of clinic, "
        "visit date, date of visit",
    }
)
"""How columns are headed in the lists that clinics keep, in small letters without points."""

_COLUMNS = {heading: column for column, headings in HEADINGS.items() for heading in headings.split(", ")}


class RowRefused(Exception):
    """A row that names nobody who can have a copy; `why` and `remedy` hold no word of the row."""

    def __init__(self, why: str, remedy: str) -> None:
        super().__init__(why)
        self.why, self.remedy = why, remedy


@value
class Row:
    """A row of a list, by the line it begins on, and whom it names."""

    line: int
    recipient: Recipient


def column_of(heading: str) -> Column | None:
    """Return what a column of this heading holds, as far as a copy needs it."""
    plain = re.sub(r"['’]", "", typed_line(heading).casefold())
    return _COLUMNS.get(" ".join(re.findall(r"\w+", plain)))


def recipient_of(cells: Mapping[Column, str], order: DayOrder | None = None) -> Recipient:
    """Return whom a row names. Raises RowRefused."""
    parts = (cells.get(each, "") for each in (Column.TITLE, Column.NAME, Column.FIRST_NAME, Column.LAST_NAME))
    name = _line(" ".join(parts), "the name", LONGEST_NAME)
    reference = _line(cells.get(Column.REFERENCE, ""), "the reference", LONGEST_REFERENCE)
    day = _line(cells.get(Column.DAY, ""), "the date", LONGEST_REFERENCE)
    if not name and not reference:
        raise RowRefused("there is neither a name nor a reference", "fill in one of them, or delete the row")
    try:
        return Recipient(name, reference, read_day(day, order) if day else None)
    except DayRefused as refused:
        raise RowRefused(refused.why, refused.remedy) from None


def _line(written: str, what: str, most: int) -> str:
    """Return a cell as one line fit to print. Raises RowRefused."""
    said = " ".join(typed_line(written).split())
    if len(said) > most:
        raise RowRefused(f"{what} has {len(said)} letters", f"use at most {most}")
    odd = next((letter for letter in said if not letter.isprintable() or letter == LOST), "")
    if odd:
        raise RowRefused(f"{what} holds a letter that cannot be read (U+{ord(odd):04X})", "type it again")
    return said
