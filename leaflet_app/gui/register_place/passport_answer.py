"""What is said of a leaflet by its code: in a word, a shape and a colour, never by colour alone."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from leaflet_app.domain.given import Given
from leaflet_app.domain.given_words import day_said, topics_said
from leaflet_app.domain.value import value
from leaflet_app.gui.register_place.said import said_texts
from leaflet_app.services.desk import Desk
from leaflet_app.services.register_codes import CodeStanding, State, standing_of
from leaflet_app.services.register_export import titles_of

_SAID = MappingProxyType(
    {
        State.CURRENT: ("● Current", "Its words are those of today.", "tint"),
        State.DRAFT: ("○ Draft", "Its words are those of today, and they await clinical review.", "look"),
        State.SUPERSEDED: ("▲ Superseded", "The library says it in other words today.", "look"),
        State.WITHDRAWN: ("× Withdrawn", "It may not be given any more.", "urgent"),
    }
)


@value
class Answer:
    """A heading and sentences on a ground; `newest` is its last entry, to show or to make again."""

    code: str
    heading: str
    sentences: tuple[str, ...] = ()
    ground: str = "tint"
    newest: Given | None = None


def answer_for(desk: Desk, untrusted: str) -> Answer:
    """Look a code up. Raises PassportMistyped, PassportUnknown, RecordsUnusable."""
    standing = standing_of(desk, untrusted)
    word, sentence, ground = _SAID[standing.state]
    heading = f"{word}: {topics_said(standing.entries[0], titles_of(desk.library))}"
    sentences = (sentence, *_changed(desk, standing), _given(standing))
    return Answer(standing.code, heading, sentences, ground, standing.entries[0])


def _changed(desk: Desk, standing: CodeStanding) -> Iterator[str]:
    """Yield each text that is another one today."""
    if standing.state.is_printed_today:
        return
    for words, has_changed in said_texts(standing.entries[0], desk.library, titles_of(desk.library)):
        if has_changed:
            yield words


def _given(standing: CodeStanding) -> str:
    newest, *_ = standing.entries
    times = sum(given.copies for given in standing.entries)
    often = "once, on" if times == 1 else f"{times} times, last on"
    return f"Given {often} {day_said(newest)} at {newest.desk}. Code {standing.code}."
