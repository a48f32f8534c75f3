"""Keep the practices: whose name, contact details, colours and logo leaflets bear."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from leaflet_app.cli.doors import Doors
from leaflet_app.cli.library.author import author_of, author_option
from leaflet_app.cli.library.practice_removing import bring_practice_back, list_removed, remove_practice
from leaflet_app.domain.brand_colours import ACCENT_USES, BAND_USES, Use, nearest_readable, typed_colour
from leaflet_app.domain.errors import EditRefused
from leaflet_app.domain.phones import ringing
from leaflet_app.domain.practice_fields import BY_KEY, FIELDS, with_words, words_of

if TYPE_CHECKING:
    from leaflet_app.domain.practice import Practice
    from leaflet_app.services.desk import Desk
    from leaflet_app.services.practice import Kept

# Imports inside functions are late on purpose: help must not wait for the readers.

EPILOG = """\b
Examples:
  leaflet-app library practice list
  leaflet-app library practice show
  leaflet-app library practice set phone "020 7946 0000"
  leaflet-app library practice set address "1 High Street" "Hill" "AB1 2CD"
  leaflet-app library practice logo hill.png --alt "Hill Clinic"
  leaflet-app library practice colours --band "#0B4F6C"
  leaflet-app library practice add hill --consultant "Dr Ada Hill" --phone "020 7946 0000"
  leaflet-app library practice set hours "9am to 5pm" --practice hill
  leaflet-app library practice remove hill
