"""Take texts through their review, and see what waits."""

from __future__ import annotations

import json
from itertools import groupby
from pathlib import Path

import click

from leaflet_app.cli.doors import Doors
from leaflet_app.cli.library.author import author_of, author_option
from leaflet_app.domain.review_tray import Group
from leaflet_app.services.changes_to_sign import save_changes
from leaflet_app.services.named_texts import text_named
from leaflet_app.services.review_sheet import review_days, sheet
from leaflet_app.services.review_texts import SHORTEST_SEEN, retire, send_back, submit
from leaflet_app.services.review_tray import tray
from leaflet_app.services.save_leaflet import save
from leaflet_app.services.signing import editor
from leaflet_app.services.text_titles import title_of

WHO = "Nobody has said who you are. Set it once: leaflet-app settings set library.editor “YOUR NAME”."

_text = click.argument("text", metavar="TEXT")
_reason = click.option("--reason", required=True, help="Why; it stands in the history.")


@click.command("reviews")
@click.option("--ics", type=click.Path(path_type=Path), metavar="FILE", help="Save the days of reviews for a calendar.")
@click.option("--json", "as_json", is_flag=True, help="Print what waits for other programs to read.")
@click.option("--for-me", is_flag=True, help="Only texts for you to review: those that you did not write.")
@click.option("--mine", is_flag=True, help="Only texts of yours that wait for others, or to be sent anew.")
@click.pass_obj
def reviews(doors: Doors, ics: Path | None, *, as_json: bool, for_me: bool, mine: bool) -> None:
    """List what waits: reviews that are due, texts to approve, facts and phone numbers to check."""
    desk = doors.open_desk()
    if (for_me or mine) and not editor(desk):
        raise click.UsageError(WHO)
    asked = tray(desk)
    waiting = [each for each in asked if (for_me and each.group is Group.FOR_YOU) or (mine and each.is_mine)]
    waiting = waiting if for_me or mine else list(asked)
    if ics is not None:
        save(ics, review_days(desk))
        click.echo(str(ics), err=as_json)
    if as_json:
        listed = [
            {"group": each.group.name.lower(), "file": each.file, "title": each.title, "content": each.content}
            for each in waiting
        ]
        click.echo(json.dumps(listed, ensure_ascii=False, indent=2))
        return
    for group, those in groupby(waiting, key=lambda each: each.group):
        click.echo(f"{group.value}:")
        for each in those:
            words = f", {each.content[:SHORTEST_SEEN]}" if each.content else ""
            click.echo(f"  {each.title}  {each.said}  ({each.file}{words})")
    if not waiting:
        click.echo("Nothing waits.")


@click.command("submit")
@_text
@click.option("--version", "number", metavar="VERSION", help="Its number; without one, the number it deserves.")
@click.option("--note", default="", help="What you changed.")
@author_option
@click.pass_obj
def submit_text(doors: Doors, text: str, number: str | None, note: str, author: str) -> None:
    """Send a draft to whoever reviews it."""
    desk = doors.open_desk()
    file = text_named(desk, text)
    shown = sheet(desk, file)
    submit(desk, file, number or shown.version, note or shown.review.change_note, author_of(desk, author))
    click.echo(f"{shown.title} {number or shown.version} waits for a review.")


@click.command("send-back")
@_text
@_reason
@author_option
@click.pass_obj
def send_text_back(doors: Doors, text: str, reason: str, author: str) -> None:
    """Make a draft again of a text that waits for a review."""
    desk = doors.open_desk()
    file = text_named(desk, text)
    send_back(desk, file, reason, author_of(desk, author))
    click.echo(f"{title_of(desk.library, file)} is a draft again.")


@click.command("retire")
@_text
@_reason
@author_option
@click.pass_obj
def retire_text(doors: Doors, text: str, reason: str, author: str) -> None:
    """Take a text out of use on every desk; leaflets made from it before can still be made again."""
    desk = doors.open_desk()
    file = text_named(desk, text)
    retire(desk, file, reason, author_of(desk, author))
    click.echo(f"{title_of(desk.library, file)} is retired.")


@click.command("changes")
@_text
@click.option("--output", required=True, type=click.Path(path_type=Path), metavar="FILE", help="The PDF.")
@click.pass_obj
def changes(doors: Doors, text: str, output: Path) -> None:
    """Put what changed in a text since its approval on paper, to be signed by hand."""
    desk = doors.open_desk()
    click.echo(str(save_changes(desk, text_named(desk, text), output)))
