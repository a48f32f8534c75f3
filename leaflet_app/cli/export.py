"""Make a leaflet and save it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import TypedDict, Unpack

import click

from leaflet_app.cli.doors import Doors
from leaflet_app.domain.counted import counted
from leaflet_app.domain.leaflet import Leaflet
from leaflet_app.domain.look import Format
from leaflet_app.domain.selection import Detail, Recipient, Selection
from leaflet_app.domain.topic import BODY_PLACES, Site
from leaflet_app.services.choose_topics import choose
from leaflet_app.services.desk import Desk
from leaflet_app.services.make_leaflet import Made, could_leave_out, make_leaflet
from leaflet_app.services.save_leaflet import pour, save

STDOUT = "-"
ALSO = MappingProxyType({"html": ".html", "text": ".txt"})
"""What --also offers, and how such a file's name ends."""

WOULD_HARM = 3
"""How --strict ends when something in the leaflet would do harm."""

EPILOG = """\b
Examples:
  leaflet-app export --topics insulinoma --output leaflet.pdf
  leaflet-app export --topics net-overview,insulinoma --output leaflet.pdf --format large
  leaflet-app export --topics insulinoma --output leaflet.pdf --without questions --also html,text
  leaflet-app export --topics insulinoma --output leaflet.pdf --detail pictures --without-outlook
  leaflet-app export --topics insulinoma --output leaflet.pdf --check --strict
  leaflet-app export --topics coping --output - > leaflet.pdf
  leaflet-app export --set "New insulinoma patient" --output leaflet.pdf
"""


class Options(TypedDict):
    """The options that shape the leaflet itself, and whether it is checked."""

    topic_ids: tuple[str, ...]
    set_name: str | None
    format_name: str | None
    without: tuple[str, ...]
    note: str
    recipient: str
    reference: str
    body_map: bool
    body_note: str
    body_mark: str | None
    detail_name: str | None
    without_outlook: bool
    is_checked: bool
    is_strict: bool


def _split(_context: click.Context, _parameter: click.Parameter, text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))


def _split_also(context: click.Context, parameter: click.Parameter, text: str) -> tuple[str, ...]:
    chosen = _split(context, parameter, text)
    for each in chosen:
        if each not in ALSO:
            raise click.BadParameter(f"“{each}” is not one of {', '.join(ALSO)}.")
    return chosen


@click.command(epilog=EPILOG)
@click.option("--topics", "topic_ids", default="", metavar="A,B", callback=_split, help="Topics by name.")
@click.option("--set", "set_name", metavar="NAME", help="A named set in place of topics; “topics --sets” lists them.")
@click.option("--output", required=True, metavar="FILE", help="The PDF to write; “-” writes it to standard output.")
@click.option(
    "--format",
    "format_name",
    type=click.Choice([each.value for each in Format]),
    help="How the paper looks: standard, unless a set says otherwise.",
)
@click.option(
    "--detail",
    "detail_name",
    type=click.Choice([each.value for each in Detail]),
    help="How much the leaflet says in numbers: figures, unless a set says otherwise.",
)
@click.option("--without-outlook", is_flag=True, help="Say chances of cancer, spread, cure or death in words only.")
@click.option("--without", multiple=True, metavar="SECTION", help="Leave a section out, as “questions”. Repeatable.")
@click.option("--note", default="", metavar="TEXT", help="Your own words to this person, in a box of their own.")
@click.option("--body-map", is_flag=True, help="Print the body with the topics' places marked.")
@click.option("--body-note", default="", metavar="TEXT", help="A few words beside the body; prints it too.")
@click.option(
    "--body-mark",
    type=click.Choice([each.value for each in BODY_PLACES]),
    help="Ring this place for this person, with those words at its name; prints the body too.",
)
@click.option("--recipient", default="", metavar="NAME", help="Whom the leaflet is for. Goes nowhere but on the page.")
@click.option("--reference", default="", metavar="REF", help="Your reference for this person.")
@click.option("--also", default="", metavar="html,text", callback=_split_also, help="Write these beside the PDF too.")
@click.option("--check", "is_checked", is_flag=True, help="Check the leaflet and say what to look at.")
@click.option(
    "--strict", "is_strict", is_flag=True, help="Check it, and end with 3 when something in it would do harm."
)
@click.pass_obj
def export(doors: Doors, output: str, also: tuple[str, ...], **options: Unpack[Options]) -> None:
    """Make one leaflet from the topics you name, and save it as PDF."""
    pdf = Path(output)
    if also and output == STDOUT:
        raise click.UsageError("--also writes files beside the PDF, so it needs --output with a file name.")
    if pdf.suffix.lower() in {ALSO[each] for each in also}:
        raise click.UsageError(f"--also would write over “{pdf.name}”. Give the PDF a name that ends in .pdf.")
    desk = doors.open_desk()
    selection = _selected(desk, options)
    made = make_leaflet(desk.library, selection, desk.render)
    if output == STDOUT:
        pour(sys.stdout.buffer, made.rendered.pdf)
    else:
        save(pdf, made.rendered.pdf)
    texts = tuple(_save_text(pdf, each, made.leaflet) for each in also)
    for line in _told(desk, made, (output, *texts)):
        click.echo(line, err=output == STDOUT)
    if options["is_checked"] or options["is_strict"]:
        would_harm = _tell_checks(desk, selection, made.leaflet, err=output == STDOUT)
        if would_harm and options["is_strict"]:
            raise click.exceptions.Exit(WOULD_HARM)


