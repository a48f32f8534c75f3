"""The options that shape a leaflet, shared by the commands that make one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from enum import Enum
from typing import Any, TypedDict

import click

from leaflet_app.domain.look import Format, Theme
from leaflet_app.domain.selection import Detail, Recipient, Selection
from leaflet_app.domain.topic import BODY_PLACES, Site
from leaflet_app.services.choose_topics import choose
from leaflet_app.services.desk import Desk
from leaflet_app.services.settings import paper, practice_gone

OVERDUE_REASON = "Why it is given although a review is overdue; kept in the register, so never about the patient."


class LeafletOptions(TypedDict):
    """What holds for every copy of a leaflet."""

    topic_ids: tuple[str, ...]
    set_name: str | None
    format_name: str | None
    theme_name: str | None
    language: str
    beside: str
    is_summary: bool
    tear_off: bool
    detail_name: str | None
    without_outlook: bool
    without: tuple[str, ...]
    note: str
    body_map: bool
    practice: str
    disclaimer: str
    overdue_reason: str


class PersonalOptions(TypedDict):
    """What is for one person only."""

    recipient: str
    reference: str
    body_note: str
    body_mark: str | None


def split(_context: click.Context, _parameter: click.Parameter, text: str) -> tuple[str, ...]:
    """Split a text at its commas into parts, each once."""
    return tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))


def _one_of(choices: Iterable[Enum]) -> click.Choice[str]:
    return click.Choice([each.value for each in choices])


def _on_off(name: str, *others: str, help: str) -> Callable[..., Any]:  # noqa: A002  (click's own word)
    return click.option(name, *others, is_flag=True, help=help)


_LEAFLET = (
    click.option("--topics", "topic_ids", default="", metavar="A,B", callback=split, help="Topics by name."),
    click.option("--set", "set_name", metavar="NAME", help="A named set of topics; “topics --sets” lists them."),
    click.option(
        "--format",
        "format_name",
        type=_one_of(Format),
        help="Paper and size of print: standard, unless a set says otherwise.",
    ),
    click.option(
        "--theme",
        "theme_name",
        type=_one_of(Theme),
        help="Letters and ground: standard, unless a set says otherwise.",
    ),
    click.option(
        "--language", default="", metavar="TAG", help="The language to print in, as “cy”, where the library has it."
    ),
    click.option(
        "--beside",
        default="",
        metavar="TAG",
        help="A second language side by side with it: en-GB, which is English.",
    ),
    _on_off("--summary", "is_summary", help="A page or two: when to get help, how to reach you, the facts."),
    _on_off("--tear-off", help="Print the questions on a last sheet of their own, to take to an appointment."),
    click.option(
        "--detail",
        "detail_name",
        type=_one_of(Detail),
        help="How much the leaflet says in numbers: figures, unless a set says otherwise.",
    ),
    _on_off("--without-outlook", help="Say chances of cancer, spread, cure or death in words only."),
    click.option(
        "--without", multiple=True, metavar="SECTION", help="Leave out a section, as “questions”. Repeatable."
    ),
    click.option("--note", default="", metavar="TEXT", help="Your own words to this person, in a box of their own."),
    _on_off("--body-map", help="Print the body with the topics' places marked."),
    click.option(
        "--practice",
        default="",
        metavar="ID",
        help="Whose leaflet it is; “library practice list” shows them. This desk's own, unless you say so.",
    ),
    click.option(
        "--disclaimer", default="", metavar="ID", help="The notice it bears: the practice's own, unless you say so."
    ),
    click.option("--overdue-reason", default="", metavar="TEXT", help=OVERDUE_REASON),
)
_PERSONAL = (
    click.option("--body-note", default="", metavar="TEXT", help="A few words beside the body; prints it too."),
    click.option(
        "--body-mark",
        type=_one_of(BODY_PLACES),
        help="Ring this place for this person, with those words at its name; prints the body too.",
    ),
    click.option(
        "--recipient", default="", metavar="NAME", help="Whom the leaflet is for. Goes nowhere but on the page."
    ),
    click.option("--reference", default="", metavar="REF", help="Your reference for this person."),
)


def leaflet_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options of LeafletOptions."""
    return _with(_LEAFLET, command)


def personal_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options of PersonalOptions."""
    return _with(_PERSONAL, command)


def selected(desk: Desk, choices: LeafletOptions) -> Selection:
    """Return what the options choose, dated today."""
    begun = _begun(desk, choices)
    return replace(
        begun,
        without=begun.without.union(choices["without"]),
        note=choices["note"],
        format=Format(choices["format_name"] or begun.format),
        theme=Theme(choices["theme_name"] or begun.theme),
        language=choices["language"] or begun.language,
        beside=choices["beside"] or begun.beside,
        is_summary=begun.is_summary or choices["is_summary"],
        tear_off=begun.tear_off or choices["tear_off"],
        detail=Detail(choices["detail_name"] or begun.detail),
        without_outlook=begun.without_outlook or choices["without_outlook"],
        body_map=choices["body_map"],
        practice=choices["practice"] or _own_practice(desk),
        disclaimer=choices["disclaimer"],
        overdue_reason=choices["overdue_reason"].strip(),
        made_on=desk.today(),
    )


def addressed(selection: Selection, person: PersonalOptions) -> Selection:
    """Return the selection for one person; a place to ring, or words beside the body, print the body too."""
    mark = Site(person["body_mark"]) if person["body_mark"] else None
    return replace(
        selection,
        recipient=Recipient(person["recipient"], person["reference"]),
        body_map=selection.body_map or bool(person["body_note"].strip() or mark),
        body_note=person["body_note"],
        body_mark=mark,
    )


def _with(options: tuple[Callable[..., Any], ...], command: Callable[..., Any]) -> Callable[..., Any]:
    for option in reversed(options):
        command = option(command)
    return command


def _own_practice(desk: Desk) -> str:
    """Return the practice of this desk, and say on standard error where the first stands in for it."""
    if fault := practice_gone(desk):
        click.echo(str(fault), err=True)
    return paper(desk).practice


def _begun(desk: Desk, choices: LeafletOptions) -> Selection:
    """Return what the named topics or the named set choose, before the other options."""
    if choices["set_name"] is None:
        return Selection(choose(desk.library, choices["topic_ids"]))
    if choices["topic_ids"]:
        raise click.UsageError("--set brings its own topics. Leave out --topics or --set.")
    from leaflet_app.services.sets import find_set  # noqa: PLC0415  (most leaflets begin with topics)

    return find_set(desk.home, desk.library, choices["set_name"]).chosen_on(Selection())
