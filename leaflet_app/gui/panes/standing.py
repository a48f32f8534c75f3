"""Where a topic stands in the leaflet, and how long it takes to read."""

from __future__ import annotations

from leaflet_app.domain.counted import counted
from leaflet_app.domain.reading_time import minutes_to_read
from leaflet_app.domain.selection import Selection
from leaflet_app.domain.sentences import capitalised
from leaflet_app.domain.topic import Topic

_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_TEENS = range(11, 14)


def standing(topic: Topic, selection: Selection) -> str:
    """Say it in one line: 2nd in the leaflet, about 3 minutes to read."""
    minutes = minutes_to_read(topic)
    takes = f"about {counted(minutes, 'minute')} to read"
    if topic.id not in selection.topics:
        return capitalised(takes)
    return f"{ordinal(selection.topics.index(topic.id) + 1)} in the leaflet, {takes}"


def ordinal(number: int) -> str:
    """Return 1st, 2nd, 3rd, 4th."""
    return f"{number}{'th' if number % 100 in _TEENS else _ENDINGS.get(number % 10, 'th')}"
