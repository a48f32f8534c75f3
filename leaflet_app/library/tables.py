"""Read TOML so that every fault has its line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any, TypeVar, get_type_hints

import msgspec

from leaflet_app.domain.toml_text import toml_of
from leaflet_app.library.characters import composed, forbidden_in
from leaflet_app.library.report import Report

_TABLE = re.compile(r"\s*(\[\[?)\s*([\w.\"-]+)\s*\]\]?")
_KEY = re.compile(r"\s*([\w.\"-]+)\s*=")
_AT_LINE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")
_AT_PATH = re.compile(r"(.*) - at `\$\.?(.*)`$", re.DOTALL)
_DEEPEST = 6

_Kind = TypeVar("_Kind")


class Lines:
    """Where each key of a TOML text stands. `first` is the line of the file on which the text begins."""

    def __init__(self, text: str, first: int = 1) -> None:
        self._first = first
        self._end = first + max(text.count("\n") - 1, 0)
        self._at: dict[str, int] = {}
        self._note(text)

    def of(self, path: str) -> int:
        """Return the line of a key like `source[2].url`, else that of the nearest table around it."""
        while path:
            if path in self._at:
                return self._at[path]
            path = re.sub(r"(?:^|\.)[^.\[]*$|\[[^\[]*$", "", path)
        return self._first

    def in_message(self, line: str | None) -> int:
        """Return the line that tomllib counted within the text; None stands for its end."""
        return self._first + int(line) - 1 if line else self._end

    def _note(self, text: str) -> None:
        table, counts = "", dict[str, int]()
        for number, line in enumerate(text.split("\n"), self._first):
            if found := _TABLE.match(line):
                table = found[2].replace('"', "")
                if found[1] == "[[":
                    counts[table] = counts.get(table, -1) + 1
                    table = f"{table}[{counts[table]}]"
                self._at.setdefault(table, number)
            elif found := _KEY.match(line):
                key = found[1].replace('"', "")
                self._at.setdefault(f"{table}.{key}" if table else key, number)


def load(text: str, report: Report, lines: Lines) -> dict[str, Any] | None:
    """Return the table of a TOML text with clean strings; None after reporting a fault."""
    try:
        table = toml_of(text)
    except ValueError as error:
        found = _AT_LINE.search(str(error))
        why = _AT_LINE.sub("", str(error)) if found else "it is nested too deeply or holds a number or name too long"
        line = lines.in_message(found[1]) if found else lines.of("")
        report.add(line, f"this is not valid TOML ({why})", "look for a missing quote, bracket or equals sign")
        return None
    before = len(report.faults)
    _check_keys(table, "", report, lines)
    clean = {key: _cleaned(each, key, report, lines) for key, each in table.items()}
    return clean if len(report.faults) == before else None


def convert(table: object, kind: type[_Kind], report: Report, lines: Lines, path: str = "") -> _Kind | None:
    """Return a row of the schema, or a value of the domain; None after reporting the first key that does not fit it."""
    row = _row_of(kind)  # type: ignore[arg-type]  # mypy takes no type for hashable
    try:
        read: Any = msgspec.convert(table, row, builtin_types=(date,))
        return kind(**msgspec.structs.asdict(read)) if is_dataclass(kind) else read
    except msgspec.ValidationError as error:
        found = _AT_PATH.match(str(error))
        wrong, inner = (found[1], found[2]) if found else (str(error), "")
        at = ".".join(filter(None, (path, inner)))
        key = re.search(r"unknown field `(.+)`", wrong)
        report.add(lines.of(".".join(filter(None, (at, key[1] if key else "")))), *_said(wrong, inner))
        return None


@cache
def _row_of(kind: type) -> type:
    """Return the strict row that a table must fit: for a dataclass one with the same fields and defaults."""
    if not is_dataclass(kind):
        return kind
    types = get_type_hints(kind)
    rows = [
        (each.name, types[each.name], *(() if each.default is MISSING else (each.default,))) for each in fields(kind)
    ]
    return msgspec.defstruct(kind.__name__, rows, forbid_unknown_fields=True)


def _said(wrong: str, path: str) -> tuple[str, str]:
    """Say msgspec's message in the words of someone who fills in a file."""
    if found := re.search(r"unknown field `(.+)`", wrong):
        return f"“{found[1][:80]}” is not a field of this file", "look for a misspelling or remove it"
    if found := re.search(r"missing required field `(.+)`", wrong):
        return f"“{found[1]}” is missing", "add it"
    if found := re.search(r"Invalid enum value '(.+)'", wrong, re.DOTALL):
        return f"“{found[1][:80]}” is not one of the values of “{path}”", "choose one that the guide lists"
    found = re.search(r"Expected `(.+?)`, got `(.+?)`", wrong)
    if not found:
        return f"“{path}” cannot be read ({wrong})", "write it the way the guide shows"
    wanted, got = found[1].removesuffix(" | null"), found[2]
    return f"“{path or 'this'}” must be {_KINDS.get(wanted, wanted)}, not {_KINDS.get(got, got)}", "write it that way"


_KINDS = {
    "str": "a text in quotes",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "date": "a date like 2026-11-22 without quotes",
    "datetime": "a date with a time",
    "array": "a list in square brackets",
    "object": "a table",
}


def _cleaned(untrusted: Any, path: str, report: Report, lines: Lines) -> Any:  # noqa: ANN401 TOML holds anything
    """Return the value with composed strings, reporting strings of several lines or with hidden characters."""
    if isinstance(untrusted, str):
        found = forbidden_in(untrusted)
        if found is not None:
            report.add(lines.of(path), f"“{path}” holds a hidden character ({found[1]})", "delete it")
        elif "\n" in untrusted or "\t" in untrusted:
            report.add(lines.of(path), f"“{path}” has more than one line", "write it as one line of text")
        return composed(untrusted)
    if path.count(".") + path.count("[") > _DEEPEST:
        report.add(lines.of(path), f"“{path}” is nested too deeply", "remove the inner tables")
        return None
    if isinstance(untrusted, dict):
        _check_keys(untrusted, path, report, lines)
        return {key: _cleaned(each, f"{path}.{key}", report, lines) for key, each in untrusted.items()}
    if isinstance(untrusted, list):
        return [_cleaned(each, f"{path}[{index}]", report, lines) for index, each in enumerate(untrusted)]
    return untrusted


def _check_keys(untrusted: Iterable[str], path: str, report: Report, lines: Lines) -> None:
    for key in untrusted:
        if not key.isprintable():
            report.add(lines.of(path), "the name of a field holds a hidden character", "delete it")