"""


class Details(TypedDict):
    """The fewest details that a practice begins with."""

    consultant: str
    phone: str
    name: str


_of = click.option(
    "--practice", "practice_id", default="", metavar="ID", help="Which practice; the first, unless named."
)


@click.group(epilog=EPILOG)
def practice() -> None:
    """Keep the practices: name, contact details, colours and logo."""


for each_command in (remove_practice, list_removed, bring_practice_back):
    practice.add_command(each_command)


@practice.command("list")
@click.pass_obj
def list_all(doors: Doors) -> None:
    """Name the practices; * marks the one whose leaflets this desk makes."""
    from leaflet_app.services.practice import list_practices  # noqa: PLC0415

    for each in list_practices(doors.open_desk()):
        click.echo(f"{'*' if each.is_own else ' '} {each.id:<20} {each.label}")
        for fault in each.faults:
            click.echo(f"  {fault}")


@practice.command()
@click.argument("practice_id", metavar="[ID]", default="")
@click.pass_obj
def show(doors: Doors, practice_id: str) -> None:
    """Show the details of a practice. Empty ones vanish from print."""
    from leaflet_app.services.practice import kept  # noqa: PLC0415

    shown = kept(doors.open_desk(), practice_id)
    for key, words in words_of(shown.practice).items():
        click.echo(f"{key:<16} {words.replace(chr(10), ', ')}".rstrip())
    brand = shown.practice.brand
    click.echo(f"{'band':<16} {brand.band}\n{'accent':<16} {brand.accent}")
    click.echo(f"{'logo':<16} {f'{shown.logo}, “{brand.logo_alt}”' if shown.logo else ''}".rstrip())
    click.echo(f"The phone rings {ringing(shown.practice.phone)}")


@practice.command("set")
@click.argument("field", type=click.Choice([each.key for each in FIELDS]), metavar="FIELD")
@click.argument("words", metavar="VALUE...", nargs=-1)
@_of
@author_option
@click.pass_obj
def set_field(doors: Doors, field: str, words: tuple[str, ...], practice_id: str, author: str) -> None:
    """Set a detail; without a value it is emptied. An address takes a value for each line."""
    if len(words) > 1 and not BY_KEY[field].has_lines:
        raise click.UsageError(f"{field} takes one value. Put it in quotes.")
    _change(doors, practice_id, author, lambda before: with_words(before, {field: "\n".join(words)}))


@practice.command()
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("--alt", default="", metavar="TEXT", help="What it shows, for those who cannot see it.")
@_of
@author_option
@click.pass_obj
def logo(doors: Doors, file: Path | None, alt: str, practice_id: str, author: str) -> None:
    """Take in a PNG or JPEG picture as the logo; without a file there is none any more."""
    from leaflet_app.services.practice_logo import ANOTHER, look_at_logo  # noqa: PLC0415

    def with_logo(before: Practice) -> Practice:
        if file is None:
            return replace(before, brand=replace(before.brand, logo=b"", logo_alt=""))
        found = look_at_logo(_content(file), before.brand.band)
        if found.refused:
            raise EditRefused("the logo cannot be seen on your main colour, where it is printed", ANOTHER)
        click.echo(f"{found.on_band.said}\n{found.on_white.said}")
        for warning in found.warnings:
            click.echo(warning, err=True)
        return replace(before, brand=replace(before.brand, logo=found.logo, logo_alt=alt))

    _change(doors, practice_id, author, with_logo)


@practice.command()
@click.option("--band", default="", metavar="#RRGGBB", help="The band above a leaflet, and its headings.")
@click.option("--accent", default="", metavar="#RRGGBB", help="Links.")
@_of
@author_option
@click.pass_obj
def colours(doors: Doors, band: str, accent: str, practice_id: str, author: str) -> None:
    """Show how well words stand out in the colours, or set them: 4.5 to 1 is the least (WCAG 2.2)."""
    from leaflet_app.services.practice import kept  # noqa: PLC0415

    brand = kept(doors.open_desk(), practice_id).practice.brand
    wanted = replace(brand, band=_colour(band, "band") or brand.band, accent=_colour(accent, "accent") or brand.accent)
    for name, colour, uses in (("band", wanted.band, BAND_USES), ("accent", wanted.accent, ACCENT_USES)):
        click.echo(f"{name} {colour}")
        for use in uses:
            click.echo(_told(use, colour))
    for name, colour, uses in (("band", wanted.band, BAND_USES), ("accent", wanted.accent, ACCENT_USES)):
        if not all(use.is_readable(colour) for use in uses):
            remedy = f"The nearest colour that passes is {nearest_readable(colour)}."
            raise EditRefused(f"words cannot be read in {colour} ({name})", remedy)
    if wanted != brand:
        _change(doors, practice_id, author, lambda before: replace(before, brand=wanted))


@practice.command()
@click.argument("practice_id", metavar="ID")
@click.option("--consultant", required=True, metavar="NAME", help="The consultant's name.")
@click.option("--phone", required=True, metavar="NUMBER", help="The number that patients ring.")
@click.option("--name", default="", help="The practice's name; without it the consultant's stands on top.")
@author_option
@click.pass_obj
def add(doors: Doors, practice_id: str, author: str, **said: Unpack[Details]) -> None:
    """Begin another practice, with a file of its own named by ID."""
    from leaflet_app.domain.practice import Practice  # noqa: PLC0415
    from leaflet_app.services.practice import new  # noqa: PLC0415

    desk = doors.open_desk()
    words = {"consultant_name": said["consultant"], "phone": said["phone"], "name": said["name"]}
    wanted = with_words(Practice("", ""), words)
    _keep(desk, new(desk, wanted, practice_id), wanted, author)


def _change(doors: Doors, practice_id: str, author: str, change: Callable[[Practice], Practice]) -> None:
    from leaflet_app.services.practice import kept  # noqa: PLC0415

    desk = doors.open_desk()
    before = kept(desk, practice_id)
    after = change(before.practice)
    if after == before.practice:
        click.echo("Nothing to change: it is so already.")
    else:
        _keep(desk, before, after, author)


def _keep(desk: Desk, before: Kept, wanted: Practice, author: str) -> None:
    from leaflet_app.services.practice import keep  # noqa: PLC0415

    now = keep(desk, before, wanted, author_of(desk, author))
    click.echo(f"Kept as version {now.base[:10]} of the library.")


def _told(use: Use, colour: str) -> str:
    mark = "passes" if use.is_readable(colour) else "too faint"
    return f"  {use.figure(colour):5.2f} to 1  {mark:<9}  {use.what}"


def _colour(untrusted: str, name: str) -> str:
    if untrusted and not typed_colour(untrusted):
        raise click.BadParameter(f"“{untrusted}” is no colour. Write it like #0B4F6C.", param_hint=f"--{name}")
    return typed_colour(untrusted)


def _content(file: Path) -> bytes:
    from leaflet_app.domain.bounds import LARGEST_PICTURE  # noqa: PLC0415
    from leaflet_app.services.chosen_file import bytes_of  # noqa: PLC0415

    try:
        return bytes_of(file, LARGEST_PICTURE)
    except OSError as fault:
        raise click.FileError(str(file), fault.strerror) from fault
