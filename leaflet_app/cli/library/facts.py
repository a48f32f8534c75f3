"""List the facts of the library with what they rest on."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby

import click

from leaflet_app.cli.doors import Doors
from leaflet_app.domain.counted import counted
from leaflet_app.domain.facts import Fact
from leaflet_app.services.list_facts import Entry, WithheldPhone, list_facts, withheld_phones

EPILOG = """\b
Examples:
  leaflet-app library facts
  leaflet-app library facts --json
"""


@click.command(epilog=EPILOG)
@click.option("--json", "as_json", is_flag=True, help="Print them for other programs to read.")
@click.pass_obj
def facts(doors: Doors, as_json: bool) -> None:  # noqa: FBT001  (click names its flags)
    """List every fact: its sources, the days since the oldest was read, and where leaflets use it.

    A fact is stale when one of its sources was last read more than a year ago. Below stand the organisations that are
    printed without a phone number, and why.
    """
    desk = doors.open_desk()
    entries = list_facts(desk.library, desk.today())
    phones = withheld_phones(desk.library, desk.today())
    if as_json:
        ledger = {"facts": [*map(_described, entries)], "phones_not_printed": [*map(_withheld, phones)]}
        click.echo(json.dumps(ledger, ensure_ascii=False, indent=2))
        return
    for line in (*_told(entries), *_told_phones(phones)):
        click.echo(line)


def _told(entries: Iterable[Entry]) -> Iterator[str]:
    told = tuple(entries)
    for topic, those in groupby(told, key=lambda entry: entry.topic):
        yield topic
        for entry in those:
            yield f"  {entry.key}: {entry.fact.text}"
            yield f"      {'; '.join(_about(entry))}"
        yield ""
    stale = sum(entry.is_stale for entry in told)
    unsourced = sum(not entry.fact.sources for entry in told)
    yield f"{counted(len(told), 'fact')}: {stale} stale, {unsourced} without a source."


def _about(entry: Entry) -> Iterator[str]:
    """Yield what a person wants to know of a fact: its figures, sources, age and places."""
    fact = entry.fact
    if numbers := _numbers(fact):
        yield numbers
    if where := ", ".join(str(each) for each in (fact.place, fact.year) if each):
        yield where
    if fact.sources:
        yield ", ".join(source.id for source in fact.sources)
        yield f"read {counted(entry.days_since_check or 0, 'day')} ago{', stale' if entry.is_stale else ''}"
    else:
        yield "no source"
    yield f"in {', '.join(entry.used_in)}" if entry.used_in else "used nowhere"


def _numbers(fact: Fact) -> str:
    ends = dict.fromkeys(f"{end:g}" for end in (fact.low, fact.high) if end is not None)
    return f"{' to '.join(ends)}{f' in {fact.per:,}' if fact.per else ''}" if ends else ""


def _told_phones(phones: Iterable[WithheldPhone]) -> Iterator[str]:
    told = tuple(phones)
    yield ""
    yield f"{counted(len(told), 'organisation')} without a phone number in print{':' if told else '.'}"
    for organisation, why in told:
        yield f"  {organisation.id}: {organisation.name}; {why}"


def _described(entry: Entry) -> dict[str, object]:
    fact = entry.fact
    return {
        "topic": entry.topic,
        "key": entry.key,
        "text": fact.text,
        "low": fact.low,
        "high": fact.high,
        "per": fact.per,
        "place": fact.place,
        "year": fact.year,
        "sources": [{"id": each.id, "accessed": each.accessed.isoformat()} for each in fact.sources],
        "days_since_check": entry.days_since_check,
        "is_stale": entry.is_stale,
        "used_in": list(entry.used_in),
    }


def _withheld(phone: WithheldPhone) -> dict[str, str | None]:
    organisation, why = phone
    checked = organisation.verified_on
    return {
        "id": organisation.id,
        "name": organisation.name,
        "phone": organisation.phone,
        "verified_on": checked.isoformat() if checked else None,
        "why": why,
    }
