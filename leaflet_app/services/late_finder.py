"""A finder that costs nothing before the first search, and after a change only what has changed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from leaflet_app.domain.library import Library

if TYPE_CHECKING:
    from leaflet_app.library.search import TopicIndex


class LateFinder:
    """A finder that reads the library into its index at the first search, or takes over that of the finder before."""

    def __init__(self, library: Library, before: object = None, changed: Iterable[str] = ()) -> None:
        self._library = library
        self.index: TopicIndex | None = None
        self.changed = {*changed}
        self.before = before if isinstance(before, LateFinder) else None
        if self.before and self.before.index is None:  # nobody has searched since the change before this
            self.changed |= self.before.changed
            self.before = self.before.before

    def find(self, text: str, limit: int = 20) -> tuple[str, ...]:
        """Return the ids of matching topics, best first."""
        if self.index is None:
            self.index = self._taken_over() or self._made()
        return self.index.find(text, limit)

    def _taken_over(self) -> TopicIndex | None:
        before, self.before = self.before, None
        if before is None or before.index is None:
            return None
        index, before.index = before.index, None
        return index if index.take(self._library, self.changed) else None

    def _made(self) -> TopicIndex:
        from leaflet_app.library.search import TopicIndex  # noqa: PLC0415  (brings SQLite)

        return TopicIndex(self._library)
