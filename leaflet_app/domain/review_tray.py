"""What waits for whoever answers for the texts: reviews that are due, texts to read, facts and numbers to check."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from enum import Enum

from leaflet_app.domain.counted import counted
from leaflet_app.domain.days import written_day
from leaflet_app.domain.review import Review, Status
from leaflet_app.domain.reviewing import SOON_DAYS
from leaflet_app.domain.value import value


class Group(Enum):
    """Why something waits, the most pressing first."""

    OVERDUE = "Review overdue"
    WAITING = "Waiting for a review"
    CHANGED = "Changed after it was sent"
    SOON = "Review due within 90 days"
    FACTS = "Facts to check"
    ORGANISATIONS = "Phone numbers to check"


@value
class Waiting:
    """One thing that waits. `file` is the text or list it stands in; `on` is the day it is or was due.

    `content` is the id of the words that wait to be read.
    """

    group: Group
    file: str
    title: str
    said: str
    on: date | None = None
    content: str = ""


@value
class Text:
    """A text as the newest library has it, beside the review that desks print it with; None where it is new."""

    file: str
    title: str
    newest: Review
    issued: Review | None
    content: str = ""


def reviews_waiting(texts: Iterable[Text], on: date) -> Iterator[Waiting]:
    """Yield texts to be read by a clinician, and reviews that are due."""
    for text in texts:
        if text.newest.status is Status.IN_REVIEW:
            said = f"Version {text.newest.version} by {text.newest.author}. {text.newest.change_note}".strip()
            yield Waiting(Group.WAITING, text.file, text.title, said, content=text.content)
        if text.newest.is_changed_since_sent:
            said = f"Version {text.newest.version} was changed after it was sent, and is a draft again."
            yield Waiting(Group.CHANGED, text.file, text.title, f"{said} Send it to review anew.")
        due = text.issued.next_review if text.issued is not None and text.issued.is_approved else None
        if due is None or text.newest.status is Status.RETIRED:
            continue
        if due < on:
            days = counted((on - due).days, "day")
            yield Waiting(Group.OVERDUE, text.file, text.title, f"Since {written_day(due)}, {days} ago.", due)
        elif due <= on + timedelta(days=SOON_DAYS):
            yield Waiting(Group.SOON, text.file, text.title, f"By {written_day(due)}.", due)


def in_order(waiting: Iterable[Waiting]) -> tuple[Waiting, ...]:
    """Return what waits, the most pressing first, the oldest day before the others."""
    groups = list(Group)
    return tuple(sorted(waiting, key=lambda each: (groups.index(each.group), each.on or date.min, each.title)))
