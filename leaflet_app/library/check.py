"""Go through a library's texts with the rules of wording. What they find stops an approval, not a draft."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from leaflet_app.domain.faults import Fault
from leaflet_app.domain.glossary import Glossary
from leaflet_app.domain.library import Library
from leaflet_app.domain.topic import SharedBlock, Topic
from leaflet_app.library import plainness, style, where
from leaflet_app.library.files import Files
from leaflet_app.library.printed import LISTS, Said, said_in_list, said_in_text
from leaflet_app.library.topic_pictures import faults_of_pictures


def faults_of_style(files: Files, library: Library) -> Iterator[Fault]:
    """Yield what the rules find in the sound topics, shared texts and lists of a folder."""
    for topic in library.topics.values():
        yield from _of_text(files, where.text_file(where.TOPICS, topic.id), topic, library.glossary)
        yield from faults_of_pictures(files, topic)
    for shared in library.shared.values():
        yield from _of_text(files, where.text_file(where.SHARED, shared.id), shared, library.glossary)
    for file, table, field in LISTS:
        yield from _of_lines(file, said_in_list(files, file, table, field), None)
    yield from _equal_titles(library)


def _of_text(files: Files, file: str, text: Topic | SharedBlock, glossary: Glossary) -> Iterator[Fault]:
    said = tuple(said_in_text(files, file, text))
    faults = list(_of_lines(file, said, text if isinstance(text, Topic) else None))
    for weight, rule in plainness.RULES if said else ():
        faults += (Fault(file, line, wrong, remedy, weight) for line, wrong, remedy in rule(text, said, glossary))
    yield from dict.fromkeys(faults)  # each once: a fact's words stand in its table and in the prose


def _of_lines(file: str, said: Iterable[Said], topic: Topic | None) -> Iterator[Fault]:
    for each in said:
        for weight, rule in style.RULES:
            yield from (Fault(file, each.line, wrong, remedy, weight) for wrong, remedy in rule(each.words, topic))


def _equal_titles(library: Library) -> Iterator[Fault]:
    """Yield topics that no reader could tell apart."""
    seen: dict[str, str] = {}
    for topic in library.offered.values():
        other = seen.setdefault(topic.title.casefold(), topic.id)
        if other != topic.id:
            file = where.text_file(where.TOPICS, topic.id)
            yield Fault(file, 1, f"the topic “{other}” has the same title", "rename one of them")
