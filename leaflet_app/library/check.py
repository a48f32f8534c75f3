"""Go through a library's texts with the rules of wording. What they find stops an approval, not a draft."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from leaflet_app.domain.blocks import plain
from leaflet_app.domain.facts import Fact
from leaflet_app.domain.faults import Fault
from leaflet_app.domain.library import Library
from leaflet_app.domain.topic import SharedBlock, Topic
from leaflet_app.library.body import read_body
from leaflet_app.library.facts import places
from leaflet_app.library.files import LARGEST_TOPIC, read_text
from leaflet_app.library.front_matter import part
from leaflet_app.library.report import Report
from leaflet_app.library.style import RULES
from leaflet_app.library.tables import Lines


def faults_of_style(root: Path, library: Library) -> Iterator[Fault]:
    """Yield what the rules find in the sound topics and shared texts of a folder."""
    for topic in library.topics.values():
        yield from _faults(root, f"topics/{topic.id}/{topic.lang}.md", topic)
    for shared in library.shared.values():
        yield from _faults(root, f"shared/{shared.id}/{library.wording.lang}.md", shared)
    yield from _equal_titles(library)


def _faults(root: Path, file: str, text: Topic | SharedBlock) -> Iterator[Fault]:
    report = Report(file)
    topic = text if isinstance(text, Topic) else None
    for number, said in _said(root, report, text):
        for rule in RULES:
            for wrong, remedy in rule(said, topic):
                report.add(number, wrong, remedy)
    yield from dict.fromkeys(report.faults)


def _said(root: Path, report: Report, text: Topic | SharedBlock) -> Iterator[tuple[int, str]]:
    """Yield all that a text prints, each with its line."""
    whole = read_text(root, report, LARGEST_TOPIC)
    parted = None if whole is None else part(whole, report)
    if parted is None:
        return
    yield from _fields(text, text.facts, parted.lines)
    for piece in read_body(parted.body, parted.body_line, places(text.facts), report):
        for line in piece.lines:
            yield line.number, plain(line.text)


def _fields(text: Topic | SharedBlock, facts: Mapping[str, Fact], lines: Lines) -> Iterator[tuple[int, str]]:
    yield lines.of("title"), text.title
    if isinstance(text, Topic):
        yield lines.of("purpose"), text.purpose
        yield lines.of("recap"), text.recap
    for key, fact in facts.items():
        yield lines.of(f"facts.{key}"), fact.text


def _equal_titles(library: Library) -> Iterator[Fault]:
    """Yield topics that no reader could tell apart."""
    seen: dict[str, str] = {}
    for topic in library.topics.values():
        other = seen.setdefault(topic.title.casefold(), topic.id)
        if other != topic.id:
            file = f"topics/{topic.id}/{topic.lang}.md"
            yield Fault(file, 1, f"the topic “{other}” has the same title", "rename one of them")
