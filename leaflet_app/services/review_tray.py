"""Gather what waits for whoever answers for the texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from leaflet_app.domain.languages import ENGLISH, in_language
from leaflet_app.domain.library import Library
from leaflet_app.domain.review import Review, Status
from leaflet_app.domain.review_tray import Group, Text, Waiting, in_order, reviews_waiting
from leaflet_app.services import library_store
from leaflet_app.services.desk import Desk
from leaflet_app.services.list_facts import list_facts, withheld_phones
from leaflet_app.services.signing import editor
from leaflet_app.services.text_authors import authors_of
from leaflet_app.services.text_titles import title_of

if TYPE_CHECKING:
    from leaflet_app.domain.topic import SharedBlock, Topic
    from leaflet_app.services.newest import Newest


def tray(desk: Desk) -> tuple[Waiting, ...]:
    """Return what waits today, the most pressing first. Raises StoreUnusable, LibraryUnreadable."""
    newest, on, reader = library_store.newest(desk), desk.today(), editor(desk)
    texts = (
        Text(
            file,
            title,
            review,
            issued,
            newest.files.ids()[file],
            _authors(desk, newest, file, review),
            *_sending(desk, file, review),
        )
        for file, title, review, issued in _reviewed(desk, newest)
    )
    return in_order((*reviews_waiting(texts, on, reader), *_checks(newest.library, on)))


def issued_reviews(desk: Desk) -> Iterator[tuple[str, str, Review]]:
    """Yield each text that desks print, with its file, title and review."""
    for file, title, text in _texts(desk.library):
        yield file, title, text.review


def _reviewed(desk: Desk, newest: Newest) -> Iterator[tuple[str, str, Review, Review | None]]:
    """Yield each text with its file, title and review, and that which desks print it with."""
    from leaflet_app.library.disclaimers import is_disclaimer, review_of_disclaimer  # noqa: PLC0415

    issued = {file: review for file, _, review in issued_reviews(desk)}
    for file, title, text in _texts(newest.library):
        yield file, title, text.review, issued.get(file)
    for file in filter(is_disclaimer, newest.files.ids()):
        if review := review_of_disclaimer(newest.files, file):
            printed = review_of_disclaimer(desk.files, file) if desk.files.holds(file) else None
            yield file, title_of(newest.library, file), review, printed


def _authors(desk: Desk, newest: Newest, file: str, review: Review) -> frozenset[str]:
    """Return who wrote a text that is sent to review; of the others nobody asks."""
    is_sent = review.status is Status.IN_REVIEW or review.is_changed_since_sent
    return authors_of(desk, newest.files, file, review).names if is_sent else frozenset()


def _sending(desk: Desk, file: str, review: Review) -> tuple[str, str]:
    """Return who sent a text to review, and what was said of the words when that says more than its own note."""
    if review.status is not Status.IN_REVIEW:
        return "", ""
    steps = library_store.history(desk, file, most=2)
    if not steps:
        return "", ""
    sending, *before = steps
    sender = "" if sending.author == library_store.PROGRAM else sending.author
    if not before or before[0].author == library_store.PROGRAM:
        return sender, ""
    was = library_store.text_at(desk, file, before[0].commit)
    is_old_note = bool(review.change_note) and review.change_note in was
    is_said = review.change_note and not is_old_note
    return sender, "" if is_said else f"{before[0].message.splitlines()[0].rstrip('.')}."


def _checks(newest: Library, on: date) -> Iterator[Waiting]:
    """Yield facts and phone numbers that are to be checked."""
    from leaflet_app.library import where  # noqa: PLC0415  (few look at it at each start)

    for entry in list_facts(newest, on):
        if entry.is_stale:
            said = f"“{entry.fact.text}” was last checked {entry.days_since_check} days ago."
            file = where.text_file(*_place(entry.topic))
            yield Waiting(Group.FACTS, file, f"{entry.topic}: {entry.key}", said)
    for each in withheld_phones(newest, on):
        kept = each.organisation
        if kept.phone:
            said = f"{kept.phone}: {each.why}. Leaflets leave it out until then."
            yield Waiting(Group.ORGANISATIONS, where.ORGANISATIONS, kept.name, said, kept.verified_on, entry=kept.id)


def _texts(library: Library) -> Iterator[tuple[str, str, Topic | SharedBlock]]:
    """Yield each text with its file and title: topics and shared texts, in every language."""
    from leaflet_app.library import where  # noqa: PLC0415

    yield from _in_rooms(ENGLISH, {where.TOPICS: library.topics, where.SHARED: library.shared})
    for lang, there in library.translations.items():
        yield from _in_rooms(lang, {where.TOPICS: there.topics, where.SHARED: there.shared})


def _in_rooms(
    lang: str, rooms: Mapping[str, Mapping[str, Topic] | Mapping[str, SharedBlock]]
) -> Iterator[tuple[str, str, Topic | SharedBlock]]:
    from leaflet_app.library import where  # noqa: PLC0415

    for room, texts in rooms.items():
        for text_id, text in texts.items():
            title = in_language(text.title, lang)
            yield where.text_file(room, text_id, lang), title, text


def _place(named: str) -> tuple[str, str]:
    """Return room and id of a text as the list of facts names it: a shared text by its folder too."""
    room, _, text_id = named.rpartition("/")
    return room or "topics", text_id
