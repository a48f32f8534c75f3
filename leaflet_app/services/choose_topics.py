"""Choose topics by id and bring them into print order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from leaflet_app.domain.compose import compose
from leaflet_app.domain.errors import LeafletError
from leaflet_app.domain.library import Library
from leaflet_app.domain.selection import Selection
from leaflet_app.services.standing_in import borne


def choose(library: Library, ids: Iterable[str]) -> tuple[str, ...]:
    """Return the topics in print order, each once. Raises UnknownTopic, TopicHasFaults, TopicRetired."""
    chosen: tuple[str, ...] = ()
    for topic_id in ids:
        chosen = library.placed(chosen, topic_id)
    return chosen


def as_far_as_offered(library: Library, selection: Selection) -> Selection:
    """Return what is left of a selection in a library that has changed since.

    Topics that it no longer offers are left away; the parts left out, and the language, where they no longer hold.
    Where its practice is not there any more, the first stands in, with its own disclaimer.
    """
    left = _borne(library, selection)
    for topic_id in selection.topics:
        left = left if library.is_offered(topic_id) else left.without_topic(topic_id)
    if not left.topics:
        return left
    try:
        compose(library, left)
    except LeafletError:
        return replace(left, without=frozenset(), language="")
    return left


def _borne(library: Library, selection: Selection) -> Selection:
    practice = borne(library, selection.practice)
    return selection if practice == selection.practice else replace(selection, practice=practice, disclaimer="")
