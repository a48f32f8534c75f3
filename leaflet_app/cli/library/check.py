"""Check a library."""

from __future__ import annotations

from pathlib import Path

import click

from leaflet_app.cli.doors import Doors
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
    """Say what is wrong in a library, file and line first: in the newest version here, or in DIR.

    Faults come first: they stop an approval. Warnings ask for a look. Exits 2 where there is a fault, else 0.
    """
    from leaflet_app.services.check_library import check_folder, check_newest  # noqa: PLC0415  (help must not wait)

    doors: Doors = context.obj
    faults = check_folder(folder) if folder else check_newest(doors.open_desk())
    checked = folder or "the library"
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
