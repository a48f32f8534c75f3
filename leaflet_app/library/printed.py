"""What the files of a library print, text by text, each with the line it stands on."""

from __future__ import annotations

from collections.abc import Iterator

from leaflet_app.domain.blocks import plain
from leaflet_app.domain.topic import SharedBlock, Topic
from leaflet_app.domain.value import value
from leaflet_app.library import where
from leaflet_app.library.body import read_body
from leaflet_app.library.facts import places
from leaflet_app.library.files import LARGEST_LIST, LARGEST_TOPIC, Files, read_text
from leaflet_app.library.front_matter import part
from leaflet_app.library.report import Report
from leaflet_app.library.tables import Lines, load

LISTS = (
    (where.GLOSSARY, "term", "meaning"),
    (where.QUESTIONS, "question", "text"),
    (where.ORGANISATIONS, "organisation", "what"),
)
"""The files of entries, with the table and the field that leaflets print of each."""


@value
class Said:
    """A paragraph, bullet, heading or field, and the line of its file on which it begins."""

    line: int
    words: str
    is_prose: bool = False


def said_in_text(files: Files, file: str, text: Topic | SharedBlock) -> Iterator[Said]:
    """Yield all that a topic or a shared text prints; nothing where its file has changed and cannot be read."""
    report = Report(file)
    whole = read_text(files, report, LARGEST_TOPIC)
    parted = None if whole is None else part(whole, report)
    if parted is None:
        return
    yield from _fields(text, parted.lines)
    for piece in read_body(parted.body, parted.body_line, places(text.facts), report):
        for line in piece.lines:
            yield Said(line.number, plain(line.text), is_prose=piece.kind == "paragraph")


def said_in_list(files: Files, file: str, table: str, field: str) -> Iterator[Said]:
    """Yield one field of every entry of a list."""
    report = Report(file)
    whole = read_text(files, report, LARGEST_LIST)
    lines = Lines(whole or "")
    rows = (load(whole, report, lines) or {}).get(table) if whole else None
    for index, row in enumerate(rows if isinstance(rows, list) else ()):
        words = row.get(field) if isinstance(row, dict) else None
        if isinstance(words, str):
            yield Said(lines.of(f"{table}[{index}].{field}"), words)


def _fields(text: Topic | SharedBlock, lines: Lines) -> Iterator[Said]:
    yield Said(lines.of("title"), text.title)
    if isinstance(text, Topic):
        yield Said(lines.of("purpose"), text.purpose)
        yield Said(lines.of("recap"), text.recap)
        for index, picture in enumerate(text.pictures):
            yield Said(lines.of(f"pictures[{index}].alt"), picture.alt)
            yield Said(lines.of(f"pictures[{index}].caption"), plain(picture.caption))
    for key, fact in text.facts.items():
        yield Said(lines.of(f"facts.{key}"), fact.text)
