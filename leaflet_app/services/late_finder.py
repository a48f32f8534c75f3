"""A finder that costs nothing before the first search."""

from __future__ import annotations

from functools import cached_property

from leaflet_app.domain.library import Library
from leaflet_app.services.desk import Finder


class LateFinder:
    """A finder that reads the library into its index at the first search."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def find(self, text: str, limit: int = 20) -> tuple[str, ...]:
        """Return the ids of matching topics, best first."""
        return self._index.find(text, limit)

    @cached_property
    def _index(self) -> Finder:
        from leaflet_app.library.search import TopicIndex  # noqa: PLC0415  (brings SQLite)

        return TopicIndex(self._library)
