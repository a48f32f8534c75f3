"""Write the library into a plain folder."""

from __future__ import annotations

from pathlib import Path

import click

from leaflet_app.cli.doors import Doors
from leaflet_app.domain.counted import counted

EPILOG = """\b
Examples:
  leaflet-app library export copy-of-the-library
  leaflet-app library export --issued what-we-print
"""


@click.command("export", epilog=EPILOG)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--issued", is_flag=True, help="What desks print: approved texts as they were approved.")
@click.pass_obj
def export_library(doors: Doors, folder: Path, issued: bool) -> None:  # noqa: FBT001  (click names its flags)
    """Write the newest library into DIR, an empty or new folder."""
    from leaflet_app.services import library_folder  # noqa: PLC0415  (help must not wait for it)

    files = library_folder.export_library(doors.open_desk(), folder, issued=issued)
    click.echo(f"{counted(files, 'file')} written into {folder}.")
