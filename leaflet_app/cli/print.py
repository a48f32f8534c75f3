"""Make a leaflet and print it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from time import sleep
from types import MappingProxyType
from typing import TypedDict, Unpack

import click

from leaflet_app.cli.doors import Doors
from leaflet_app.cli.options import (
    LeafletOptions,
    PersonalOptions,
    addressed,
    leaflet_options,
    personal_options,
    selected,
)
from leaflet_app.cli.settings_told import tell_unfit
from leaflet_app.domain.counted import counted
from leaflet_app.domain.print_words import SAVE_INSTEAD, standing_said
from leaflet_app.domain.printing import PAPERS_MM, Ink, JobState, PrintChoices, PrintJob, Sides
from leaflet_app.services.desk import Desk
from leaflet_app.services.print_leaflet import Printed, liked_choices, print_leaflet, printers, standing

SIDES = MappingProxyType({"one": Sides.ONE, "long": Sides.LONG_EDGE, "short": Sides.SHORT_EDGE})
INKS = MappingProxyType({"colour": Ink.COLOUR, "grey": Ink.GREY})
NOT_PRINTED = 2
LOOK_AGAIN = 1.0
"""Seconds between two looks at a job."""

EPILOG = """\b
Examples:
  leaflet-app print --topics insulinoma
  leaflet-app print --topics insulinoma --printer Front_desk --copies 2 --sides long
  leaflet-app print --topics net-overview,insulinoma --pages 1-2 --ink grey
  leaflet-app print --topics insulinoma --booklet --wait
  leaflet-app print --list-printers
"""


class PrintOptions(TypedDict):
    """How the leaflet is printed; what is not given is as this place likes it."""

    printer: str | None
    copies: int | None
    pages: str
    sides_name: str | None
    ink_name: str | None
    paper: str | None


class Options(LeafletOptions, PersonalOptions, PrintOptions):
    """What shapes the leaflet, whom it is for, and how it is printed."""


@click.command(epilog=EPILOG)
@click.option("--printer", metavar="NAME", help="The printer, by its name in --list-printers.")
@click.option("--copies", type=click.IntRange(1, 99), help="How many copies.")
@click.option("--pages", default="", metavar="1-2,4", help="These pages only.")
@click.option("--sides", "sides_name", type=click.Choice(list(SIDES)), help="One side, or both: flip on which edge.")
@click.option("--ink", "ink_name", type=click.Choice(list(INKS)), help="In colour, or in black and grey.")
@click.option("--paper", type=click.Choice(list(PAPERS_MM)), help="Another paper than the leaflet is laid out on.")
@click.option("--booklet", "as_booklet", is_flag=True, help="Print it as an A5 booklet on A4, to fold in the middle.")
@click.option("--wait", "waits", is_flag=True, help="Stay, and say how far it is, until it has left the queue.")
@click.option("--list-printers", "lists_printers", is_flag=True, help="List the printers of this computer instead.")
@leaflet_options
@personal_options
@click.pass_obj
def print(  # noqa: A001  (its name on the command line)
    doors: Doors,
    as_booklet: bool,  # noqa: FBT001  (click's flags)
    waits: bool,  # noqa: FBT001
    lists_printers: bool,  # noqa: FBT001
    **options: Unpack[Options],
) -> None:
    """Make one leaflet from the topics you name, and print it as this place likes to print."""
    desk = doors.open_desk()
    tell_unfit(desk)
    if lists_printers:
        for line in _listed(desk):
            click.echo(line)
        return
    selection = addressed(selected(desk, options), options)
    printed = print_leaflet(desk, selection, _chosen(desk, options), as_booklet=as_booklet)
    for line in _told(printed):
        click.echo(line)
    if printed.unnoted:
        click.echo(printed.unnoted, err=True)
    if waits and not _is_printed(desk, printed.job):
        raise click.exceptions.Exit(NOT_PRINTED)


def _chosen(desk: Desk, options: PrintOptions) -> PrintChoices:
    liked = liked_choices(desk)
    return replace(
        liked,
        printer=liked.printer if options["printer"] is None else options["printer"],
        copies=options["copies"] or liked.copies,
        pages=options["pages"],
        sides=SIDES[options["sides_name"]] if options["sides_name"] else liked.sides,
        ink=INKS[options["ink_name"]] if options["ink_name"] else liked.ink,
        paper=options["paper"] or liked.paper,
    )


def _listed(desk: Desk) -> Iterator[str]:
    """Yield a line for each printer: the name to use, what people call it, what it can do and how it is."""
    if not desk.tools.printing.takes_choices:
        yield f"This computer does not say which printers it has. {SAVE_INSTEAD}"
        return
    for printer in printers(desk):
        able = (
            "the default" if printer.is_default else "",
            "both sides" if printer.is_two_sided else "",
            "colour" if printer.is_colour else "",
            " ".join(printer.papers),
            printer.said,
        )
        said = ", ".join(filter(None, able))
        yield f"{printer.name}  {printer.description}" + (f" ({said})" if said else "")


def _told(printed: Printed) -> Iterator[str]:
    """Yield what a person should know of the leaflet that a printer just took."""
    choices, made = printed.choices, printed.made
    pages = f"pages {choices.pages}" if choices.pages else counted(made.rendered.pages, "page")
    copies = f", {choices.copies} copies" if choices.copies > 1 else ""
    yield f"Sent to {printed.job.printer or 'the printer'}: {pages}{copies}, code {made.leaflet.code}"
    if choices.is_fitted:
        yield f"The pages are made smaller to fit {choices.paper}."


def _is_printed(desk: Desk, job: PrintJob) -> bool:
    """Say how far a job is until it is over; tell whether it came out as far as anyone knows."""
    said = ""
    while True:
        stands = standing(desk, job)
        if said != (said := standing_said(stands, job.printer or "the printer")):
            click.echo(said)
        if stands.state.is_over:
            return stands.state in {JobState.DONE, JobState.GONE}
        sleep(LOOK_AGAIN)
