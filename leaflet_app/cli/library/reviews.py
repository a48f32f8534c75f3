"""Take texts through their review, and see what waits."""

from __future__ import annotations

import json
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import TypedDict, Unpack

import click

from leaflet_app.cli.doors import Doors
from leaflet_app.domain.approvals import Waiver
from leaflet_app.domain.reviewing import Signature
from leaflet_app.services.changes_to_sign import save_changes
from leaflet_app.services.named_texts import text_named
from leaflet_app.services.review_sheet import review_days, sheet
from leaflet_app.services.review_texts import approve, retire, send_back, submit
from leaflet_app.services.review_tray import tray
from leaflet_app.services.save_leaflet import save
from leaflet_app.services.settings import load


class Signed(TypedDict):
    """Who approves a text, and what they let stand; what is None stands in the settings."""

    name: str | None
    role: str | None
    registration: str | None
    waived: tuple[tuple[str, str], ...]


_text = click.argument("text", metavar="TEXT")
_reason = click.option("--reason", required=True, help="Why; it stands in the history.")


@click.command("reviews")
@click.option("--ics", type=click.Path(path_type=Path), metavar="FILE", help="Save the days of reviews for a calendar.")
@click.option("--json", "as_json", is_flag=True, help="Print what waits for other programs to read.")
@click.pass_obj
def reviews(doors: Doors, ics: Path | None, as_json: bool) -> None:  # noqa: FBT001  (click names its flags)
    """List what waits: reviews that are due, texts to approve, facts and phone numbers to check."""
    desk = doors.open_desk()
    waiting = tray(desk)
    if ics is not None:
        save(ics, review_days(desk))
        click.echo(str(ics), err=as_json)
    if as_json:
        listed = [{"group": each.group.name.lower(), "file": each.file, "title": each.title} for each in waiting]
        click.echo(json.dumps(listed, ensure_ascii=False, indent=2))
        return
    for group, those in groupby(waiting, key=lambda each: each.group):
        click.echo(f"{group.value}:")
        for each in those:
            click.echo(f"  {each.title}  {each.said}  ({each.file})")
    if not waiting:
        click.echo("Nothing waits.")


@click.command("submit")
@_text
@click.option("--version", "number", metavar="VERSION", help="Its number; without one, the number it deserves.")
@click.option("--note", default="", help="What you changed.")
@click.pass_obj
def submit_text(doors: Doors, text: str, number: str | None, note: str) -> None:
    """Send a draft to whoever reviews it."""
    desk = doors.open_desk()
    file = text_named(desk, text)
    shown = sheet(desk, file)
    submit(desk, file, number or shown.version, note or shown.review.change_note)
    click.echo(f"{file} {number or shown.version} waits for a review.")


@click.command("approve")
@_text
@click.option("--until", required=True, type=click.DateTime(["%Y-%m-%d"]), help="The day of the next review.")
@click.option("--name", help="Who approves; without it, the name of the settings.")
@click.option("--role", help="In what office.")
@click.option("--registration", help="The professional registration, as “GMC 1234567”.")
@click.option("--waive", "waived", multiple=True, nargs=2, metavar="FAULT REASON", help="Let a fault stand, and why.")
@click.pass_obj
def approve_text(doors: Doors, text: str, until: datetime, **signed: Unpack[Signed]) -> None:
    """Approve a text that waits for a review, as it stands: any later edit makes a draft of it again."""
    desk = doors.open_desk()
    file, own = text_named(desk, text), load(desk).library
    signature = Signature(
        signed["name"] or own.editor,
        signed["role"] or own.editor_role,
        signed["registration"] or own.registration,
    )
    approve(desk, file, signature, until.date(), [Waiver(*each) for each in signed["waived"]])
    click.echo(f"{file} is approved by {signature.name} until {until.date()}.")


@click.command("send-back")
@_text
@_reason
@click.pass_obj
def send_text_back(doors: Doors, text: str, reason: str) -> None:
    """Make a draft again of a text that waits for a review."""
    desk = doors.open_desk()
    file = text_named(desk, text)
    send_back(desk, file, reason)
    click.echo(f"{file} is a draft again.")


@click.command("retire")
@_text
@_reason
@click.pass_obj
def retire_text(doors: Doors, text: str, reason: str) -> None:
    """Take a text out of use on every desk; leaflets made from it before can still be made again."""
    desk = doors.open_desk()
    file = text_named(desk, text)
    retire(desk, file, reason)
    click.echo(f"{file} is retired.")


@click.command("changes")
@_text
@click.option("--output", required=True, type=click.Path(path_type=Path), metavar="FILE", help="The PDF.")
@click.pass_obj
def changes(doors: Doors, text: str, output: Path) -> None:
    """Put what changed in a text since its approval on paper, to be signed by hand."""
    desk = doors.open_desk()
    click.echo(str(save_changes(desk, text_named(desk, text), output)))
