"""Show what changed in a text, word by word."""

from __future__ import annotations

from collections.abc import Iterable

import click

from leaflet_app.cli.doors import Doors
from leaflet_app.cli.library.history import told
from leaflet_app.domain.fate import Fate
from leaflet_app.domain.word_changes import WordChange

EPILOG = """\b
Examples:
  leaflet-app library diff insulinoma
  leaflet-app library diff insulinoma 3f2a91c0
  leaflet-app library diff shared/treat-surgery 3f2a91c0 b07d11e2

\b
Words taken away stand in [-…-], words put there in {+…+}.
"""

MARKS = {Fate.TAKEN: ("[-", "-]"), Fate.PUT: ("{+", "+}")}


@click.command(epilog=EPILOG)
@click.argument("text")
@click.argument("old", required=False, default="")
@click.argument("new", required=False, default="")
@click.pass_obj
def diff(doors: Doors, text: str, old: str, new: str) -> None:
    """Show the lines of TEXT that changed: in its last change, since version OLD, or between OLD and NEW."""
    from leaflet_app.services.named_texts import text_named  # noqa: PLC0415  (help must not wait for it)
    from leaflet_app.services.text_titles import title_of  # noqa: PLC0415
    from leaflet_app.services.text_versions import compare  # noqa: PLC0415

    desk = doors.open_desk()
    file = text_named(desk, text)
    compared = compare(desk, file, old, new)
    click.echo(f"from  {told(compared.old)}" if compared.old else "from  nothing: the text is new")
    click.echo(f"to    {told(compared.new)}")
    click.echo()
    lines = tuple(changed_lines(compared.changes))
    for line in lines:
        click.echo(line)
    if not lines:
        click.echo(f"{title_of(desk.library, file)} is the same in both.")


def changed_lines(changes: Iterable[WordChange]) -> Iterable[str]:
    """Yield each line in which words changed, numbered as in the newer text."""
    number, line, is_changed = 1, "", False
    for change in changes:
        opening, closing = MARKS.get(change.fate, ("", ""))
        for place, words in enumerate(change.text.split("\n")):
            if place:
                if is_changed:
                    yield f"{number:>5}  {line}"
                number += change.fate is not Fate.TAKEN
                line, is_changed = "", False
            if words:
                line += f"{opening}{words}{closing}"
                is_changed = is_changed or bool(opening)
    if is_changed:
        yield f"{number:>5}  {line}"
