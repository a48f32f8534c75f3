"""What waits for whoever answers for the texts: reviews that are due, texts to read, facts and numbers to check."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from enum import Enum

from leaflet_app.domain.counted import counted
from leaflet_app.domain.days import written_day
from leaflet_app.domain.review import Review, Status
from leaflet_app.domain.reviewing import SOON_DAYS, is_among
from leaflet_app.domain.value import value


class Group(Enum):
    """Why something waits, the most pressing first. Where nobody has said who looks, what waits is for anybody."""

    OVERDUE = "Review overdue"
    FOR_YOU = "For you to review"
    WAITING = "Waiting for a review"
    OTHERS = "Waiting for others"
    CHANGED = "Changed after it was sent"
    SOON = "Review due within 90 days"
    FACTS = "Facts to check"
    ORGANISATIONS = "Phone numbers to check"


@value
class Waiting:
    """One thing that waits. `file` is the text or list it stands in; `on` is the day it is or was due.

    `content` is the id of the words that wait to be read; `is_mine` tells that whoever looks wrote some of them.
    `entry` is the id of what waits in a list.
    """

    group: Group
    file: str
    title: str
    said: str
    on: date | None = None
    content: str = ""
    is_mine: bool = False
    entry: str = ""


@value
class Text:
    """A text as the newest library has it, beside the review that desks print it with; None where it is new.

    `authors` wrote words of it that are sent to review; `sent_by` sent them, and `note` says what they changed.
    """

    file: str
    title: str
    newest: Review
    issued: Review | None
    content: str = ""
    authors: frozenset[str] = frozenset()
    sent_by: str = ""
    note: str = ""


def reviews_waiting(texts: Iterable[Text], on: date, reader: str = "") -> Iterator[Waiting]:
    """Yield texts to be read by a clinician, and reviews that are due, as they concern whoever looks."""
    for text in texts:
        is_mine = bool(reader) and is_among(reader, text.authors)
        if text.newest.status is Status.IN_REVIEW:
            by = f", sent by {text.sent_by}" if text.sent_by else f" by {text.newest.author}"
            said = f"Version {text.newest.version}{by}. {text.note or text.newest.change_note}".strip()
            group = (Group.OTHERS if is_mine else Group.FOR_YOU) if reader else Group.WAITING
            yield Waiting(group, text.file, text.title, said, content=text.content, is_mine=is_mine)
        if text.newest.is_changed_since_sent:
            said = f"Version {text.newest.version} was changed after it was sent, and is a draft again."
            yield Waiting(Group.CHANGED, text.file, text.title, f"{said} Send it to review anew.", is_mine=is_mine)
        due = text.issued.next_review if text.issued is not None and text.issued.is_approved else None
        if due is None or text.newest.status is Status.RETIRED:
            continue
        if due < on:
            days = counted((on - due).days, "day")
            yield Waiting(Group.OVERDUE, text.file, text.title, f"Since {written_day(due)}, {days} ago.", due)
        elif due <= on + timedelta(days=SOON_DAYS):
            yield Waiting(Group.SOON, text.file, text.title, f"By {written_day(due)}.", due)


def said_counts(waiting: Sequence[Waiting]) -> str:
    """Count in one sentence what waits, first what is for whoever looks."""
    counts = (
        ("{} for you to review", {Group.FOR_YOU}),
        ("{} to review", {Group.WAITING}),
        ("{} waiting for others", {Group.OTHERS}),
        ("{} to be sent anew", {Group.CHANGED}),
        ("{} due for a new review", {Group.OVERDUE, Group.SOON}),
    )
    told = []
    for words, groups in counts:
        if number := sum(each.group in groups for each in waiting):
            told.append(words.format(counted(number, "text")))
    if checks := sum(each.group in {Group.FACTS, Group.ORGANISATIONS} for each in waiting):
        told.append(f"{counted(checks, 'check')} of facts and numbers")
    return f"{'  ·  '.join(told)}."


def in_order(waiting: Iterable[Waiting]) -> tuple[Waiting, ...]:
    """Return what waits, the most pressing first, the oldest day before the others."""
    groups = list(Group)
    return tuple(sorted(waiting, key=lambda each: (groups.index(each.group), each.on or date.min, each.title)))
