"""What is said of a leaflet by its code: in a word, a shape and a colour, never by colour alone."""

from __future__ import annotations

from collections.abc import Iterator

from leaflet_app.domain.given import Given
from leaflet_app.domain.given_words import day_said, topics_said
from leaflet_app.domain.sentences import capitalised
from leaflet_app.domain.value import value
from leaflet_app.services.desk import Desk
from leaflet_app.services.passport import Passported, look_up, told
from leaflet_app.services.register_export import titles_of

MOST_PARTS = 4
"""Changed parts that are named; a corrected leaflet tells them all."""


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
    found = look_up(desk, untrusted)
    word, ground = _word(found)
    heading = f"{word}: {topics_said(found.entries[0], titles_of(desk.library))}"
    sentences = (_below(word, said) for said in told(found))
    return Answer(found.code, heading, (*sentences, *_parts(found), _given(found)), ground, found.entries[0])


def _word(found: Passported) -> tuple[str, str]:
    """Return how it stands in a word, and the ground of that."""
    if found.withdrawn:
        return "× Withdrawn", "urgent"
    if found.is_superseded:
        return "▲ Superseded", "look"
    return ("○ Draft", "look") if found.is_draft else ("● Current", "tint")


def _below(word: str, said: str) -> str:
    """Return a sentence without the word that the heading above it has said."""
    _, named = word.split()
    rest = said.removeprefix(f"{named}: ")
    return capitalised(rest)


def _parts(found: Passported) -> Iterator[str]:
    """Yield where a superseded leaflet says something else today."""
    if found.changed:
        parts = [part.title for part in found.changed]
        more = [f"and {len(parts) - MOST_PARTS} more"] if len(parts) > MOST_PARTS else []
        yield f"What changed: {'; '.join((*parts[:MOST_PARTS], *more))}."


def _given(found: Passported) -> str:
    newest, *_ = found.entries
    times = sum(given.copies for given in found.entries)
    often = "once, on" if times == 1 else f"{times} times, last on"
    return f"Given {often} {day_said(newest)} at {newest.desk}. Code {found.code}."
