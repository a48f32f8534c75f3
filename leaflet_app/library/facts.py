"""The `[facts]` table: figures with what they rest on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from leaflet_app.domain.blocks import Run
from leaflet_app.domain.facts import Fact, Source
from leaflet_app.library.prose import figures_in
from leaflet_app.library.report import Report
from leaflet_app.library.schema import FactRow
from leaflet_app.library.tables import Lines, convert

DRAWN = (10, 100)
"""A picture shows a figure out of so many people."""

_KEY = re.compile(r"[a-z][a-z0-9_]{0,39}")


def read_facts(
    table: Mapping[str, Any], sources: Mapping[str, Source], report: Report, lines: Lines
) -> dict[str, Fact]:
    """Return the facts of a file by key, reporting figures without a source and sources that nobody lists."""
    facts = {}
    for key, untrusted in table.items():
        path = f"facts.{key}"
        if not _KEY.fullmatch(key):
            report.add(lines.of(path), f"“{key}” cannot name a fact", "use small letters, digits and _")
            continue
        row = convert(untrusted, FactRow, report, lines, path)
        if row is not None:
            facts[key] = _fact(row, sources, report, lines.of(path))
    return facts


def places(facts: Mapping[str, Fact]) -> dict[str, Run]:
    """Return what prose prints for each `{key}`."""
    return {key: Run(fact.text, fact=key) for key, fact in facts.items()}


def _fact(row: FactRow, sources: Mapping[str, Source], report: Report, line: int) -> Fact:
    if not row.text.strip():
        report.add(line, "this fact has no text", "write what the leaflet shall print")
    typed = [figure for _, figure in figures_in(row.text)]
    figures = typed or [f"{end:g}" for end in (row.low, row.high) if end is not None]
    if figures and not row.sources:
        report.add(line, f"the figure {figures[0]} has no source", 'add sources = ["..."] with ids of sources.toml')
    for unknown in (each for each in row.sources if each not in sources):
        report.add(line, f"no source is called “{unknown}”", "use an id of sources.toml or add the source there")
    if row.per is not None and row.per < 1:
        report.add(line, "“per” is not a count of people", "write how many people the figure is out of")
    if row.low is not None and row.high is not None and row.low > row.high:
        report.add(line, "“low” is more than “high”", "exchange them")
    known = tuple(sources[each] for each in row.sources if each in sources)
    fact = Fact(
        row.text, known, row.low, row.high, row.per, row.place, row.year, row.words, row.is_outlook, row.picture
    )
    _check_words(fact, report, line)
    return fact


def _check_words(fact: Fact, report: Report, line: int) -> None:
    """Report a count of people that cannot be said without figures, or that has a picture of what cannot be drawn."""
    if fact.is_chance and not fact.words:
        report.add(
            line, "this figure has no words to stand in for it", 'add words = "..." that say it without a number'
        )
    if next(figures_in(fact.words), None):
        report.add(line, "the words still hold a figure", "say it without a number")
    if fact.picture and not (fact.is_chance and fact.per in DRAWN):
        report.add(line, "this figure cannot be drawn as people", "give low, and per = 10 or 100, or drop “picture”")
