"""Show a text's facts, review and pictures as forms, and write what a form changed back into the text.

All are plain functions of a text: the editor holds the text, and undoes it. Imports inside functions are late on
purpose: they bring the parsers.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import fields
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from leaflet_app.domain.form_fields import GLANCE, FactFields, PictureFields, ReviewFields, TextFields, Unreadable
from leaflet_app.domain.review import Status
from leaflet_app.domain.sentences import capitalised
from leaflet_app.domain.topic import GLANCE_KEYS, SectionKey

if TYPE_CHECKING:
    from leaflet_app.library.front_matter import Parted
    from leaflet_app.library.report import Report

DRAFT_AGAIN = "This text is a draft again, because it was changed."

_IN_A_FORM = {
    'add sources = ["..."] with ids of sources.toml': "choose one from the list",
    'add words = "..." that say it without a number': "say it without a number under “In words only”",
    "give low, and per = 10 or 100, or drop “picture”": "give the people out of 10 or 100, or no sentence",
}
"""What to do in a form, where the library tells what to do in a file."""

MOST_KEPT = 4
"""So many texts stay read: every form of a text asks for the same ones, on the window's thread too."""

_HEADING = re.compile(r"##\s+(.*?)\s*\{#([a-z]+)\}\s*$")
_SECTIONS = frozenset(key.value for key in SectionKey if key not in {SectionKey.URGENT, SectionKey.QUESTIONS})
"""The sections below which a picture may stand."""

_PLACE = re.compile(r"\{([a-z][a-z0-9_]*)\}")


@lru_cache(MOST_KEPT)
def read_forms(text: str, file: str = "") -> TextFields | Unreadable:
    """Return what forms show of a text; the first line to mend where it cannot be read."""
    from leaflet_app.library.front_matter import part  # noqa: PLC0415
    from leaflet_app.library.report import Report  # noqa: PLC0415

    report = Report(file)
    parted = part(text, report)
    shown = _fields(parted, report, text) if parted else None
    if shown is None or report.faults:
        first = min(report.faults)
        return Unreadable(first.line, first.wrong, first.remedy)
    return shown


def faults_of_fact(fact: FactFields, sources: Collection[str]) -> tuple[str, ...]:
    """Say what keeps a fact from being printed, by the rules of the library."""
    from leaflet_app.library.facts import read_facts  # noqa: PLC0415
    from leaflet_app.library.report import Report  # noqa: PLC0415
    from leaflet_app.library.tables import Lines  # noqa: PLC0415

    report = Report("")
    read_facts({fact.key: fact.written}, dict.fromkeys(sources), report, Lines(""))  # type: ignore[arg-type]
    said = (f"{capitalised(fault.wrong)}: {_IN_A_FORM.get(fault.remedy, fault.remedy)}." for fault in report.faults)
    return tuple(dict.fromkeys(said))


def with_fact(text: str, fact: FactFields) -> str:
    """Return a text in which a fact stands so. Raises EditRefused."""
    from leaflet_app.library.writing import in_front_matter, with_entry  # noqa: PLC0415

    before = _table(text).get("facts", {}).get(fact.key, {})
    written = _in_old_order(before, fact.written)
    return in_front_matter(text, lambda front: with_entry(front, "facts", fact.key, written))


def without_fact(text: str, key: str) -> str:
    """Return a text without a fact. Raises EditRefused."""
    from leaflet_app.library.writing import in_front_matter, with_entry  # noqa: PLC0415

    return in_front_matter(text, lambda front: with_entry(front, "facts", key, None))


def with_review(text: str, review: ReviewFields) -> str:
    """Return a text whose review says so. Raises EditRefused."""
    from leaflet_app.library.writing import in_front_matter, with_fields  # noqa: PLC0415

    written = review.written if review.status == Status.IN_REVIEW.value else {**review.written, "sent": None}
    return in_front_matter(text, lambda front: with_fields(front, "review", written))


def draft_again(before: str, now: str) -> str:
    """Return what to say to whoever has changed a text that was in review; nothing where that was not so."""
    return DRAFT_AGAIN if _is_in_review(before) and not _is_in_review(now) else ""


def with_picture_words(text: str, picture: PictureFields) -> str:
    """Return a text that says this of one of its pictures. Raises EditRefused."""
    from leaflet_app.library.writing import in_front_matter, with_fields  # noqa: PLC0415

    table = f"pictures[{_index(text, picture.file)}]"
    return in_front_matter(text, lambda front: with_fields(front, table, picture.written))


def without_picture(text: str, file: str) -> str:
    """Return a text without one of its pictures. Raises EditRefused."""
    from leaflet_app.library.writing import in_front_matter, without_table  # noqa: PLC0415

    table = f"pictures[{_index(text, file)}]"
    return in_front_matter(text, lambda front: without_table(front, table))


