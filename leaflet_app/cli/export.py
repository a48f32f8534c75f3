"""Make a leaflet and save it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType
from typing import Unpack

import click

from leaflet_app.cli.doors import Doors
from leaflet_app.cli.noted import told_if_not_noted
from leaflet_app.cli.options import (
    LeafletOptions,
    PersonalOptions,
    addressed,
    leaflet_options,
    personal_options,
    selected,
    split,
)
from leaflet_app.cli.password import NOT_FOR_ARCHIVES, ask_password, password_option
from leaflet_app.domain.blocks import TearOff
from leaflet_app.domain.counted import counted
from leaflet_app.domain.given import Way
from leaflet_app.domain.leaflet import Leaflet
from leaflet_app.domain.selection import Selection
from leaflet_app.services.desk import Desk
from leaflet_app.services.leaving import see_off
from leaflet_app.services.make_leaflet import Made, could_leave_out, how_to_print, make_leaflet
from leaflet_app.services.register import note_given
from leaflet_app.services.save_leaflet import pour, save

STDOUT = "-"
ALSO = MappingProxyType({"html": ".html", "text": ".txt"})
"""What --also offers, and how such a file's name ends."""

WOULD_HARM = 3
"""How --strict ends when something in the leaflet would do harm."""

EPILOG = """\b
Examples:
  leaflet-app export --topics insulinoma --output leaflet.pdf
  leaflet-app export --topics net-overview,insulinoma --output leaflet.pdf --format large
  leaflet-app export --topics insulinoma --output leaflet.pdf --format booklet --theme legible-cream
  leaflet-app export --topics insulinoma --output page.pdf --summary
  leaflet-app export --topics insulinoma --output leaflet.pdf --tear-off
  leaflet-app export --topics insulinoma --output leaflet.pdf --language cy
  leaflet-app export --topics insulinoma --output leaflet.pdf --language cy --beside en-GB
  leaflet-app export --topics insulinoma --output leaflet.pdf --without questions --also html,text
  leaflet-app export --topics insulinoma --output leaflet.pdf --detail pictures --without-outlook
  leaflet-app export --topics insulinoma --output leaflet.pdf --check --strict
  leaflet-app export --topics coping --output - > leaflet.pdf
  leaflet-app export --topics insulinoma --output leaflet.pdf --password
  leaflet-app export --set "New insulinoma patient" --output leaflet.pdf
"""


class Options(LeafletOptions, PersonalOptions):
    """The options that shape the leaflet itself, and whether it is protected and checked."""

    is_protected: bool
    is_checked: bool
    is_strict: bool


def _split_also(context: click.Context, parameter: click.Parameter, text: str) -> tuple[str, ...]:
    chosen = split(context, parameter, text)
    for each in chosen:
        if each not in ALSO:
            raise click.BadParameter(f"“{each}” is not one of {', '.join(ALSO)}.")
    return chosen


@click.command(epilog=EPILOG)
@click.option("--output", required=True, metavar="FILE", help="The PDF to write; “-” writes it to standard output.")
@leaflet_options
@personal_options
@click.option("--also", default="", metavar="html,text", callback=_split_also, help="Write these beside the PDF too.")
@password_option
@click.option("--check", "is_checked", is_flag=True, help="Check the leaflet and say what to look at.")
@click.option(
    "--strict", "is_strict", is_flag=True, help="Check it, and end with 3 when something in it would do harm."
)
@click.pass_obj
def export(doors: Doors, output: str, also: tuple[str, ...], **options: Unpack[Options]) -> None:
    """Make one leaflet from the topics you name, and save it as PDF."""
    pdf = Path(output)
    if also and output == STDOUT:
        raise click.UsageError("--also writes files beside the PDF, so it needs --output with a file name.")
    if pdf.suffix.lower() in {ALSO[each] for each in also}:
        raise click.UsageError(f"--also would write over “{pdf.name}”. Give the PDF a name that ends in .pdf.")
    if also and options["is_protected"]:
        raise click.UsageError("--also writes files that open without a password. Leave out --also or --password.")
    password = ask_password() if options["is_protected"] else ""
    desk = doors.open_desk()
    selection = addressed(selected(desk, options), options)
    see_off(desk, selection)
    made = make_leaflet(desk.library, selection, desk.render)
    content = _protected(made.rendered.pdf, password) if password else made.rendered.pdf
    if output == STDOUT:
        pour(sys.stdout.buffer, content)
    else:
        save(pdf, content)
    with told_if_not_noted():
        note_given(desk, Way.SAVE, made, selection)
    texts = tuple(_save_text(pdf, each, made.leaflet) for each in also)
    for line in _told(desk, made, selection, (output, *texts)):
        click.echo(line, err=output == STDOUT)
    if password:
        click.echo(NOT_FOR_ARCHIVES, err=output == STDOUT)
    if options["is_checked"] or options["is_strict"]:
        would_harm = _tell_checks(desk, selection, made, err=output == STDOUT)
        if would_harm and options["is_strict"]:
            raise click.exceptions.Exit(WOULD_HARM)


def _protected(pdf: bytes, password: str) -> bytes:
    from leaflet_app.services.protect_leaflet import protect_leaflet  # noqa: PLC0415  (most leaflets are open)

    return protect_leaflet(pdf, password)


def _save_text(pdf: Path, kind: str, leaflet: Leaflet) -> str:
    """Save the leaflet as text beside the PDF and return the file's path."""
    from leaflet_app.services.show_text import plain_text, web_page  # noqa: PLC0415  (most leaflets need neither)

    path = pdf.with_name(f"{pdf.stem.rstrip('.') or pdf.stem}{ALSO[kind]}")
    text = web_page(leaflet) if kind == "html" else plain_text(leaflet)
    save(path, text.encode())
    return str(path)


def _tell_checks(desk: Desk, selection: Selection, made: Made, *, err: bool) -> bool:
    """Say what the checks of a leaflet found, and return whether anything in it would do harm."""
    from leaflet_app.cli.checked import told_checks, would_harm  # noqa: PLC0415  (most leaflets are not checked here)
    from leaflet_app.services.check_leaflet import check_leaflet  # noqa: PLC0415

    checks = check_leaflet(desk.library, selection, made)
    for line in ("", *told_checks(checks)):
        click.echo(line, err=err)
    return would_harm(checks)


def _told(desk: Desk, made: Made, selection: Selection, written: tuple[str, ...]) -> Iterator[str]:
    """Yield what a person should know of the leaflet just made."""
    yield from (f"Saved {each}" for each in written if each != STDOUT)
    yield f"{counted(made.rendered.pages, 'page')}, code {made.leaflet.code}"
    if made.leaflet.needs_review:
        yield f"{desk.library.wording.draft_banner}. {desk.library.wording.draft_what}"
    if tip := how_to_print(selection.format):
        yield tip
    if selection.tear_off and not any(isinstance(block, TearOff) for block in made.leaflet.blocks):
        yield "There is no sheet to tear off: this leaflet asks no questions."
    offers = could_leave_out(desk.library, made, selection.format)
    if offers:
        yield "This is a long leaflet. You could leave out:"
    widest = max((len(offer.key) for offer in offers), default=0)
    for title, key, fewer in offers:
        yield f"  --without {key:<{widest}}  {title}, about {counted(fewer, 'page')}"
