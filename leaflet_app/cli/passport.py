"""Say how a leaflet stands by the code at the foot of its pages, and make it again."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from leaflet_app.cli.doors import Doors
from leaflet_app.domain.compose.changes import Change, ChangedPart
from leaflet_app.domain.errors import NoSuchEntry
from leaflet_app.domain.given import Given
from leaflet_app.domain.given_words import Titles, moment_said, topics_said, way_and_copies
from leaflet_app.services.passport import Passported, look_up, told
from leaflet_app.services.recreate_leaflet import recreate
from leaflet_app.services.register_export import described, titles_of
from leaflet_app.services.save_leaflet import pour, save

STDOUT = "-"
SUPERSEDED, WITHDRAWN, DRAFT = 3, 4, 5
"""How the command ends for a leaflet that is not current; 2 is a code that is mistyped, or unknown to this desk."""

NAME_LETTERS = 8

EPILOG = """\b
Examples:
  leaflet-app passport CL-7K3M9Q-X8
  leaflet-app passport 7k3m9q4f --json
  leaflet-app passport CL-7K3M9Q-X8 --output leaflet.pdf
  leaflet-app passport CL-7K3M9Q-X8 --output leaflet.pdf --issue 2

\b
It ends with
  0  current
  2  no code, or none that this desk has a record of
  3  superseded: the library says it in other words today
  4  withdrawn: do not give it any more
  5  draft: current, but its text awaits clinical review
"""


@click.command(epilog=EPILOG)
@click.argument("code")
@click.option("--output", metavar="FILE", help="Make the leaflet again and write it here; “-” is standard output.")
@click.option("--issue", default="1", metavar="N", help="Which time it was given: 1 is the last, or an entry's name.")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@click.pass_obj
def passport(doors: Doors, code: str, output: str | None, issue: str, *, as_json: bool) -> None:
    """Say whether a leaflet is current, what changed since, and when it was given. No patient is named."""
    desk = doors.open_desk()
    found = look_up(desk, code)
    is_poured = output == STDOUT
    lines = (
        [json.dumps(_described(found), ensure_ascii=False, indent=2)]
        if as_json
        else list(_told(found, titles_of(desk.library)))
    )
    for line in lines:
        click.echo(line, err=is_poured)
    if output is not None:
        again = recreate(desk, _chosen(found, issue))
        pour(sys.stdout.buffer, again.pdf) if is_poured else save(Path(output), again.pdf)
        for line in (*(() if is_poured else (f"Saved {output}",)), again.said):
            click.echo(line, err=is_poured or as_json)
    if ends_with := _ends_with(found):
        raise click.exceptions.Exit(ends_with)


def _ends_with(found: Passported) -> int:
    if found.withdrawn:
        return WITHDRAWN
    if found.is_superseded:
        return SUPERSEDED
    return DRAFT if found.is_draft else 0


def _chosen(found: Passported, issue: str) -> Given:
    """Return the entry of a number, counted from the newest, or of a name. Raises NoSuchEntry."""
    for number, given in enumerate(found.entries, 1):
        if issue == str(number) or (len(issue) >= NAME_LETTERS and given.id.startswith(issue.casefold())):
            return given
    raise NoSuchEntry(issue)


def _told(found: Passported, titles: Titles) -> Iterator[str]:
    yield f"{found.code}: {topics_said(found.entries[0], titles)}"
    yield from told(found)
    for part in found.changed or ():
        yield from ("", part.title, *_told_part(part))
    yield ""
    yield "Given, the last time first:"
    for number, given in enumerate(found.entries, 1):
        cells = (f"{number:>3}", moment_said(given), way_and_copies(given), given.selection.format.label, given.desk)
        yield "  ".join((*cells, given.id[:NAME_LETTERS]))


def _told_part(part: ChangedPart) -> Iterator[str]:
    if part.is_new or part.is_gone:
        yield f"  This part is {'new' if part.is_new else 'gone'}."
        return
    for change in part.changes:
        yield from (f"  {lead}: {said}" for lead, said in _sides(change).items() if said)


def _sides(change: Change) -> dict[str, str]:
    return {name: " ".join(each.text for each in getattr(change, name.lower())) for name in ("Before", "Now")}


def _described(found: Passported) -> dict[str, object]:
    return {
        "code": found.code,
        "is_current": found.is_current,
        "is_superseded": found.is_superseded,
        "is_draft": found.is_draft,
        "was_draft": found.was_draft,
        "withdrawn": found.withdrawn,
        "changed": None if found.changed is None else [_described_part(part) for part in found.changed],
        "given": [described(given) for given in found.entries],
    }


def _described_part(part: ChangedPart) -> dict[str, object]:
    sides = [{name.casefold(): said for name, said in _sides(change).items()} for change in part.changes]
    return {"part": part.anchor, "title": part.title, "is_new": part.is_new, "is_gone": part.is_gone, "changes": sides}
