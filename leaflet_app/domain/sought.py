"""What someone looks for in the register, and what it comes to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from leaflet_app.domain.given import Given, Way
from leaflet_app.domain.value import value


@value
class Sought:
    """Which entries to show; what is empty asks for nothing. Both days are on the wall here, and both are within."""

    since: date | None = None
    until: date | None = None
    topic: str = ""
    version: str = ""
    way: Way | None = None
    desk: str = ""
    passport: str = ""
    edition: str = ""

    def fits(self, given: Given) -> bool:
        """Tell whether an entry is all that is asked for."""
        return (
            self._fits_day(given.given_at.astimezone().date())
            and self._fits_topics(given)
            and self.way in (None, given.way)
            and self.desk in ("", given.desk)
            and self.passport in ("", given.passport)
            and self.edition in ("", given.edition)
        )

    def _fits_day(self, day: date) -> bool:
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

    def _fits_topics(self, given: Given) -> bool:
        """Tell whether one topic is the one asked for, in the version asked for."""
        return any(self.topic in ("", each.id) and self.version in ("", each.version) for each in given.topics)


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
