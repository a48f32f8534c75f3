"""Make a leaflet and email it to one person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
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
from leaflet_app.domain.settings import MailWay
from leaflet_app.services.desk import Desk
from leaflet_app.services.email_leaflet import (
    DraftOpened,
    Wanted,
    Written,
    open_draft,
    retype,
    send_by_smtp,
    write_letter,
)
from leaflet_app.services.settings import load

EPILOG = """\b
Examples:
  leaflet-app email --topics insulinoma
  leaflet-app email --topics insulinoma --to ann@example.org --draft
  leaflet-app email --topics insulinoma --reference R7 --protect --smtp
"""


class MailOptions(TypedDict):
    """How the letter goes; what is not given is as the settings say."""

    way_name: str | None
    is_protected: bool | None
    greeting: str
    subject: str


class Options(LeafletOptions, PersonalOptions, MailOptions):
    """What shapes the leaflet, whom it is for, and how the letter goes."""


@click.command(epilog=EPILOG)
@click.option(
    "--to",
    "address",
    default="",
    metavar="ADDRESS",
    help="Asked for, unless you name it here, where others can list it.",
)
@click.option("--retype", "retyped", default="", metavar="ADDRESS", help="The address again, instead of being asked.")
@click.option("--draft", "way_name", flag_value=MailWay.DRAFT.value, help="Open it in your own mail program.")
@click.option("--smtp", "way_name", flag_value=MailWay.SMTP.value, help="Put it into the outbox, to be sent from here.")
@click.option("--protect/--open", "is_protected", default=None, help="Whether the PDF asks for a passphrase.")
@click.option(
    "--greeting", default="", metavar="TEXT", help="How the letter begins: “Hello,” unless you say otherwise."
)
@click.option("--subject", default="", metavar="TEXT", help="Another subject than the settings'; no topic and no name.")
@click.option("--folder", type=click.Path(path_type=Path), help="Where to save the PDF if there is no mail program.")
@leaflet_options
@personal_options
@click.pass_obj
def email(doors: Doors, address: str, retyped: str, folder: Path | None, **options: Unpack[Options]) -> None:
    """Make one leaflet from the topics you name, and email it to one person."""
    desk = doors.open_desk()
    tell_unfit(desk)
    selection = addressed(selected(desk, options), options)
    typed = address or click.prompt("Email address", err=True)
    wanted = _wanted(desk, typed, retyped, options)
    written = write_letter(desk, selection, wanted)
    for line in _sheet(written):
        click.echo(line)
    if not retyped:
        retype(written, click.prompt("The same address again", err=True))
    told = _told_of_mail(desk, written) if wanted.way is MailWay.SMTP else _told_of_draft(desk, written, folder)
    for line in told:
        click.echo(line)
    if written.passphrase:
        click.echo(f"Passphrase, shown only now. Give it by phone or on paper:\n  {written.passphrase}", err=True)


def _wanted(desk: Desk, address: str, retyped: str, options: MailOptions) -> Wanted:
    way = MailWay(options["way_name"]) if options["way_name"] else load(desk).mail.way
    wanted = Wanted(address, retyped, way, greeting=options["greeting"], subject=options["subject"])
    return replace(wanted, is_protected=options["is_protected"])


def _sheet(written: Written) -> Iterator[str]:
    """Yield what a person reads back before a letter goes."""
    letter, leaflet = written.letter, written.made.leaflet
    yield f"To:       {letter.address}"
    yield f"Leaflet:  {leaflet.title}, {counted(written.pages, 'page')}, code {leaflet.code}"
    if leaflet.for_person:
        yield f"          {leaflet.for_person}"
    yield f"Opens:    {'with a passphrase' if letter.is_protected else 'without a passphrase'}"
    yield f"Subject:  {letter.subject}"
    yield from (f"Check:    {warning}" for warning in written.warnings)


def _told_of_draft(desk: Desk, written: Written, folder: Path | None) -> Iterator[str]:
    opened: DraftOpened = open_draft(desk, written, folder=folder)
    if opened.pdf is None:
        yield "The letter is open in your mail program. Read it once more, and send it from there."
    else:
        yield "There is no mail program that opens letters. Attach the leaflet to a mail of your own:"
        yield f"  {opened.pdf}"
        yield f"  {opened.address}"
    if opened.notice:
        yield opened.notice


def _told_of_mail(desk: Desk, written: Written) -> Iterator[str]:
    mail = send_by_smtp(desk, written)
    yield from filter(None, (mail.message, mail.remedy))
    yield f"Its number in the outbox is {mail.id}."
