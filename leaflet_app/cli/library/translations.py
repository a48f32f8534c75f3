"""Tell how texts stand in other languages, and begin a translation."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

import click

from leaflet_app.cli.doors import Doors
from leaflet_app.domain.counted import counted
from leaflet_app.domain.languages import language_of

if TYPE_CHECKING:
    from leaflet_app.services.translations_standing import InLanguage

EPILOG = """\b
Examples:
  leaflet-app library translations
  leaflet-app library translations --json
  leaflet-app library translations new insulinoma cy
"""


@click.group(invoke_without_command=True, epilog=EPILOG)
@click.option("--json", "as_json", is_flag=True, help="For a program to read.")
@click.option("--all", "tells_missing", is_flag=True, help="Name the texts that are not translated too.")
@click.pass_context
def translations(context: click.Context, as_json: bool, tells_missing: bool) -> None:  # noqa: FBT001  (click's flags)
    """List the texts by language: there, missing, or out of date with the sentences to check."""
    if context.invoked_subcommand:
        return
    from leaflet_app.services.translations_standing import standing  # noqa: PLC0415  (help must not wait for it)

    doors: Doors = context.obj
    stood = standing(doors.open_desk())
    if as_json:
        click.echo(json.dumps([_row(each) for each in stood], indent=2, ensure_ascii=False))
        return
    for line in _lines(stood, tells_missing=tells_missing):
        click.echo(line)


@translations.command()
@click.argument("text")
@click.argument("language")
@click.pass_obj
def new(doors: Doors, text: str, language: str) -> None:
    """Begin to translate TEXT into LANGUAGE: a file with what the English text has, and nothing said in it yet."""
    from leaflet_app.services.text_titles import title_of  # noqa: PLC0415
    from leaflet_app.services.translate_text import begin  # noqa: PLC0415

    desk = doors.open_desk()
    file = begin(desk, text, language)
    click.echo(f"{title_of(desk.library, file)} is begun. It prints in English until every part is translated.")


def _lines(stood: Sequence[InLanguage], *, tells_missing: bool) -> Iterator[str]:
    for lang, group in groupby(stood, key=lambda each: each.lang):
        texts = tuple(group)
        there = sum(each.is_there for each in texts)
        yield f"{language_of(lang).english_name} ({lang}): {there} of {counted(len(texts), 'text')}"
        for each in texts:
            if each.is_there or tells_missing:
                yield f"  {each.said:<24} {each.file}  {each.title or each.english_title}"


def _row(each: InLanguage) -> dict[str, object]:
    return {**each._asdict(), "said": each.said}
