"""What someone looks for in the register, and what it comes to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime

from leaflet_app.domain.given import Given, Way
from leaflet_app.domain.value import value


@value
class Sought:
    """Which entries to show; what is empty asks for nothing. `since` is within, `until` is not."""

    since: datetime | None = None
    until: datetime | None = None
    topic: str = ""
    version: str = ""
    way: Way | None = None
    desk: str = ""
    passport: str = ""
    edition: str = ""

    def fits(self, given: Given) -> bool:
        """Tell whether an entry has the topic, in the version asked for."""
        return not self.topic or any(
            each.id == self.topic and self.version in ("", each.version) for each in given.topics
        )


@value
class Counts:
    """How many leaflets were given: copies count, and a leaflet of two topics counts for each of them."""

    entries: int
    leaflets: int
    by_topic: Mapping[str, int]
    by_way: Mapping[Way, int]
    by_month: Mapping[str, int]


def count(entries: Iterable[Given]) -> Counts:
    """Count leaflets by topic and by way, the most first, and by month, the first first."""
    number, topics, ways, months = 0, Counter[str](), Counter[Way](), Counter[str]()
    for given in entries:
        number += 1
        ways[given.way] += given.copies
        months[f"{given.given_at.astimezone():%Y-%m}"] += given.copies
        for topic in given.topics:
            topics[topic.id] += given.copies
    return Counts(
        number, ways.total(), dict(topics.most_common()), dict(ways.most_common()), dict(sorted(months.items()))
    )
