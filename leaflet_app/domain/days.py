"""Days as people write them in a list. A day that could be two days is refused, never guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from enum import Enum

from leaflet_app.domain.sentences import capitalised

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
SHORTEST_MONTH = 3
YEARS = range(2000, 2101)

_TIME = re.compile(r"[T ]+\d{1,2}:\d\d.*", re.ASCII)
_WEEKDAY = re.compile(r"[a-z]+day,? +|(?:mon|tue|wed|thu|fri|sat|sun),? +")
_NUMBERS = re.compile(r"(\d{1,4})[-/. ](\d{1,2})[-/. ](\d{1,4})", re.ASCII)
_DAY_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[-/. ]+([a-z]+)[-/., ]+(\d{4})", re.ASCII)
_MONTH_DAY = re.compile(r"([a-z]+)[-/. ]+(\d{1,2})(?:st|nd|rd|th)?[-/., ]+(\d{4})", re.ASCII)


def written_day(day: date) -> str:
    """Write a day for people: 22 Nov 2026. The month is named here, for a system may name it in another language."""
    return f"{day.day} {capitalised(MONTHS[day.month - 1][:SHORTEST_MONTH])} {day.year}"


def written_time(at: datetime) -> str:
    """Write a day with its time of day: 22 Nov 2026, 10:42."""
    return f"{written_day(at.date())}, {at:%H:%M}"


class DayOrder(Enum):
    """Which number comes first in a day such as 03/04/2026. The value is the name on the command line."""

    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"


class DayRefused(Exception):
    """A day that cannot be read in one way only; `why` and `remedy` follow one another in a sentence."""

    def __init__(self, why: str, remedy: str) -> None:
        super().__init__(why)
        self.why, self.remedy = why, remedy


def read_day(written: str, order: DayOrder | None = None) -> date:
    """Return the day that a text names: 2026-11-22, 22/11/2026, 22 Nov 2026, November 22, 2026. Raises DayRefused."""
    said = _WEEKDAY.sub("", _TIME.sub("", written.strip()).casefold(), count=1)
    days = {day for day in (*_named(said), *_numbered(said, order)) if day.year in YEARS}
    if len(days) > 1:
        early, late = sorted(days)
        raise DayRefused(
            f"the date may be {early.isoformat()} or {late.isoformat()}",
            "write it year first, or add --dates day-first or --dates month-first",
        )
    if not days:
        raise DayRefused("the date is not understood", "write it like 2026-11-22 or 22 November 2026")
    return days.pop()


def _named(said: str) -> Iterator[date]:
    """Yield the day of a text with its month in words."""
    if found := _DAY_MONTH.fullmatch(said):
        yield from _day(found[3], _month(found[2]), found[1])
    elif found := _MONTH_DAY.fullmatch(said):
        yield from _day(found[3], _month(found[1]), found[2])


def _month(word: str) -> int:
    """Return a month's number, or 0 where the word names none."""
    if len(word) < SHORTEST_MONTH:
        return 0
    return next((number for number, month in enumerate(MONTHS, 1) if month.startswith(word)), 0)


def _numbered(said: str, order: DayOrder | None) -> Iterator[date]:
    """Yield every day that three numbers may mean; a year has four digits, or nobody could tell it from a day."""
    found = _NUMBERS.fullmatch(said)
    if found is None:
        return
    first, second, third = found.groups()
    if len(first) > len(third):
        yield from _day(first, second, third)
        return
    if order is not DayOrder.MONTH_FIRST:
        yield from _day(third, second, first)
    if order is not DayOrder.DAY_FIRST:
        yield from _day(third, first, second)


def _day(year: str | int, month: str | int, day: str | int) -> Iterator[date]:
    try:
        yield date(int(year), int(month), int(day))
    except ValueError:
        return
