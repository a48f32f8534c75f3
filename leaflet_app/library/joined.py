"""What was read of a library before, with what was read again in its place; the rest goes on waiting."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from leaflet_app.domain.listed import Listed, line_of, listed_in
from leaflet_app.domain.topic import Topic
from leaflet_app.library.later import Later

_Value = TypeVar("_Value")


class LaterTopics(Later[Topic]):
    """Topics that wait, and what lists show of them meanwhile."""

    def __init__(
        self, listed: Mapping[str, Listed], rebuild: Callable[[str], Topic], known: Mapping[str, Topic] | None = None
    ) -> None:
        super().__init__(listed, rebuild, known)
        self.listed = listed


def joined(before: Mapping[str, _Value], again: Mapping[str, _Value], gone: Iterable[str]) -> Mapping[str, _Value]:
    """Return what was there before without what is gone, and what was read again, by name."""
    left = dict.fromkeys(before)
    for name in gone:
        left.pop(name, None)
    names = sorted({**left, **dict.fromkeys(again)})
    if not isinstance(before, Later):
        return {name: again[name] if name in again else before[name] for name in names}
    known = {name: entry for name, entry in before.known.items() if name in left}
    return Later(names, before.rebuild, {**known, **again})


def joined_topics(before: Mapping[str, Topic], again: Mapping[str, Topic], gone: Iterable[str]) -> Mapping[str, Topic]:
    """Return topics so, and keep what lists show of them."""
    topics = joined(before, again, gone)
    if not isinstance(topics, Later):
        return topics
    listed = listed_in(before)
    lines = {name: line_of(again[name]) if name in again else listed[name] for name in topics}
    return LaterTopics(lines, topics.rebuild, topics.known)
