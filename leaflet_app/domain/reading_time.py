"""How long a topic takes to read."""

from __future__ import annotations

from collections.abc import Iterator

from leaflet_app.domain.blocks import lines_of, plain
from leaflet_app.domain.sentences import words_in
from leaflet_app.domain.topic import Topic

WORDS_A_MINUTE = 200


def minutes_to_read(topic: Topic) -> int:
    """Return the whole minutes that the words of a topic take; never less than one."""
    words = sum(len(words_in(text)) for text in _texts(topic))
    return max(1, int(words / WORDS_A_MINUTE + 0.5))


def _texts(topic: Topic) -> Iterator[str]:
    yield topic.purpose
    yield from (fact.text for _, fact in topic.glance)
    for section in topic.sections:
        yield section.heading
        yield from map(plain, lines_of(section.blocks))
    yield from (plain(line.text) for line in topic.urgent)
    yield from map(plain, topic.questions)
