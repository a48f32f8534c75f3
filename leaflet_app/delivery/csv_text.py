"""The text of a CSV file as Excel and others write it, line by line, with every size bounded."""

from __future__ import annotations

import codecs
import csv
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, NamedTuple, TextIO

from leaflet_app.domain.errors import ListUnreadable
from leaflet_app.domain.recipients import RowRefused

CHUNK = 1 << 16
MOST_BYTES = 100_000_000
LONGEST_LINE = 4_000
MOST_LINES_A_ROW = 20
"""More lines than this in one row mean that a quotation mark was never closed."""

SAVE_AS_CSV = "In Excel choose File, Save As, “CSV UTF-8 (Comma delimited)”, and name that file instead."
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_SEPARATOR_LINE = re.compile('"?sep=([^"])"?', re.IGNORECASE)
_QUOTED_CELL = re.compile('(?:^|[,;\t|])"')


class Survey(NamedTuple):
    """How a file is written, how many lines it has at most, and its state when that was found."""

    encoding: str
    lines: int
    state: tuple[int, ...]


def survey(path: Path) -> Survey:
    """Look through a file once. Raises ListUnreadable where it is no text; OSError where it cannot be read."""
    if not path.is_file():
        raise ListUnreadable(path.name or str(path), _no_file(path), "Name a CSV file.")
    if path.stat().st_size > MOST_BYTES:
        raise ListUnreadable(path.name, f"it is larger than {MOST_BYTES // 1_000_000} MB", "Divide it into several.")
    with path.open("rb") as file:
        state, start = state_of(file), file.read(CHUNK)
        marked = _encoding_by_mark(path.name, start)
        plain = codecs.getincrementaldecoder("utf-8")()
        lines, is_utf8, chunk = 1, True, start
        while chunk:
            lines += chunk.count(b"\n") + chunk.count(b"\r") - chunk.count(b"\r\n")
            is_utf8 = is_utf8 and _decodes(plain, chunk)
            chunk = file.read(CHUNK)
    return Survey(marked or ("utf-8" if is_utf8 and _decodes(plain, b"", final=True) else "cp1252"), lines, state)


def state_of(file: IO[Any]) -> tuple[int, ...]:
    """Return what changes with an open file's content: its size, and when it was last written."""
    told = os.fstat(file.fileno())
    return told.st_size, told.st_mtime_ns


def _no_file(path: Path) -> str:
    """Return why a path is no file that can be read twice."""
    if path.is_dir():
        return "it is a folder"
    return "it is a pipe or a device" if path.exists() else "there is no such file"


def _encoding_by_mark(name: str, start: bytes) -> str:
    """Return what the first bytes say of the letters, if they do. Raises ListUnreadable where they are no text."""
    if start.startswith(_WORKBOOKS):
        raise ListUnreadable(name, "it is a workbook, not a CSV file", SAVE_AS_CSV)
    if not start.strip():
        raise ListUnreadable(name, "it is empty", "Choose a list with a first row that names the columns.")
    marked = next((encoding for mark, encoding in _MARKS if start.startswith(mark)), "")
    if not marked and b"\0" in start:
        raise ListUnreadable(name, "it is not a text file", SAVE_AS_CSV)
    return marked


def _decodes(decoder: codecs.IncrementalDecoder, chunk: bytes, *, final: bool = False) -> bool:
    try:
        decoder.decode(chunk, final)
    except UnicodeDecodeError:
        return False
    return True


class Lines:
    """The lines of a file, handed to the CSV reader for one row at a time; a row that is refused gives some back."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self._waiting: list[str] = []
        self._taken: list[str] = []
        self._ahead = ""
        self.number = 0

    def __iter__(self) -> Iterator[str]:
        """Be read by the CSV reader."""
        return self

    def __next__(self) -> str:
        """Return the next line. Raises RowRefused where the row cannot be whole."""
        line = self._waiting.pop(0) if self._waiting else self._read()
        if self._taken and (not line or len(self._taken) == MOST_LINES_A_ROW):
            self._waiting[:0] = [line] if line else []
            raise RowRefused("a quotation mark is opened and never closed", "delete it, or close it")
        if not line:
            raise StopIteration
        self._taken.append(line)
        self.number += 1
        if len(line) >= LONGEST_LINE and not line.endswith(("\r", "\n")):
            self._skip_rest_of_line()
            raise RowRefused("the line is too long for a list of people", "delete what does not belong there")
        return line

    def begin_row(self) -> int:
        """Forget the last row; return the line on which the next one begins."""
        self._taken.clear()
        return self.number + 1

    def heading(self) -> str:
        """Return the next row as it is written, over as many lines as its quotes hold; nothing at the end."""
        self.begin_row()
        row = next(self, "")
        while row.count('"') % 2 and _QUOTED_CELL.search(row):
            row += next(self)
        return row

    def give_back(self) -> None:
        """Keep all lines of the row but the first for the rows to come: each may be a row of its own."""
        self._waiting[:0] = self._taken[1:]
        self.number -= len(self._taken[1:])

    def _skip_rest_of_line(self) -> None:
        while (rest := self._read()) and not rest.endswith(("\r", "\n")):
            pass

    def _read(self) -> str:
        """Read a line, or so much of it; its end of two characters is never parted, or it would be two ends."""
        line, self._ahead = self._ahead, ""
        if line != "\r":
            line += self._file.readline(LONGEST_LINE)
        if line.endswith("\r"):
            self._ahead = self._file.read(1)
            if self._ahead == "\n":
                line, self._ahead = line + "\n", ""
        return line


def rows(lines: Lines, delimiter: str) -> Iterator[tuple[int, list[str] | RowRefused]]:
    """Yield each row by the line it begins on: its cells, or why it has none."""
    while True:
        start = lines.begin_row()
        try:
            cells = next(csv.reader(lines, delimiter=delimiter, strict=True), None)
        except RowRefused as refused:
            lines.give_back()
            yield start, refused
        except csv.Error:
            lines.give_back()
            yield start, RowRefused("its quotation marks do not match", "delete them, or write each one twice")
        else:
            if cells is None:
                return
            yield start, cells


def separator_of(line: str) -> str:
    """Return the separator that a first line of Excel's announces, or nothing."""
    announced = _SEPARATOR_LINE.fullmatch(line.rstrip("\r\n"))
    return announced[1] if announced else ""
