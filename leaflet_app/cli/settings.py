"""Show and change how this desk works."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, TextIO

import click

from leaflet_app.cli.doors import Doors
from leaflet_app.cli.settings_mail import try_settings
from leaflet_app.cli.settings_secrets import forget, password
from leaflet_app.domain.errors import SettingRefused
from leaflet_app.services.settings import Survey, change, set_back, settings_file, survey

if TYPE_CHECKING:
    from leaflet_app.services.settings_standing import Standing

EPILOG = """\b
Examples:
  leaflet-app settings
  leaflet-app settings set mail.sender clinic@example.org
  leaflet-app settings set mail.body - < letter.txt
  leaflet-app settings unset mail.sender
  leaflet-app settings password mail
  leaflet-app settings test --to clinic@example.org
"""

WIDEST = 44
"""Letters of a value that a line shows."""

LARGEST = 65_536
"""Bytes read of standard input."""


@click.group(invoke_without_command=True, epilog=EPILOG)
@click.option("--json", "as_json", is_flag=True, help="Print them for other programs to read.")
@click.pass_context
def settings(context: click.Context, as_json: bool) -> None:  # noqa: FBT001  (click names its flags)
    """Show each setting, its value and where that comes from; or change one.

    Exits 2 where a line of the settings cannot be used.
    """
    if context.invoked_subcommand is not None:
        return
    doors: Doors = context.obj
    found = survey(doors.open_desk())
    if as_json:
        click.echo(json.dumps(_described(found), ensure_ascii=False, indent=2))
    else:
        for line in _told(found.standings):
            click.echo(line)
    for fault in found.faults:
        click.echo(str(fault), err=True)
    for hint in found.hints:
        click.echo(str(hint), err=True)
    if found.faults:
        context.exit(2)


@settings.command("set")
@click.argument("name")
@click.argument("value")
@click.pass_obj
def set_one(doors: Doors, name: str, value: str) -> None:
    """Set the setting NAME to VALUE; with “-” as VALUE, to what stands in standard input."""
    desk = doors.open_desk()
    change(desk, name, _read(name) if value == "-" else value)
    _say(next(each for each in survey(desk).standings if each.name == name.strip()))


@settings.command()
@click.argument("name")
@click.pass_obj
def unset(doors: Doors, name: str) -> None:
    """Set the setting NAME back to what holds where nothing is set."""
    desk = doors.open_desk()
    set_back(desk, name)
    _say(next(each for each in survey(desk).standings if each.name == name.strip()))


@settings.command()
@click.pass_obj
def where(doors: Doors) -> None:
    """Say in which files the settings stand."""
    desk = doors.open_desk()
    for said, file in (("Settings of this desk", settings_file(desk.home)), ("Policy of the computer", desk.policy)):
        click.echo(f"{said}: {file}{'' if file.exists() else ' (not there)'}")


settings.add_command(password)
settings.add_command(forget)
settings.add_command(try_settings)


def _read(name: str) -> str:
    """Return what stands in standard input. Raises SettingRefused."""
    stdin: TextIO | None = sys.stdin
    try:
        return stdin.buffer.read(LARGEST).decode("utf-8-sig") if stdin is not None else ""
    except UnicodeDecodeError as fault:
        raise SettingRefused(name, "what came in is not UTF-8", "Save it as UTF-8.") from fault


def _say(stood: Standing) -> None:
    click.echo(f"{stood.name} is now {_short(stood.shown) or 'empty'} ({stood.origin.label}).")


def _told(stood: tuple[Standing, ...]) -> Iterator[str]:
    widest = max(len(each.name) for each in stood)
    for number, (_, part) in enumerate(groupby(stood, key=lambda each: each.setting.section)):
        if number:
            yield ""
        for each in part:
            yield f"{each.name:<{widest}}  {_short(each.shown):<{WIDEST}}  {each.origin.label}"


def _short(shown: str) -> str:
    """Return a value on one line that leaves room for where it comes from."""
    line = " ".join(shown.split())
    return line if len(line) <= WIDEST else line[: WIDEST - 1].rstrip() + "…"


def _described(found: Survey) -> dict[str, object]:
    return {
        "settings": [
            {
                "name": each.name,
                "value": each.setting.kind.written(each.value),
                "origin": each.origin.value,
                "locked": each.is_locked,
                "purpose": each.setting.purpose,
            }
            for each in found.standings
        ],
        "faults": [str(each) for each in found.faults],
        "hints": [str(each) for each in found.hints],
    }
