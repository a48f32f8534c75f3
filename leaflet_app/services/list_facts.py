"""List every fact with its age and where it is used, and every phone number that leaflets leave out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from leaflet_app.domain.blocks import Bullets, Paragraph, lines_of
from leaflet_app.domain.facts import Fact
from leaflet_app.domain.library import Library
from leaflet_app.domain.organisations import Organisation
from leaflet_app.domain.topic import GLANCE_KEYS

GLANCE = "glance"
"""The name of the table of facts at a glance among the places where a fact is used."""


class Entry(NamedTuple):
    """A fact of a topic, or of a text that topics share (`shared/ID`), as it stands on a day."""

    topic: str
    key: str
    fact: Fact
    days_since_check: int | None
    is_stale: bool
    used_in: tuple[str, ...]


class WithheldPhone(NamedTuple):
    """An organisation that is printed without a phone number, and why."""

    organisation: Organisation
    why: str


def list_facts(library: Library, on: date) -> tuple[Entry, ...]:
    """Return the facts of all topics in the order of lists, then those of shared texts."""
    entries: list[Entry] = []
    for topic in (topic for _, those in library.by_site() for topic in those):
        parts = {section.key.value: section.blocks for section in topic.sections}
        entries += _entries(topic.id, topic.facts, GLANCE_KEYS, parts, on)
    for block in library.shared.values():
        entries += _entries(f"shared/{block.id}", block.facts, (), {"text": block.blocks}, on)
    return tuple(entries)


def withheld_phones(library: Library, on: date) -> tuple[WithheldPhone, ...]:
    """Return the organisations whose phone number leaflets made on a day leave out."""
    return tuple(WithheldPhone(each, _why(each)) for each in library.organisations.values() if not each.phone_on(on))


def _entries(
    topic: str,
    facts: Mapping[str, Fact],
    glance_keys: Sequence[str],
    parts: Mapping[str, Sequence[Paragraph | Bullets]],
    on: date,
) -> Iterator[Entry]:
    named = {part: {run.fact for line in lines_of(blocks) for run in line} for part, blocks in parts.items()}
    for key, fact in facts.items():
        glance = (GLANCE,) if key in glance_keys else ()
        used_in = (*glance, *(part for part, keys in named.items() if key in keys))
        yield Entry(topic, key, fact, fact.days_since_check(on), fact.is_stale(on), used_in)


def _why(organisation: Organisation) -> str:
    if not organisation.phone:
        return "no number is known"
    if organisation.verified_on is None:
        return "nobody has checked the number yet"
    return f"the number was last checked on {organisation.verified_on}, more than a year ago"
