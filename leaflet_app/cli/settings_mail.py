"""See whether mail can be sent as it is set."""

from __future__ import annotations

import click

from leaflet_app.cli.doors import Doors
from leaflet_app.cli.settings_told import tell_unfit

REFUSED = 2


@click.command("test")
@click.option("--to", "address", default="", metavar="ADDRESS", help="Send a test mail there too; it holds no leaflet.")
@click.pass_obj
def try_settings(doors: Doors, address: str) -> None:
    """See step by step whether the mail server takes emails as it is set up. Exits 2 where it does not."""
    from leaflet_app.services.try_mail import try_mail  # noqa: PLC0415  (few try it)

    desk = doors.open_desk()
    tell_unfit(desk)
    tried = try_mail(desk, address)
    for step in tried.steps:
        click.echo(f"✓ {step}")
    click.echo(f"{'✓' if tried.is_well else '✗'} {tried.ended}")
    if not tried.is_well:
        raise click.exceptions.Exit(REFUSED)