def _fields(parted: Parted, report: Report, text: str) -> TextFields | None:
    table = parted.table
    is_translation = "translates" in table
    facts = tuple(_facts(parted, report, is_translation=is_translation))
    pictures = tuple(_pictures(parted, report)) if not is_translation else ()
    review = table.get("review")
    if not isinstance(review, dict):
        report.add(parted.lines.of("review"), "there is no [review] table", "add one with status, version and author")
        return None
    said = {name: str(review.get(name, "")) for name in ("version", "author", "change_note")}
    headings = tuple(_headings(parted.body))
    return TextFields(
        facts,
        ReviewFields(_status(review, text), **said),
        pictures,
        tuple((SectionKey(key), heading) for heading, key in headings if key in _SECTIONS),
        _uses(parted.body, table, is_topic="kind" in table or is_translation),
        is_translation,
        tuple(each for each in table.get("support", ()) if isinstance(each, str)),
    )


def _is_in_review(text: str) -> bool:
    from leaflet_app.library.front_matter import part  # noqa: PLC0415
    from leaflet_app.library.report import Report  # noqa: PLC0415

    parted = part(text, Report(""))
    review = parted.table.get("review", parted.table) if parted else None
    return isinstance(review, dict) and _status(review, text) == Status.IN_REVIEW.value


def _status(review: dict[str, Any], text: str) -> str:
    """Return how far a text says to have come; in review only with the words that were sent."""
    from leaflet_app.library.sent import is_as_sent  # noqa: PLC0415

    status = str(review.get("status", ""))
    is_changed = status == Status.IN_REVIEW.value and not is_as_sent(text.encode(), str(review.get("sent", "")))
    return Status.DRAFT.value if is_changed else status


def _facts(parted: Parted, report: Report, *, is_translation: bool) -> Iterator[FactFields]:
    from leaflet_app.library.schema import FactRow, TranslatedFactRow  # noqa: PLC0415
    from leaflet_app.library.tables import convert  # noqa: PLC0415

    facts = parted.table.get("facts", {})
    if not isinstance(facts, dict):
        report.add(parted.lines.of("facts"), "“facts” is not a table", "write [facts] above them")
        return
    for key, untrusted in facts.items():
        kind = TranslatedFactRow if is_translation else FactRow
        row: Any = convert(untrusted, kind, report, parted.lines, f"facts.{key}")
        if isinstance(row, FactRow):
            ends = (row.low, row.high, row.per, row.place, row.year, row.is_outlook, row.picture, row.sources)
            yield FactFields(key, row.text, row.words, *ends)
        elif row is not None:
            yield FactFields(key, row.text, row.words, picture=row.picture)


def _pictures(parted: Parted, report: Report) -> Iterator[PictureFields]:
    from leaflet_app.library.schema import PictureRow  # noqa: PLC0415
    from leaflet_app.library.tables import convert  # noqa: PLC0415

    rows = parted.table.get("pictures", [])
    for index, untrusted in enumerate(rows if isinstance(rows, list) else [rows]):
        row = convert(untrusted, PictureRow, report, parted.lines, f"pictures[{index}]")
        if row is not None:
            yield PictureFields(row.file, row.alt, row.section, row.caption)


def _headings(body: str) -> Iterator[tuple[str, str]]:
    for line in body.split("\n"):
        if found := _HEADING.match(line):
            yield found[1], found[2]


def _uses(body: str, table: Mapping[str, Any], *, is_topic: bool) -> dict[str, tuple[str, ...]]:
    """Return for each fact the headings below which it is printed, the table of a topic among them."""
    uses: dict[str, dict[str, None]] = {}
    if is_topic:
        uses = {key: {GLANCE: None} for key in table.get("facts", {}) if key in GLANCE_KEYS}
    heading = str(table.get("title", ""))
    for line in body.split("\n"):
        found = _HEADING.match(line)
        heading = found[1] if found else heading
        for key in _PLACE.findall(line):
            uses.setdefault(key, {})[heading] = None
    for row in table.get("pictures", []):
        for key in _PLACE.findall(str(row.get("caption", ""))) if isinstance(row, dict) else ():
            uses.setdefault(key, {})[f"the caption of {row.get('file', 'a picture')}"] = None
    return {key: tuple(headings) for key, headings in uses.items()}


def _table(text: str) -> dict[str, Any]:
    from leaflet_app.library.front_matter import part  # noqa: PLC0415
    from leaflet_app.library.report import Report  # noqa: PLC0415

    parted = part(text, Report(""))
    return parted.table if parted else {}


def _index(text: str, file: str) -> int:
    """Return which picture of a text has this file. Raises EditRefused."""
    from leaflet_app.domain.errors import EditRefused  # noqa: PLC0415

    rows = _table(text).get("pictures", [])
    found = (index for index, row in enumerate(rows) if isinstance(row, dict) and row.get("file") == file)
    index = next(found, None)
    if index is None:
        raise EditRefused(f"the text names no picture “{file}”", "Look at the text.")
    return index


def _in_old_order(before: object, now: Mapping[str, Any]) -> dict[str, Any]:
    """Return fields in the order in which they stood; what no form shows stays."""
    old = before if isinstance(before, dict) else {}
    known = {each.name for each in fields(FactFields)}
    kept = {name: now.get(name, each) for name, each in old.items() if name in now or name not in known}
    return {**kept, **{name: each for name, each in now.items() if name not in kept}}
