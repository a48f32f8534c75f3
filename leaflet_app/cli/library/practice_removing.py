"""Take practices out of the library, and bring them back."""

from __future__ import annotations

import click

from leaflet_app.cli.doors import Doors
from leaflet_app.cli.library.author import author_of, author_option
from leaflet_app.domain.days import written_day

# Imports inside functions are late on purpose: help must not wait for the readers.


@click.command("remove")
@click.argument("practice_id", metavar="ID")
@author_option
@click.pass_obj
def remove_practice(doors: Doors, practice_id: str, author: str) -> None:
    """Take a practice out, with its logo. Leaflets already given stay as they are; the first practice stays."""
    from leaflet_app.services.practice_removing import remove  # noqa: PLC0415
    from leaflet_app.services.settings import practice_gone  # noqa: PLC0415

    desk = doors.open_desk()
    label = remove(desk, practice_id, author_of(desk, author))
    click.echo(f"{label} is removed. Leaflets already given stay as they are.")
    if practice_gone(desk):
        click.echo(f"This desk's leaflets bear {desk.library.practice.publisher} now.")
    click.echo(f"To bring it back: leaflet-app library practice bring-back {practice_id}")


@click.command("removed")
@click.pass_obj
def list_removed(doors: Doors) -> None:
    """Name the practices that can be brought back."""
    from leaflet_app.services.practice_removing import removed  # noqa: PLC0415

    those = removed(doors.open_desk())
    for each in those:
        click.echo(f"{each.id}  {each.label}, removed {written_day(each.at.date())}")
    if not those:
        click.echo("No practice was removed.")


@click.command("bring-back")
@click.argument("practice_id", metavar="ID")
@author_option
@click.pass_obj
def bring_practice_back(doors: Doors, practice_id: str, author: str) -> None:
    """Bring a practice back as it was before it was removed."""
    from leaflet_app.services.practice_removing import bring_back  # noqa: PLC0415

    desk = doors.open_desk()
    now = bring_back(desk, practice_id, author_of(desk, author))
    click.echo(f"Kept as version {now.base[:10]} of the library.")
