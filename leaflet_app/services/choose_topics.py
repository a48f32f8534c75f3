"""Choose topics by id and bring them into print order."""

from __future__ import annotations

from collections.abc import Iterable

from leaflet_app.domain.library import Library


def choose(library: Library, ids: Iterable[str]) -> tuple[str, ...]:
    """Return the topics in print order, each once. Raises UnknownTopic, TopicHasFaults, TopicRetired."""
    chosen: tuple[str, ...] = ()
    for topic_id in ids:
        chosen = library.placed(chosen, topic_id)
    return chosen
