"""Show how hard the texts of the library are to read."""

from __future__ import annotations

import json

import click

from leaflet_app.cli.columns import columns
from leaflet_app.cli.doors import Doors
from leaflet_app.domain.counted import counted
from leaflet_app.domain.readability import HARDEST_GRADE, LONG_SENTENCE, Score
from leaflet_app.services.measure_readability import Measured, measure

EPILOG = """\b
Examples:
  leaflet-app library readability
  leaflet-app library readability --json
"""

HEADINGS = ("text", "words", f"over {LONG_SENTENCE}", "grade", "bullets", "age", "SMOG", "ease", "passive")


@click.command(epilog=EPILOG)
@click.option("--json", "as_json", is_flag=True, help="Print the figures for other programs to read.")
@click.pass_obj
def readability(doors: Doors, as_json: bool) -> None:  # noqa: FBT001  (click names its flags)
    """Show how hard each topic and each shared text is to read: a guide, never a pass mark.

    "words" and "over 20" (sentences of more words) count everything. Grade (Flesch-Kincaid), reading age, SMOG,
    Flesch's ease and the passive share are those of the prose; "bullets" is the grade of the bullets, which flatter.
    """
    measured = measure(doors.open_desk().library)
    if as_json:
        click.echo(json.dumps([_described(each) for each in measured], ensure_ascii=False, indent=2))
        return
    for line in columns([HEADINGS, *map(_row, measured)]):
        click.echo(line)
    hard = sum(each.reading.prose.grade > HARDEST_GRADE for each in measured)
    click.echo(f"\nProse above grade {HARDEST_GRADE:.0f}: {hard} of {counted(len(measured), 'text')}.")


def _row(measured: Measured) -> tuple[str, ...]:
    prose, bullets, whole = measured.reading.prose, measured.reading.bullets, measured.reading.whole
    return (
        measured.id,
        str(whole.words),
        str(whole.long_sentences),
        f"{prose.grade:.1f}",
        f"{bullets.grade:.1f}",
        f"{prose.age:.0f}",
        f"{prose.smog:.1f}",
        f"{prose.ease:.0f}",
        f"{prose.passive_share:.0%}",
    )


def _described(measured: Measured) -> dict[str, object]:
    reading = measured.reading
    scores = {"prose": reading.prose, "bullets": reading.bullets, "whole": reading.whole}
    return {"id": measured.id, **{name: _figures(score) for name, score in scores.items()}}


def _figures(score: Score) -> dict[str, float]:
    return {
        "words": score.words,
        "sentences": score.sentences,
        "sentences_over_20_words": score.long_sentences,
        "grade": round(score.grade, 1),
        "age": round(score.age, 1),
        "smog": round(score.smog, 1),
        "ease": round(score.ease, 1),
        "passive_share": round(score.passive_share, 3),
    }
