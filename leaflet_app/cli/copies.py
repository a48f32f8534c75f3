"""Make a copy of one leaflet for each person of a list."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TextIO, Unpack

import click

from leaflet_app.cli.doors import Doors
from leaflet_app.cli.noted import told_if_not_noted
from leaflet_app.cli.options import LeafletOptions, leaflet_options, selected
from leaflet_app.domain.copies import Master, Tally
from leaflet_app.domain.days import DayOrder
from leaflet_app.domain.leaflet import Leaflet
from leaflet_app.domain.selection import Selection
from leaflet_app.services.crews import crew_for
from leaflet_app.services.desk import Desk
from leaflet_app.services.leaving import see_off
from leaflet_app.services.make_copies import Copying, copy_folder, leaflet_for_anyone, open_list
from leaflet_app.services.make_one_file import Binding
from leaflet_app.services.make_one_file import one_file as path_of
from leaflet_app.services.register import note_copies

MOST_WORKERS = 64
HEADING_AND_END = 2
"""Lines of a list that are no rows: the first, and what is counted behind the last line's end."""

REFUSED, STOPPED = 2, 130
"""How the command ends when rows got no copy, and when someone pressed Ctrl+C."""

EPILOG = """\b
The list is a CSV file, as Excel saves it, with a column “Name”, “Reference” or both. A column “Date” may hold the day
that each copy is for. Other columns are passed over.

\b
Examples:
  leaflet-app copies --topics insulinoma --recipients people.csv --output copies
  leaflet-app copies --topics net-overview,coping --recipients clinic.csv --output copies --format large
  leaflet-app copies --set "New insulinoma patient" --recipients people.csv --output copies --one-file
  leaflet-app copies --topics coping --recipients people.csv --output copies --dates day-first
"""


class Options(LeafletOptions):
    """The options that shape the leaflet, and who makes the copies."""

    dates: str | None
    workers: int | None
    cluster: str


@click.command(epilog=EPILOG)
@click.option(
    "--recipients",
    required=True,
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="The list of people, a CSV file. Its words go nowhere but on the pages.",
)
@click.option(
    "--output", required=True, metavar="DIR", type=click.Path(path_type=Path), help="The folder for the copies."
)
@leaflet_options
@click.option(
    "--dates",
    type=click.Choice([each.value for each in DayOrder]),
    help="What comes first in a date such as 03/04/2026; without it such a row is refused.",
)
@click.option("--workers", type=click.IntRange(1, MOST_WORKERS), help="How many processes make copies at once.")
@click.option("--cluster", default="", metavar="ADDRESS", help="A Dask scheduler whose workers make the copies.")
@click.option("--one-file", is_flag=True, help="One PDF of all copies, for a print shop: each begins on a new sheet.")
@click.pass_context
def copies(
    context: click.Context, recipients: Path, output: Path, *, one_file: bool, **options: Unpack[Options]
) -> None:
    """Make a copy of one leaflet for each person of a list.

    Every copy is a file named by the leaflet's code and the line of its row, never by a person. A row that cannot be
    printed is told by its line, and the rest goes on. Run the same command again to go on where it stopped: copies
    that are finished stay as they are.
    """
    doors: Doors = context.obj
    if one_file and (options["workers"] or options["cluster"]):
        raise click.UsageError("--one-file is written by one process. Leave out --workers and --cluster.")
    desk = doors.open_desk()
    people = open_list(recipients, DayOrder(options["dates"]) if options["dates"] else None)
    selection = selected(desk, options)
    see_off(desk, selection)
    leaflet = leaflet_for_anyone(desk.library, selection)
    master = desk.master_of(leaflet, selection.look)
    wording = desk.library.in_language(selection.language).wording
    place = path_of(output, leaflet) if one_file else output
    note = partial(_note, desk, leaflet, selection, master)
    with _progress(people.lines) as told:
        if one_file:
            tally = Binding(people, wording, desk.begin_file, told).make(master, place)
            note(tally)
        else:
            copying = Copying(people, wording, copy_folder(output, leaflet), told)
            with (
                crew_for(people.lines, workers=options["workers"], cluster=options["cluster"]) as crew,
                _at_the_end(note, copying.tally),
            ):
                tally = copying.make(master, crew)
    if tally.is_stopped:
        _tell(_told_stopped(tally, place, one_file=one_file))
    else:
        _tell(_told(desk, leaflet, tally, place, one_file=one_file))
    _tell(_told_refused(tally, one_file=one_file), err=True)
    if tally.is_stopped or tally.refused:
        context.exit(STOPPED if tally.is_stopped else REFUSED)


def _note(desk: Desk, leaflet: Leaflet, selection: Selection, master: Master, tally: Tally) -> None:
    """Note in the register the copies that were made, if any were."""
    if tally.made:
        with told_if_not_noted():
            note_copies(desk, leaflet, selection, pages=master.pages, copies=tally.made)


@contextmanager
def _at_the_end(note: Callable[[Tally], None], tally: Tally) -> Iterator[None]:
    """Note the copies that there are, whatever stopped the rest."""
    try:
        yield
    finally:
        note(tally)


def _tell(lines: Iterable[str], *, err: bool = False) -> None:
    for line in lines:
        click.echo(line, err=err)


@contextmanager
def _progress(lines: int) -> Iterator[Callable[[Tally], None]]:
    """Show how far it is and how long it takes, where a person looks on."""
    stderr: TextIO | None = sys.stderr
    if stderr is None or not stderr.isatty():
        yield lambda _tally: None
        return
    with click.progressbar(length=max(1, lines - HEADING_AND_END), label="Making copies", file=stderr) as bar:
        yield lambda tally: bar.update(tally.seen - bar.pos)


def _told_stopped(tally: Tally, place: Path, *, one_file: bool) -> Iterator[str]:
    """Yield what is there although someone pressed Ctrl+C."""
    if one_file:
        yield "Stopped. Nothing was written."
        return
    yield f"Stopped. {_counted(tally.made + tally.kept)} in {place}, each of them whole."
    yield "Run the same command again: it goes on where it stopped."


def _told(desk: Desk, leaflet: Leaflet, tally: Tally, place: Path, *, one_file: bool) -> Iterator[str]:
    """Yield what a person should know of the copies."""
    yield f"Made {_counted(tally.made)} in {place}, code {leaflet.code}" if tally.made else "Made no copy"
    if tally.kept:
        yield f"Kept {_counted(tally.kept)} that had been made before"
    if not one_file and tally.made + tally.kept:
        yield f"A number at the end of a name is the line of the list: leaflet-{leaflet.code}-000002.pdf is for line 2."
    if tally.strays:
        yield f"The folder also holds {_counted(tally.strays)} for other lists. Take them out before you go on."
    if leaflet.needs_review:
        yield f"{desk.library.wording.draft_banner}. {desk.library.wording.draft_what}"


def _told_refused(tally: Tally, *, one_file: bool) -> Iterator[str]:
    """Yield the rows that got no copy, first to last."""
    yield from map(str, sorted(tally.faults))
    if tally.refused > len(tally.faults):
        yield f"and {tally.refused - len(tally.faults):,} more rows"
    if tally.refused:
        rows = "1 row has" if tally.refused == 1 else f"{tally.refused:,} rows have"
        then = "the file is written anew" if one_file else "finished copies are kept"
        yield f"{rows} no copy. Mend the list and run the same command again: {then}."


def _counted(copies_made: int) -> str:
    return "1 copy" if copies_made == 1 else f"{copies_made:,} copies"
