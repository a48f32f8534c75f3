"""The lists that topics draw on: sources, organisations, words explained and questions."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from leaflet_app.domain.blocks import Text, words
from leaflet_app.domain.facts import Source
from leaflet_app.domain.glossary import Glossary, Term
from leaflet_app.domain.organisations import Organisation
from leaflet_app.library.addresses import is_https, is_phone
from leaflet_app.library.files import LARGEST_LIST, Files, read_text
from leaflet_app.library.ids import ID_REMEDY, is_id
from leaflet_app.library.prose import check_words
from leaflet_app.library.report import Report
from leaflet_app.library.schema import QuestionRow
from leaflet_app.library.tables import Lines, convert, load

_Row = TypeVar("_Row")
_Entry = TypeVar("_Entry")


def read_sources(files: Files, report: Report) -> dict[str, Source]:
    """Return the sources by id."""

    def entry(source: Source, own: Report, line: int) -> tuple[str, Source]:
        _check_id(source.id, own, line)
        _check_web_address(source.url, own, line)
        return source.id, source

    return read_list(files, report, "source", Source, entry)


def read_organisations(files: Files, report: Report) -> dict[str, Organisation]:
    """Return the organisations by id."""

    def entry(organisation: Organisation, own: Report, line: int) -> tuple[str, Organisation]:
        _check_id(organisation.id, own, line)
        _check_web_address(organisation.url, own, line)
        if organisation.phone and not is_phone(organisation.phone):
            wrong = f"“{organisation.phone[:40]}” is not a phone number"
            own.add(line, wrong, "write digits in groups, like 0800 434 6476")
        return organisation.id, organisation

    return read_list(files, report, "organisation", Organisation, entry)


def read_glossary(files: Files, report: Report) -> Glossary:
    """Return the words that leaflets explain. Two entries may not share a form."""
    seen: set[str] = set()

    def entry(term: Term, own: Report, line: int) -> tuple[str, Term]:
        for form in (term.word, *term.forms):
            if not form.strip():
                own.add(line, "a word or form is empty", "write it or remove it")
            elif form.casefold() in seen:
                own.add(line, f"“{form}” is explained twice", "remove one of them")
            seen.add(form.casefold())
        check_words(term.meaning, line, own)
        return term.word, term

    return Glossary(tuple(read_list(files, report, "term", Term, entry).values()))


def read_bank(files: Files, report: Report) -> dict[str, Text]:
    """Return the questions that topics may ask by id."""

    def entry(row: QuestionRow, own: Report, line: int) -> tuple[str, Text]:
        _check_id(row.id, own, line)
        check_words(row.text, line, own)
        return row.id, words(row.text)

    return read_list(files, report, "question", QuestionRow, entry)


def read_list(
    files: Files,
    report: Report,
    table: str,
    schema: type[_Row],
    entry: Callable[[_Row, Report, int], tuple[str, _Entry]],
) -> dict[str, _Entry]:
    """Return the sound entries of a list by their key; each that has a fault is reported and left out."""
    text = read_text(files, report, LARGEST_LIST)
    lines = Lines(text or "")
    top = None if text is None else load(text, report, lines)
    for other in (key for key in top or () if key not in (table, "lang")):
        report.add(lines.of(other), f"“{other}” is not a table of this file", f"use only [[{table}]]")
    rows = (top or {}).get(table, [])
    if not isinstance(rows, list):
        report.add(lines.of(table), f"[{table}] is written with single brackets", f"write [[{table}]] for each entry")
        return {}
    entries: dict[str, _Entry] = {}
    for index, untrusted in enumerate(rows):
        path = f"{table}[{index}]"
        own = Report(report.file)
        row = convert(untrusted, schema, own, lines, path)
        if row is not None:
            key, built = entry(row, own, lines.of(path))
            if key in entries:
                own.add(lines.of(path), f"“{key}” is there twice", "rename or remove one of them")
            if not own.faults:
                entries[key] = built
        report.faults += own.faults
    return entries


def _check_id(untrusted_id: str, own: Report, line: int) -> None:
    if not is_id(untrusted_id):
        own.add(line, f"“{untrusted_id[:80]}” cannot be an id", ID_REMEDY)


def _check_web_address(untrusted_url: str, own: Report, line: int) -> None:
    if untrusted_url and not is_https(untrusted_url):
        own.add(line, f"“{untrusted_url[:80]}” is not a web address", "use one that begins with https://")
