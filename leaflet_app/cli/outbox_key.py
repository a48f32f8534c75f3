"""Show the key of the outbox to another desk, or enter the one that another desk shows."""

from __future__ import annotations

import sys
from typing import TextIO

import click

from leaflet_app.cli.doors import Doors
from leaflet_app.services.outbox_key import agree_anew, enter_key, shown_key

LONGEST_LINE = 4096
SHOWING = """\
Enter it at the other desk with “leaflet-app outbox key --enter”. Who has it and the database can read the emails that
wait: do not send it by email."""


@click.command()
@click.option("--show", "does", flag_value="show", help="Show the key of this desk.")
@click.option("--enter", "does", flag_value="enter", help="Type the key that another desk shows; nobody can read it.")
@click.option("--new", "does", flag_value="new", help="Make a new key, where the old one was lost or seen.")
@click.pass_obj
def key(doors: Doors, does: str | None) -> None:
    """Let several desks share one outbox: the emails in it are sealed with a key that each of them needs."""
    if does is None:
        raise click.UsageError("Say what to do: --show, --enter or --new.")
    desk = doors.open_desk()
    if does == "show":
        click.echo(shown_key(desk))
        click.echo(SHOWING, err=True)
    elif does == "enter":
        enter_key(desk, _typed())
        click.echo("The key is in the keyring.")
    else:
        click.confirm(
            "Emails that wait under the old key can then be cancelled, but not sent. Make a new key?", abort=True
        )
        agree_anew(desk)
        click.echo("There is a new key. Show it to the other desks: “leaflet-app outbox key --show”.")


def _typed() -> str:
    """Return what is typed where nobody can read it, or else the first line of input."""
    stdin: TextIO | None = sys.stdin
    if stdin is None or not stdin.isatty():
        return stdin.readline(LONGEST_LINE) if stdin else ""
    said: str = click.prompt("Key of the other desk", default="", show_default=False, hide_input=True, err=True)
    return said