def _selected(desk: Desk, choices: Options) -> Selection:
    begun = _begun(desk, choices)
    mark = Site(choices["body_mark"]) if choices["body_mark"] else None
    return replace(
        begun,
        without=begun.without.union(choices["without"]),
        note=choices["note"],
        recipient=Recipient(choices["recipient"], choices["reference"]),
        format=Format(choices["format_name"] or begun.format),
        detail=Detail(choices["detail_name"] or begun.detail),
        without_outlook=begun.without_outlook or choices["without_outlook"],
        body_map=choices["body_map"] or bool(choices["body_note"].strip() or mark),
        body_note=choices["body_note"],
        body_mark=mark,
        made_on=desk.today(),
    )


def _begun(desk: Desk, choices: Options) -> Selection:
    """Return what the named topics or the named set choose, before the other options."""
    if choices["set_name"] is None:
        return Selection(choose(desk.library, choices["topic_ids"]))
    if choices["topic_ids"]:
        raise click.UsageError("--set brings its own topics. Leave out --topics or --set.")
    from leaflet_app.services.sets import find_set  # noqa: PLC0415  (most leaflets begin with topics)

    return find_set(desk.home, desk.library, choices["set_name"]).chosen_on(Selection())


def _save_text(pdf: Path, kind: str, leaflet: Leaflet) -> str:
    """Save the leaflet as text beside the PDF and return the file's path."""
    from leaflet_app.services.show_text import plain_text, web_page  # noqa: PLC0415  (most leaflets need neither)

    path = pdf.with_name(f"{pdf.stem.rstrip('.') or pdf.stem}{ALSO[kind]}")
    text = web_page(leaflet) if kind == "html" else plain_text(leaflet)
    save(path, text.encode())
    return str(path)


def _tell_checks(desk: Desk, selection: Selection, leaflet: Leaflet, *, err: bool) -> bool:
    """Say what the checks of a leaflet found, and return whether anything in it would do harm."""
    from leaflet_app.cli.checked import told_checks, would_harm  # noqa: PLC0415  (most leaflets are not checked here)
    from leaflet_app.services.check_leaflet import check_leaflet  # noqa: PLC0415

    checks = check_leaflet(desk.library, selection, leaflet)
    for line in ("", *told_checks(checks)):
        click.echo(line, err=err)
    return would_harm(checks)


def _told(desk: Desk, made: Made, written: tuple[str, ...]) -> Iterator[str]:
    """Yield what a person should know of the leaflet just made."""
    yield from (f"Saved {each}" for each in written if each != STDOUT)
    yield f"{counted(made.rendered.pages, 'page')}, code {made.leaflet.code}"
    if made.leaflet.needs_review:
        yield f"{desk.library.wording.draft_banner}. {desk.library.wording.draft_what}"
    offers = could_leave_out(desk.library, made)
    if offers:
        yield "This is a long leaflet. You could leave out:"
    widest = max((len(offer.key) for offer in offers), default=0)
    for title, key, fewer in offers:
        yield f"  --without {key:<{widest}}  {title}, about {counted(fewer, 'page')}"
