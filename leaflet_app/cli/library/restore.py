"""Bring an earlier version of a text back."""

from __future__ import annotations

import click

from leaflet_app.cli.doors import Doors
from leaflet_app.cli.library.author import author_of, author_option

EPILOG = """\b
Examples:
  leaflet-app library history insulinoma
  leaflet-app library restore insulinoma 3f2a91c0
"""


@click.command(epilog=EPILOG)
@click.argument("text")
@click.argument("version")
@author_option
@click.pass_obj
def restore(doors: Doors, text: str, version: str, author: str) -> None:
    """Bring TEXT back as it stood in VERSION, as a new version: what came between stays in its history."""
    from leaflet_app.services import text_versions  # noqa: PLC0415  (help must not wait for it)
    from leaflet_app.services.named_texts import text_named, version_named  # noqa: PLC0415
    from leaflet_app.services.text_titles import title_of  # noqa: PLC0415

    desk = doors.open_desk()
    file = text_named(desk, text)
    earlier = version_named(desk, file, version)
    commit = text_versions.restore(desk, file, earlier, author_of(desk, author))
    click.echo(f"{title_of(desk.library, file)} stands again as in {earlier.commit[:10]}, as version {commit[:10]}.")
    if again := text_versions.draft_again_by_last_change(desk, file):
        click.echo(again)
