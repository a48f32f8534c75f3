"""Read a list of people from a CSV file, row by row; a bad row is told by its line, and the rest goes on."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import TextIO

from leaflet_app.delivery.csv_text import Lines, rows, separator_of, state_of, survey
from leaflet_app.domain.days import DayOrder
from leaflet_app.domain.errors import ListUnreadable
from leaflet_app.domain.faults import Fault
from leaflet_app.domain.recipients import Column, Row, RowRefused, column_of, recipient_of

MOST_LINES = 250_000
SEPARATORS = ",;\t|"
NAME_A_COLUMN = "Name a column “Name” or “Reference” in the first row."

Columns = tuple[Column | None, ...]


class RecipientsFile:
    """A list of people, looked through at once and read as its rows are asked for; it has at most so many `lines`.

    Raises ListUnreadable, also while its rows are read.
    """

    def __init__(self, path: Path, order: DayOrder | None = None) -> None:
        self._path, self._order = path, order
        self.name = path.name
        try:
            self._encoding, self.lines, self._state = survey(path)
        except OSError as fault:
            raise self._unreadable(fault) from fault
        if self.lines > MOST_LINES:
            raise ListUnreadable(path.name, f"it has more than {MOST_LINES:,} lines", "Divide it into several lists.")

    def rows(self) -> Iterator[Row | Fault]:
        """Yield each person, and each row that names none."""
        try:
            with self._path.open(encoding=self._encoding, errors="replace", newline="") as file:
                yield from self._read(file)
                self._check_unchanged(state_of(file))
        except OSError as fault:
            raise self._unreadable(fault) from fault

    def _read(self, file: TextIO) -> Iterator[Row | Fault]:
        lines = Lines(file)
        try:
            separator, columns = self._head(lines)
        except RowRefused as refused:
            raise ListUnreadable(self._path.name, refused.why, NAME_A_COLUMN) from refused
        first_lines: dict[str, int] = {}
        for line, cells in rows(lines, separator):
            if line > self.lines:
                self._check_unchanged(())
            try:
                row = self._row(line, cells, columns)
                if row is not None:
                    _refuse_second(row, first_lines)
                    yield row
            except RowRefused as refused:
                yield Fault(self.name, line, refused.why, refused.remedy)

    def _check_unchanged(self, state: tuple[int, ...]) -> None:
        if state != self._state:
            raise ListUnreadable(self.name, "it changed while it was read", "Wait until it is saved, and try again.")

    def _head(self, lines: Lines) -> tuple[str, Columns]:
        """Return the separator and what each column holds, from the first line that says anything."""
        announced = ""
        while row := lines.heading():
            if not announced and (announced := separator_of(row)):
                continue
            if row.strip():
                separator, columns = _columns(row, announced or SEPARATORS)
                self._check(columns)
                return separator, columns
        raise ListUnreadable(self._path.name, "its rows have no heading", NAME_A_COLUMN)

    def _check(self, columns: Columns) -> None:
        if not {Column.NAME, Column.FIRST_NAME, Column.LAST_NAME, Column.REFERENCE} & set(columns):
            raise ListUnreadable(self._path.name, "no column is headed “Name” or “Reference”", NAME_A_COLUMN)
        for column in filter(None, columns):
            if columns.count(column) > 1:
                what = column.name.lower().replace("_", " ")
                raise ListUnreadable(
                    self._path.name, f"two of its columns hold the {what}", "Delete one of them, or head it otherwise."
                )

    def _row(self, line: int, cells: Sequence[str] | RowRefused, columns: Columns) -> Row | None:
        """Return the person of a row, or None where it is blank. Raises RowRefused."""
        if isinstance(cells, RowRefused):
            raise cells
        if not any(cell.strip() for cell in cells):
            return None
        if any(cell.strip() for cell in cells[len(columns) :]):
            raise RowRefused("it has more cells than there are columns", "put the cell with the separator in quotes")
        held = {column: cell for column, cell in zip(columns, cells, strict=False) if column}
        return Row(line, recipient_of(held, self._order))

    def _unreadable(self, fault: OSError) -> ListUnreadable:
        why = "you may not read it" if isinstance(fault, PermissionError) else "the disk does not give it"
        return ListUnreadable(self._path.name, why, "Copy it to another folder and try again.")


def _columns(head: str, separators: str) -> tuple[str, Columns]:
    """Return the separator that finds the most columns we know, and what each column holds."""
    found = [(each, _split(head, each)) for each in separators]
    return max(found, key=lambda pair: sum(column is not None for column in pair[1]))


def _split(head: str, separator: str) -> Columns:
    return tuple(map(column_of, chain.from_iterable(csv.reader(head.splitlines(keepends=True), delimiter=separator))))


def _refuse_second(row: Row, first_lines: dict[str, int]) -> None:
    """Refuse a reference that an earlier row has."""
    reference = row.recipient.reference.casefold()
    first = first_lines.setdefault(reference, row.line) if reference else row.line
    if first != row.line:
        raise RowRefused(f"line {first} has the same reference", "delete one of the two rows, or mend its reference")
