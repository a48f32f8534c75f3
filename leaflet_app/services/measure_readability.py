"""Measure how hard each text of the library is to read."""

from __future__ import annotations

from typing import NamedTuple

from leaflet_app.domain.library import Library
from leaflet_app.domain.readability import Reading, reading


class Measured(NamedTuple):
    """A topic, or a text that topics share (`shared/ID`), and its scores."""

    id: str
    reading: Reading


def measure(library: Library) -> tuple[Measured, ...]:
    """Return the topics in the order of lists, then the shared texts."""
    topics = (Measured(topic.id, reading(topic)) for _, those in library.by_site() for topic in those)
    shared = (Measured(f"shared/{block.id}", reading(block)) for block in library.shared.values())
    return (*topics, *shared)
