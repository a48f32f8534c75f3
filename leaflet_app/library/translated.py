"""Read the translation of one topic, or of one text that topics share.

It says the same as the English text, which alone holds figures, sources and what belongs together.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from leaflet_app.domain.facts import Fact
from leaflet_app.domain.languages import Translated
from leaflet_app.domain.review import Review, Status
from leaflet_app.domain.topic import SharedBlock, Topic, Urgency, UrgentLine
from leaflet_app.domain.wording import Wording
from leaflet_app.library.facts import places
from leaflet_app.library.files import Files
from leaflet_app.library.prose import check_words
from leaflet_app.library.report import Report
from leaflet_app.library.reviews import read_review
from leaflet_app.library.schema import TranslatedFactRow, TranslatedSharedRow, TranslatedTopicRow
from leaflet_app.library.sections import LEADS, Parts, read_parts
from leaflet_app.library.tables import Lines, convert
from leaflet_app.library.topic_pictures import read_translated_pictures
from leaflet_app.library.topics import check_name, check_opening, linked_pieces, parted_text, shared_blocks
from leaflet_app.library.translated_from import translated_from
from leaflet_app.library.unfinished import tell_unfinished

_GROUPED = re.compile(r"(?<=\d)[,.\s](?=\d{3}(?!\d))")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")


def read_translated_topic(
    files: Files, report: Report, english: Topic, wording: Wording, topics: Collection[str]
) -> Topic | None:
    """Return the English topic in another language; None after reporting any fault."""
    parted = parted_text(files, report)
    row = convert(parted.table, TranslatedTopicRow, report, parted.lines) if parted else None
    if parted is None or row is None:
        return None
    lines = parted.lines
    check_opening(row, report, lines)
    if bool(row.recap) != bool(english.recap):
        report.add(
            lines.of("recap"), "the English text and this one do not both have a recap", "write it, or leave it out"
        )
    translated = translated_from(files, row.translates, report, lines)
    review = _review(files, row.review, english.review, translated, report, lines)
    facts = _facts(row.facts, english.facts, report, lines)
    parts = read_parts(linked_pieces(parted, facts, topics, report), report, LEADS | leads_of(wording))
    _check_parts(parts, english, translated, report, parted.body_line)
    pictures = read_translated_pictures(row, english.pictures, places(facts), report, lines)
    tell_unfinished(files, report, parted)
    if review is None or report.faults:
        return None
    return replace(
        english,
        title=row.title,
        lang=row.lang,
        purpose=row.purpose,
        recap=row.recap,
        aliases=row.aliases,
        review=review,
        facts=facts,
        sections=parts.sections,
        urgent=tuple(replace(line, lang=row.lang) for line in parts.urgent),
        questions=parts.questions,
        pictures=pictures,
        translated=translated,
    )


def read_translated_shared(
    files: Files, report: Report, english: SharedBlock, topics: Collection[str]
) -> SharedBlock | None:
    """Return the English shared text in another language; None after reporting any fault."""
    parted = parted_text(files, report)
    row = convert(parted.table, TranslatedSharedRow, report, parted.lines) if parted else None
    if parted is None or row is None:
        return None
    check_name(row, report, parted.lines)
    check_words(row.title, parted.lines.of("title"), report)
    translated = translated_from(files, row.translates, report, parted.lines)
    review = _review(files, row.review, english.review, translated, report, parted.lines)
    facts = _facts(row.facts, english.facts, report, parted.lines)
    blocks = shared_blocks(parted, facts, topics, report)
    tell_unfinished(files, report, parted)
    if review is None or report.faults:
        return None
    return replace(
        english, title=row.title, blocks=blocks, review=review, facts=facts, lang=row.lang, translated=translated
    )


def _review(
    files: Files, untrusted: dict[str, Any], english: Review, translated: Translated, report: Report, lines: Lines
) -> Review | None:
    """Return the review of a translation: retired with its English text, and approved only after it."""
    review = read_review(files, untrusted, report, lines)
    if review is None or english.status is Status.RETIRED:
        return review and replace(review, status=Status.RETIRED)
    if review.status is Status.APPROVED and english.status is not Status.APPROVED and not translated.is_stale:
        wrong = "the English text is not approved, so its translation cannot be"
        report.add(lines.of("review.status"), wrong, "set it to draft until the English text is approved")
    return review


def leads_of(wording: Wording) -> dict[str, Urgency]:
    """Return the three bold lines of “Get help fast” in a language."""
    return {
        wording.emergency_lead: Urgency.EMERGENCY,
        wording.same_day_lead: Urgency.SAME_DAY,
        wording.advice_lead: Urgency.ADVICE,
    }


def _facts(table: Mapping[str, Any], english: Mapping[str, Fact], report: Report, lines: Lines) -> dict[str, Fact]:
    """Return the English facts in other words, reporting those that are missing or whose figures differ."""
    for key in (key for key in english if key not in table):
        report.add(lines.of("facts"), f"the fact “{key}” is missing", "translate it from the English text")
    facts = {}
    for key, untrusted in table.items():
        path = f"facts.{key}"
        if key not in english:
            report.add(lines.of(path), f"the English text has no fact “{key}”", "remove it")
            continue
        row = convert(untrusted, TranslatedFactRow, report, lines, path)
        if row is not None:
            facts[key] = _fact(key, row, english[key], report, lines.of(path))
    return facts


def _fact(key: str, row: TranslatedFactRow, english: Fact, report: Report, line: int) -> Fact:
    for field in ("text", "words", "picture"):
        said, meant = getattr(row, field), getattr(english, field)
        if bool(said.strip()) != bool(meant):
            wrong = f"“{field}” of “{key}” is not in both languages"
            report.add(line, wrong, "translate what the English text has, and no more")
        elif _figures(said) != _figures(meant):
            wrong = f"the figures of “{key}” are not those of the English text (“{meant}”)"
            report.add(line, wrong, "write the same figures, with the digits 0 to 9")
    return replace(english, text=row.text, words=row.words, picture=row.picture)


def _figures(text: str) -> list[str]:
    """Return the numbers of a text, written one way: 15,222 and 15 222 are the same, and so are 1.5 and 1,5."""
    return sorted(number.replace(",", ".") for number in _NUMBER.findall(_GROUPED.sub("", text)))


def _check_parts(parts: Parts, english: Topic, translated: Translated, report: Report, line: int) -> None:
    """Report reasons to get help that differ, and sections that differ though the English text has not changed."""
    if _reasons(parts.urgent) != _reasons(english.urgent):
        wrong = "“Get help fast” does not give the reasons of the English text"
        report.add(line, wrong, "write each of them below the same bold line, in the same order, with the same {#id}")
    keys = {section.key for section in parts.sections}, {section.key for section in english.sections}
    if keys[0] != keys[1] and not translated.is_stale:
        differing = ", ".join(sorted(f"{{#{key.value}}}" for key in keys[0] ^ keys[1]))
        report.add(line, f"these sections are not in both languages: {differing}", "translate all, and no more")


def _reasons(lines: Sequence[UrgentLine]) -> list[tuple[Urgency, str]]:
    return [(line.urgency, line.id) for line in lines]
