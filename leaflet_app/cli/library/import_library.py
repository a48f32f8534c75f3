"""Take the library in from a plain folder."""

from __future__ import annotations

from pathlib import Path

import click

from leaflet_app.cli.doors import Doors
from leaflet_app.domain.counted import counted

EPILOG = """\b
Examples:
  leaflet-app library import edited-library
  leaflet-app library import --replace whole-library
"""


@click.command("import", epilog=EPILOG)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--replace", "replaces", is_flag=True, help="Take away what DIR does not have.")
@click.pass_obj
def import_library(doors: Doors, folder: Path, replaces: bool) -> None:  # noqa: FBT001  (click names its flags)
    """Take in what differs in DIR, as one version. All of it is checked first; nothing is taken away unasked.

    A text that changed is a draft again: desks go on printing what was approved of it.
    """
    from leaflet_app.services import library_folder  # noqa: PLC0415  (help must not wait for it)

    taken = library_folder.import_library(doors.open_desk(), folder, replaces=replaces)
    for fault in taken.faults:
        click.echo(str(fault), err=True)
    if not taken.changed:
        click.echo("Nothing differs: the library stays as it is.")
        return
    click.echo(f"{counted(taken.changed, 'file')} taken in, as version {taken.commit[:10]}.")
