"""Gather what waits for whoever answers for the texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from leaflet_app.domain.languages import ENGLISH
from leaflet_app.domain.library import Library
from leaflet_app.domain.review import Review
from leaflet_app.domain.review_tray import Group, Text, Waiting, in_order, reviews_waiting
from leaflet_app.services import library_store
from leaflet_app.services.desk import Desk
from leaflet_app.services.edit_text import title_of
from leaflet_app.services.list_facts import list_facts, withheld_phones

if TYPE_CHECKING:
    from leaflet_app.domain.topic import SharedBlock, Topic


def tray(desk: Desk) -> tuple[Waiting, ...]:
    """Return what waits today, the most pressing first. Raises StoreUnusable, LibraryUnreadable."""
    from leaflet_app.library import where  # noqa: PLC0415  (few look at it at each start)
    from leaflet_app.library.disclaimers import is_disclaimer, review_of_disclaimer  # noqa: PLC0415

    newest, on = library_store.newest(desk).library, desk.today()
    ids = library_store.newest(desk).files.ids()
    issued = {file: text for file, _, text in _texts(desk.library)}
    texts = (
        Text(file, title, text.review, issued[file].review if file in issued else None, ids[file])
        for file, title, text in _texts(newest)
    )
    disclaimers = (
        Text(file, title_of(newest, file), standing, standing if standing.is_approved else None, ids[file])
        for file in library_store.newest(desk).files.ids()
        if is_disclaimer(file) and (standing := review_of_disclaimer(library_store.newest(desk).files, file))
    )
    facts = (
        Waiting(
            Group.FACTS,
            where.text_file(*_place(entry.topic)),
            f"{entry.topic}: {entry.key}",
            f"“{entry.fact.text}” was last checked {entry.days_since_check} days ago.",
        )
        for entry in list_facts(newest, on)
        if entry.is_stale
    )
    numbers = (
        Waiting(
            Group.ORGANISATIONS,
            where.ORGANISATIONS,
            each.organisation.name,
            f"{each.organisation.phone}: {each.why}. Leaflets leave it out until then.",
            each.organisation.verified_on,
        )
        for each in withheld_phones(newest, on)
        if each.organisation.phone
    )
    return in_order((*reviews_waiting((*texts, *disclaimers), on), *facts, *numbers))


def issued_reviews(desk: Desk) -> Iterator[tuple[str, str, Review]]:
    """Yield each text that desks print, with its file, title and review."""
    for file, title, text in _texts(desk.library):
        yield file, title, text.review


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
            title = text.title if lang == ENGLISH else f"{text.title} ({lang})"
            yield where.text_file(room, text_id, lang), title, text


def _place(named: str) -> tuple[str, str]:
    """Return room and id of a text as the list of facts names it: a shared text by its folder too."""
    room, _, text_id = named.rpartition("/")
    return room or "topics", text_id
