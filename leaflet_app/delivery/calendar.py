"""Days of reviews for the calendar of whoever keeps them (iCalendar, RFC 5545)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta

from leaflet_app.domain.value import value

MOST_OCTETS = 75
"""So long is a line at most, without its end (section 3.1)."""


@value
class Day:
    """A whole day with what is to be done on it; `name` stays the same when the day moves."""

    name: str
    on: date
    summary: str
    description: str


def calendar_of(days: Iterable[Day], now: datetime) -> bytes:
    """Return a calendar of these days, made at a time in UTC."""
    stamp = now.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    lines = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Clinic Leaflets//EN", *_events(days, stamp), "END:VCALENDAR")
    return b"".join(_folded(line) + b"\r\n" for line in lines)


def _events(days: Iterable[Day], stamp: str) -> Iterator[str]:
    for day in days:
        yield from (
            "BEGIN:VEVENT",
            f"UID:{hashlib.sha256(day.name.encode()).hexdigest()[:32]}@clinic-leaflets",
            f"DTSTAMP:{stamp}",
            f"DTSTART;VALUE=DATE:{day.on:%Y%m%d}",
            f"DTEND;VALUE=DATE:{day.on + timedelta(days=1):%Y%m%d}",
            f"SUMMARY:{_escaped(day.summary)}",
            f"DESCRIPTION:{_escaped(day.description)}",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        )


def _escaped(words: str) -> str:
    """Return words as a value of type TEXT (section 3.3.11)."""
    plain = "".join(letter if letter.isprintable() or letter == "\n" else " " for letter in words)
    for sign in ("\\", ";", ","):
        plain = plain.replace(sign, f"\\{sign}")
    return plain.replace("\n", "\\n")


def _folded(line: str) -> bytes:
    """Return a line over as many as it needs; no letter is ever divided."""
    lines = [b""]
    for letter in line:
        octets = letter.encode()
        if len(lines[-1]) + len(octets) > MOST_OCTETS:
            lines.append(b" ")
        lines[-1] += octets
    return b"\r\n".join(lines)
