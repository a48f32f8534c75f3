"""Go on where the register cannot note a leaflet."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click

from leaflet_app.domain.errors import NotNoted


@contextmanager
def told_if_not_noted() -> Iterator[None]:
    """Say what kept the register from noting a leaflet: it left the desk, so nothing has failed."""
    try:
        yield
    except NotNoted as fault:
        click.echo(fault, err=True)
