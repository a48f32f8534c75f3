"""List the versions of a text."""

from __future__ import annotations

import json

import click

from leaflet_app.cli.doors import Doors
from leaflet_app.domain.counted import counted
from leaflet_app.domain.days import written_day
from leaflet_app.domain.versions import Version

EPILOG = """\b
Examples:
  leaflet-app library history insulinoma
  leaflet-app library history shared/treat-surgery
  leaflet-app library history topics/insulinoma/pl.md --json
"""


@click.command(epilog=EPILOG)
@click.argument("text")
@click.option("--json", "as_json", is_flag=True, help="Print them for other programs to read.")
@click.pass_obj
def history(doors: Doors, text: str, as_json: bool) -> None:  # noqa: FBT001  (click names its flags)
    """List the versions of TEXT, newest first: a topic, shared/ and an id, or a file of the library."""
    from leaflet_app.services import text_history  # noqa: PLC0415  (help must not wait for it)
    from leaflet_app.services.named_texts import text_named  # noqa: PLC0415
    from leaflet_app.services.text_titles import title_of  # noqa: PLC0415

    desk = doors.open_desk()
    file = text_named(desk, text)
    versions = text_history.told(desk, file)
    if as_json:
        click.echo(json.dumps([*map(_described, versions)], ensure_ascii=False, indent=2))
        return
    for each in versions:
        click.echo(told(each))
    click.echo(f"{counted(len(versions), 'version')} of {title_of(desk.library, file)}")


def told(version: Version) -> str:
    """Return a version as a line: its name, day, author and reason."""
    at = version.at.astimezone()
    message = " ".join(version.message.split())
    return f"{version.commit[:10]}  {written_day(at.date())} {at:%H:%M}  {version.author}  {message}"


def _described(version: Version) -> dict[str, str]:
    at = version.at.isoformat()
    return {"version": version.commit, "at": at, "author": version.author, "message": version.message.strip()}
