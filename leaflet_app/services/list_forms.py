"""Show the sources and organisations of a library as forms, and write what a form changed back into their files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar

from leaflet_app.domain.errors import EditRefused
from leaflet_app.domain.facts import Source
from leaflet_app.domain.file_text import text_shown
from leaflet_app.domain.form_fields import Unreadable
from leaflet_app.domain.organisations import Organisation
from leaflet_app.domain.sentences import capitalised
from leaflet_app.domain.toml_text import toml_of

if TYPE_CHECKING:
    from leaflet_app.library.files import Files
    from leaflet_app.library.report import Report

# Imports inside functions are late on purpose: they bring the parsers.

MOST_KEPT = 4
"""So many lists stay read: a form asks for the same ones again and again, on the window's thread."""

SOURCES, ORGANISATIONS = "sources.toml", "organisations.toml"

Entry = Source | Organisation
_Entry = TypeVar("_Entry", Source, Organisation)

_EMPTY: tuple[object, ...] = ("", None, ())


@lru_cache(MOST_KEPT)
def read_sources(text: str) -> Mapping[str, Source] | Unreadable:
    """Return the sound sources of a file's text by id; the line to mend where none is read."""
    return _read(text, SOURCES, Source)


@lru_cache(MOST_KEPT)
def read_organisations(text: str) -> Mapping[str, Organisation] | Unreadable:
    """Return the organisations of a file's text, as sources are read."""
    return _read(text, ORGANISATIONS, Organisation)


def faults_of_entry(entry: Entry, *, is_taken: bool = False) -> tuple[str, ...]:
    """Say what keeps an entry from its list, by the rules of the library; `is_taken` where another has its id."""
    from leaflet_app.library.writing import with_row  # noqa: PLC0415

    file = file_of(entry)
    report = _report(with_row("", _table_of(file), _written(entry)), file)[1]
    said = [f"{capitalised(fault.wrong)}: {fault.remedy}." for fault in report.faults]
    said += ["Another has this id: choose another."] if is_taken else []
    required = ("id", "publisher", "title") if isinstance(entry, Source) else ("id", "name", "what")
    empty = [name for name in required if not str(getattr(entry, name)).strip()]
    return tuple(dict.fromkeys([*(f"“{name}” is empty: write it." for name in empty), *said]))


def with_entry(text: str, entry: Entry) -> str:
    """Return a file's text in which an entry stands so; one of a new id stands at the end. Raises EditRefused."""
    from leaflet_app.library.writing import with_fields, with_row  # noqa: PLC0415

    table = _table_of(file_of(entry))
    index = _index(text, table, entry.id)
    if index is None:
        return with_row(text, table, _written(entry))
    every: dict[str, Any] = dict.fromkeys(each.name for each in fields(entry))
    return with_fields(text, f"{table}[{index}]", {**every, **_written(entry)})


def joined(file: str, base: bytes | None, mine: bytes, theirs: bytes | None) -> bytes:
    """Return a list of the library as others have changed it since `base`, with the entries changed here in it.

    Raises EditRefused where the same entry was changed here and there.
    """
    if theirs is None or theirs == base:
        return mine
    read: Callable[[str], Mapping[str, Entry] | Unreadable] = read_sources if file == SOURCES else read_organisations
    before, here, there = (read(text_shown(each or b"")) for each in (base, mine, theirs))
    if isinstance(before, Unreadable) or isinstance(here, Unreadable) or isinstance(there, Unreadable):
        raise EditRefused(f"{file} was changed here and by somebody else", "Discard your changes, and make them anew.")
    text = text_shown(theirs)
    for entry in (each for each in here.values() if each != before.get(each.id)):
        if there.get(entry.id) not in {before.get(entry.id), entry}:
            wrong = f"“{entry.id}” in {file} was changed here and by somebody else"
            raise EditRefused(wrong, "Discard your changes, and make them anew.")
        text = with_entry(text, entry)
    return text.encode()


def checked(entry: Entry, on: date) -> Entry:
    """Return an entry that somebody has looked at on a day."""
    match entry:
        case Source():
            return replace(entry, accessed=on)
        case Organisation():
            return replace(entry, verified_on=on)


def file_of(entry: Entry) -> str:
    """Return the file in which an entry stands."""
    return SOURCES if isinstance(entry, Source) else ORGANISATIONS


def _table_of(file: str) -> str:
    return {SOURCES: "source", ORGANISATIONS: "organisation"}[file]


def _written(entry: Entry) -> dict[str, Any]:
    """Return the fields of an entry as its file has them: what is empty is left out."""
    said = ((each.name, getattr(entry, each.name)) for each in fields(entry))
    return {name: list(each) if isinstance(each, tuple) else each for name, each in said if each not in _EMPTY}


def _read(text: str, file: str, kind: type[_Entry]) -> Mapping[str, _Entry] | Unreadable:
    entries, report = _report(text, file)
    if not entries and report.faults:
        first = min(report.faults)
        return Unreadable(first.line, first.wrong, first.remedy)
    return {each: entry for each, entry in entries.items() if isinstance(entry, kind)}


def _report(text: str, file: str) -> tuple[Mapping[str, Entry], Report]:
    from leaflet_app.library import lists  # noqa: PLC0415
    from leaflet_app.library.changed_files import ChangedFiles  # noqa: PLC0415
    from leaflet_app.library.report import Report  # noqa: PLC0415

    readers: Mapping[str, Callable[[Files, Report], Mapping[str, Entry]]] = {
        SOURCES: lists.read_sources,
        ORGANISATIONS: lists.read_organisations,
    }
    report = Report(file)
    nothing: Any = None
    return readers[file](ChangedFiles(nothing, {file: text.encode()}), report), report


def _index(text: str, table: str, entry_id: str) -> int | None:
    rows = toml_of(text).get(table, []) if text else []
    return next((index for index, row in enumerate(rows) if row.get("id") == entry_id), None)
