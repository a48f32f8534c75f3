"""Approve a text, and only the very words that were read."""

from __future__ import annotations

import sys
from datetime import datetime

import click

from leaflet_app.cli.doors import Doors
from leaflet_app.cli.library.diff import changed_lines
from leaflet_app.domain.approvals import Waiver
from leaflet_app.domain.errors import ReviewRefused
from leaflet_app.domain.front_changes import front_changes, read_out
from leaflet_app.domain.reviewing import Signature
from leaflet_app.domain.word_changes import word_changes
from leaflet_app.services.named_texts import text_named
from leaflet_app.services.review_sheet import Sheet, sheet
from leaflet_app.services.review_texts import SHORTEST_SEEN, approve, check_waits
from leaflet_app.services.settings import load
from leaflet_app.services.text_titles import title_of

EPILOG = """\b
Examples:
  leaflet-app library reviews
  leaflet-app library approve insulinoma --until 2029-11-01
  leaflet-app library approve insulinoma --until 2029-11-01 --seen 3f2a91c0de

\b
“library reviews” and “library changes” show the ID of the words as they stand.
"""


@click.command("approve", epilog=EPILOG)
@click.argument("text", metavar="TEXT")
@click.option("--until", required=True, type=click.DateTime(["%Y-%m-%d"]), help="The day of the next review.")
@click.option("--seen", metavar="ID", help="Approve the words of this id, which you have read, and no others.")
@click.option("--name", help="Who approves; without it, the name of the settings.")
@click.option("--role", help="In what office.")
@click.option("--registration", help="The professional registration, as “GMC 1234567”.")
@click.option("--waive", "waived", multiple=True, nargs=2, metavar="FAULT REASON", help="Let a fault stand, and why.")
@click.pass_obj
def approve_text(  # noqa: PLR0913, PLR0917  (what a command line says)
    doors: Doors,
    text: str,
    until: datetime,
    seen: str | None,
    name: str | None,
    role: str | None,
    registration: str | None,
    waived: tuple[tuple[str, str], ...],
) -> None:
    """Approve a text that waits for a review: the words that you have read, and no others.

    Without --seen it shows what changed, and asks. Any later edit makes a draft of the text again.
    """
    desk = doors.open_desk()
    file, own = text_named(desk, text), load(desk).library
    signature = Signature(name or own.editor, role or own.editor_role, registration or own.registration)
    read = seen if seen is not None else _read_now(sheet(desk, file))
    approve(desk, file, signature, until.date(), [Waiver(*each) for each in waived], seen=read)
    click.echo(f"{title_of(desk.library, file)} is approved by {signature.name} until {until.date()}.")


def _read_now(shown: Sheet) -> str:
    """Show what changed, ask whether that may be approved, and return the id of it. Raises ReviewRefused."""
    if sys.stdin is None or not sys.stdin.isatty():
        why = "nobody has said which words of the text were read"
        raise ReviewRefused(why, "Read it, then give --seen with the id that “library reviews” shows.")
    check_waits(shown.title, shown.review)
    before = f"version {shown.approval.version}" if shown.approval is not None else "nothing was approved before"
    click.echo(f"{shown.title}, version {shown.review.version} ({shown.content[:SHORTEST_SEEN]}), beside {before}:")
    for said in front_changes(shown.before, shown.now):
        click.echo(f"  {said}")
    click.echo()
    for line in changed_lines(word_changes(read_out(shown.before), read_out(shown.now))):
        click.echo(line)
    for fault in shown.faults:
        click.echo(f"To mend or to waive, line {fault.line}: {fault.wrong}: {fault.remedy}.")
    click.confirm("Approve these words?", abort=True)
    return shown.content
