"""List the topics of the library."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict

import click

from leaflet_app.cli.doors import Doors
from leaflet_app.domain.counted import counted
from leaflet_app.domain.library import Library
from leaflet_app.domain.listed import Listed
from leaflet_app.domain.topic import Topic
from leaflet_app.services.desk import Desk
from leaflet_app.services.find_topics import find

EPILOG = """\b
Examples:
  leaflet-app topics
  leaflet-app topics --search "low sugar"
  leaflet-app topics --sets
  leaflet-app topics --languages
  leaflet-app topics --json
"""


@click.command(epilog=EPILOG)
@click.option("--json", "as_json", is_flag=True, help="Print them for other programs to read.")
@click.option("--search", metavar="TEXT", help="Show only topics that fit, the best first. Misspellings are fine.")
@click.option("--sets", "of_sets", is_flag=True, help="List the named sets of topics instead.")
@click.option("--languages", "of_languages", is_flag=True, help="List the languages to print in instead.")
@click.pass_obj
def topics(
    doors: Doors,
    as_json: bool,  # noqa: FBT001  (click's flags)
    search: str | None,
    of_sets: bool,  # noqa: FBT001
    of_languages: bool,  # noqa: FBT001
) -> None:
    """List the topics: the name to use in a command, then the title."""
    desk = doors.open_desk()
    if of_sets:
        _print_sets(desk, as_json=as_json)
        return
    if of_languages:
        _print_languages(desk.library, as_json=as_json)
        return
    library = desk.library
    shown = _all(library) if search is None else [library.topics[each] for each in find(desk.finder, library, search)]
    if as_json:
        click.echo(json.dumps([_described(topic) for topic in shown], ensure_ascii=False, indent=2))
    elif search is None:
        _print_by_site(library)
    else:
        _print(shown)
        click.echo(
            counted(len(shown), "topic") if shown else f"No topic fits “{search}”. Leave --search out to see them all."
        )
    if library.faulty:
        click.echo(
            f"{counted(len(library.faulty), 'topic')} not shown, with faults. Run “leaflet-app library check”.",
            err=True,
        )


def _print_sets(desk: Desk, *, as_json: bool) -> None:
    """Print the practice's own sets, then those that came with the library."""
    from leaflet_app.services.sets import all_sets  # noqa: PLC0415  (most lists are of topics)

    sets = all_sets(desk.home, desk.library)
    if as_json:
        click.echo(
            json.dumps([{"name": each.name, "topics": each.topics} for each in sets], ensure_ascii=False, indent=2)
        )
        return
    for each in sets:
        click.echo(each.name)
        click.echo(f"  {', '.join(each.topics)}")
    click.echo(counted(len(sets), "set"))


def _print_languages(library: Library, *, as_json: bool) -> None:
    """Print each language's tag and names, and how many topics are translated; the others are printed in English."""
    from leaflet_app.services.languages import offered, translated_topics  # noqa: PLC0415  (most lists are of topics)

    spoken = offered(library)
    counts = {each.tag: len(translated_topics(library, each)) for each in spoken}
    checked = {each.tag: library.in_language(each.tag).wording.is_checked for each in spoken}
    if as_json:
        described = [asdict(each) | {"topics": counts[each.tag], "is_checked": checked[each.tag]} for each in spoken]
        click.echo(json.dumps(described, ensure_ascii=False, indent=2))
        return
    for each in spoken:
        names = " · ".join(dict.fromkeys((each.english_name, each.own_name)))
        state = "" if checked[each.tag] else ", headings by machine, to be checked"
        click.echo(f"  {each.tag:<6}  {names}: {counted(counts[each.tag], 'topic')}{state}")
    click.echo(counted(len(spoken), "language"))


def _all(library: Library) -> list[Topic]:
    return [topic for _, topics in library.by_site() for topic in topics]


def _print_by_site(library: Library) -> None:
    for site, topics_there in library.listed_by_site():
        click.echo(library.wording.sites[site.value])
        _print(topics_there)
        click.echo()
    click.echo(counted(len(library.offered), "topic"))


def _print(shown: Iterable[Topic | Listed]) -> None:
    for topic in shown:
        click.echo(f"  {topic.id:<26}  {topic.title}")


def _described(topic: Topic) -> dict[str, str]:
    return {
        "id": topic.id,
        "title": topic.title,
        "site": topic.site.value,
        "kind": topic.kind.value,
        "status": topic.review.status.value,
        "version": topic.review.version,
    }
