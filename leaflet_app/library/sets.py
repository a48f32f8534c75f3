"""The sets of topics: those a library comes with, and those a practice has named."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from leaflet_app.domain.compose.leaflet import GENERATED_PARTS, MUST_STAY
from leaflet_app.domain.sets import LONGEST_NAME, TopicSet
from leaflet_app.domain.topic import SectionKey
from leaflet_app.library.files import Files
from leaflet_app.library.lists import read_list
from leaflet_app.library.report import Report

_PARTS = {*GENERATED_PARTS, *(key.value for key in SectionKey)} - set(MUST_STAY)


def read_sets(files: Files, report: Report, topics: Collection[str] | None) -> tuple[TopicSet, ...]:
    """Return the sound sets of a folder in their order. A folder without the file has none, and that is no fault.

    Each must name topics of these; with None any will do, because a practice's sets outlive a library.
    """

    def entry(named: TopicSet, own: Report, line: int) -> tuple[str, TopicSet]:
        if not named.name.strip() or len(named.name) > LONGEST_NAME:
            own.add(line, "the name of the set is empty or too long", f"write 1 to {LONGEST_NAME} letters")
        if not named.topics:
            own.add(line, "the set holds no topic", "name at least one in “topics”")
        _check_topics(named.topics, named.topics if topics is None else topics, own, line)
        _check_parts(named, own, line)
        return named.name, named

    if not files.holds(report.file):
        return ()
    return tuple(read_list(files, report, "set", TopicSet, entry).values())


def written(sets: Iterable[TopicSet]) -> str:
    """Return the text of a file of sets."""
    return "\n".join(map(_written, sets))


def _check_topics(named: tuple[str, ...], topics: Collection[str], own: Report, line: int) -> None:
    for each in dict.fromkeys(named):
        if each not in topics:
            own.add(line, f"“topics” names “{each[:80]}”, which does not exist", "use an id of topics/")
        if named.count(each) > 1:
            own.add(line, f"“topics” names “{each[:80]}” twice", "remove one of them")


def _check_parts(named: TopicSet, own: Report, line: int) -> None:
    for each in named.without:
        topic, _, part = each.rpartition("/")
        if part not in _PARTS or (topic and topic not in named.topics):
            own.add(
                line, f"“without” names “{each[:80]}”, which cannot be left out", "use “questions” or “ID/questions”"
            )


def _written(named: TopicSet) -> str:
    said = {
        "name": _quoted(named.name),
        "topics": _array(named.topics),
        "without": _array(named.without) if named.without else "",
        "format": _quoted(named.format.value) if named.format else "",
        "theme": _quoted(named.theme.value) if named.theme else "",
        "language": _quoted(named.language) if named.language is not None else "",
        "is_summary": _yes_or_no(named.is_summary),
        "tear_off": _yes_or_no(named.tear_off),
        "detail": _quoted(named.detail.value) if named.detail else "",
        "without_outlook": _yes_or_no(named.without_outlook or None),
    }
    return "\n".join(("[[set]]", *(f"{key} = {value}" for key, value in said.items() if value))) + "\n"


def _yes_or_no(chosen: bool | None) -> str:  # noqa: FBT001  (a value to write)
    return "" if chosen is None else str(chosen).lower()


def _array(texts: Iterable[str]) -> str:
    return f"[{', '.join(map(_quoted, texts))}]"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
