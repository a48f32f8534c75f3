"""Find topics while someone types."""

from __future__ import annotations

from leaflet_app.domain.library import Library
from leaflet_app.services.desk import Finder


def find(finder: Finder, library: Library, text: str) -> tuple[str, ...]:
    """Return the ids of the topics that can be chosen and that a text may mean, best first."""
    return tuple(each for each in finder.find(text) if library.is_offered(each))
