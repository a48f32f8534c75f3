"""Read the register: what was given, when, how and by whom."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypedDict, Unpack

import click

from leaflet_app.cli.doors import Doors
from leaflet_app.cli.noted import told_if_not_noted
from leaflet_app.cli.options import OVERDUE_REASON
from leaflet_app.domain.counted import counted
from leaflet_app.domain.given import Given, Way
from leaflet_app.domain.given_words import Titles, moment_said, topics_said, way_and_copies
from leaflet_app.domain.passport import read_passport
from leaflet_app.domain.sought import Counts, Sought, count
from leaflet_app.services.register_correcting import save_corrected
from leaflet_app.services.register_export import ExportAs, described, described_counts, export, titles_of
from leaflet_app.services.register_reading import entries, entry_named, find
from leaflet_app.services.save_leaflet import pour, save

STDOUT = "-"
NAME_LETTERS = 8
"""So many letters of an entry's id name it on a screen."""

UNREADABLE = 2
"""How the command ends when entries are missing because the register could not be read."""

NOTHING = MappingProxyType(
    {True: "The register is empty. It fills as leaflets are printed, saved and sent.", False: "No entry fits."}
)

EPILOG = """\b
Examples:
  leaflet-app register list
  leaflet-app register list --from 2026-11-01 --topic insulinoma --count
  leaflet-app register list --topic insulinoma --version 1.0.0
  leaflet-app register list --passport CL-7K3M9Q-X8
  leaflet-app register export --output register.csv --as csv
  leaflet-app register export --output register.json --as fhir --from 2026-11-01
  leaflet-app register corrected 3f2a91bc --output corrected.pdf
"""


class Filters(TypedDict):
    """Which entries are wanted."""

    since: datetime | None
    until: datetime | None
    topic: str
    version: str
    way_name: str | None
    desk_name: str
    code: str


_DAY = click.DateTime(["%Y-%m-%d"])
_FILTERS = (
    click.option("--from", "since", type=_DAY, metavar="DAY", help="Given on this day or later: 2026-11-22."),
    click.option("--until", type=_DAY, metavar="DAY", help="Given on this day or before."),
    click.option("--topic", default="", metavar="NAME", help="With this topic."),
    click.option("--version", default="", metavar="VERSION", help="With the topic's text in this version."),
    click.option("--way", "way_name", type=click.Choice([each.value for each in Way]), help="How it was given."),
    click.option("--desk", "desk_name", default="", metavar="NAME", help="Given at this desk."),
    click.option("--passport", "code", default="", metavar="CODE", help="With this code at the foot of its pages."),
)


def _filters(command: Callable[..., Any]) -> Callable[..., Any]:
    for option in reversed(_FILTERS):
        command = option(command)
    return command


@click.group(epilog=EPILOG)
def register() -> None:
    """Read what was given: when, what, how and by whom. No patient is named."""


@register.command("list", epilog=EPILOG)
@_filters
@click.option("--count", "counts_only", is_flag=True, help="Count the leaflets by topic, by way and by month.")
@click.option("--json", "as_json", is_flag=True, help="Print it for other programs to read.")
@click.pass_obj
def list_entries(doors: Doors, *, counts_only: bool, as_json: bool, **filters: Unpack[Filters]) -> None:
    """List what was given, the newest first; the last word of each line names the entry.

    Exits 2 where the register cannot be read now; what is listed then is what waits on this desk.
    """
    desk = doors.open_desk()
    sought = _sought(filters)
    found = find(desk, sought)
    if as_json:
        plain = described_counts(found.counts) if counts_only else [*map(described, found.entries)]
        click.echo(json.dumps(plain, ensure_ascii=False, indent=2))
    elif not found.entries:
        click.echo(NOTHING[sought == Sought()] if found.is_whole else "The register cannot be read now.")
    else:
        titles = titles_of(desk.library)
        for line in _told_counts(found.counts, titles) if counts_only else _told(found.entries, titles):
            click.echo(line)
    if found.notice:
        click.echo(found.notice, err=True)
    if not found.is_whole:
        raise click.exceptions.Exit(UNREADABLE)


@register.command("export", epilog=EPILOG)
@_filters
@click.option("--output", required=True, metavar="FILE", help="The file to write; “-” is standard output.")
@click.option(
    "--as",
    "kind",
    type=click.Choice([each.value for each in ExportAs]),
    default=ExportAs.CSV.value,
    help="A table for Excel, or FHIR R4 for a patient record system.",
)
@click.pass_obj
def export_entries(doors: Doors, output: str, kind: str, **filters: Unpack[Filters]) -> None:
    """Write what was given to a file, the newest first."""
    desk = doors.open_desk()
    fitting = entries(desk, _sought(filters))
    content = export(desk, fitting, ExportAs(kind))
    if output == STDOUT:
        pour(sys.stdout.buffer, content)
        return
    save(Path(output), content)
    click.echo(f"Saved {output}, {counted(count(fitting).leaflets, 'leaflet')} given.")


@register.command("corrected", epilog=EPILOG)
@click.argument("name", metavar="ENTRY")
@click.option("--output", required=True, metavar="FILE", type=click.Path(path_type=Path), help="The PDF to write.")
@click.option("--overdue-reason", default="", metavar="TEXT", help=OVERDUE_REASON)
@click.pass_obj
def correct_entry(doors: Doors, name: str, output: Path, overdue_reason: str) -> None:
    """Save today's text of a leaflet that was given, with what has changed since; ENTRY is its name in the list."""
    desk = doors.open_desk()
    given = entry_named(desk, name)
    with told_if_not_noted():
        save_corrected(desk, given, output, overdue_reason)
    click.echo(f"Saved {output}, which corrects {given.passport}.")


def _sought(filters: Filters) -> Sought:
    return Sought(
        since=filters["since"].date() if filters["since"] else None,
        until=filters["until"].date() if filters["until"] else None,
        topic=filters["topic"],
        version=filters["version"],
        way=Way(filters["way_name"]) if filters["way_name"] else None,
        desk=filters["desk_name"],
        passport=read_passport(filters["code"]) if filters["code"] else "",
    )


def _told(given: tuple[Given, ...], titles: Titles) -> Iterator[str]:
    rows = [_cells(each, titles) for each in given]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _cells(given: Given, titles: Titles) -> tuple[str, ...]:
    paper = given.selection.format.label
    name = given.id[:NAME_LETTERS]
    return (
        moment_said(given),
        way_and_copies(given),
        topics_said(given, titles),
        paper,
        given.passport,
        given.desk,
        given.user,
        name,
    )


def _told_counts(counts: Counts, titles: Titles) -> Iterator[str]:
    yield f"{counted(counts.leaflets, 'leaflet')} given."
    parts = (
        ("By topic", {titles.get(topic, topic): number for topic, number in counts.by_topic.items()}),
        ("By way", {way.label: number for way, number in counts.by_way.items()}),
        ("By month", counts.by_month),
    )
    for heading, numbers in parts:
        yield ""
        yield heading
        width = max(map(len, numbers))
        for name, number in numbers.items():
            yield f"  {name:<{width}}  {number:>5}"
