"""Keep the passwords that settings may not hold in the keyring."""

from __future__ import annotations

import click

from leaflet_app.cli.doors import Doors
from leaflet_app.cli.password import typed_password
from leaflet_app.domain.errors import PasswordRefused

SECRETS = {"mail": "mail server", "records": "database", "library": "shared library"}
_which = click.argument("which", type=click.Choice([*SECRETS]))


@click.command()
@_which
@click.pass_obj
def password(doors: Doors, which: str) -> None:
    """Keep the password (or token) of the mail server or the database in the keyring of this computer.

    It is typed where nobody can read it, or read from standard input; it is never an argument and in no file.
    """
    desk = doors.open_desk()
    typed = typed_password()
    if not typed:
        raise PasswordRefused("nothing was typed", "Type it again; “leaflet-app settings forget” removes one.")
    desk.tools.secrets.keep(which, typed)
    click.echo(f"The password of the {SECRETS[which]} is in the keyring.")


@click.command()
@_which
@click.pass_obj
def forget(doors: Doors, which: str) -> None:
    """Remove the password of the mail server or the database from the keyring."""
    doors.open_desk().tools.secrets.forget(which)
    click.echo(f"The keyring holds no password of the {SECRETS[which]}.")
