"""Tell whoever uses the settings that a line of them cannot be used."""

from __future__ import annotations

import click

from leaflet_app.services.desk import Desk
from leaflet_app.services.settings import unfit


def tell_unfit(desk: Desk) -> None:
    """Say on standard error that settings have faults, where they have: what is done now may not be what was meant."""
    if fault := unfit(desk):
        click.echo(str(fault), err=True)
