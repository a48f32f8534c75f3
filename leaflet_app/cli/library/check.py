"""Check a library."""

from __future__ import annotations

from pathlib import Path

import click

from leaflet_app import paths
from leaflet_app.domain.counted import counted
from leaflet_app.domain.faults import Weight

EPILOG = """\b
Examples:
  leaflet-app library check
  leaflet-app library check path/to/library
"""


@click.command("check", epilog=EPILOG)
@click.argument("folder", metavar="[DIR]", required=False, type=click.Path(path_type=Path))
@click.pass_context
def check_library(context: click.Context, folder: Path | None) -> None:
    """Say what is wrong in a library, file and line first: the shipped one, or the one in DIR.

    Faults come first: they stop an approval. Warnings ask for a look. Exits 2 where there is a fault, else 0.
    """
    from leaflet_app.services.check_library import check_folder  # noqa: PLC0415  (help must not wait for the readers)

    checked = folder or paths.resources() / "library"
    faults = check_folder(checked)
    for fault in faults:
        click.echo(str(fault))
    if not faults:
        click.echo(f"No faults in {checked}.")
        return
    stopping = sum(fault.weight is Weight.FAULT for fault in faults)
    files = counted(len({fault.file for fault in faults}), "file")
    click.echo(f"{counted(stopping, 'fault')} and {counted(len(faults) - stopping, 'warning')} in {files}.")
    if stopping:
        context.exit(2)
