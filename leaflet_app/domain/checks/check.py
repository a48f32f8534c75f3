"""What a check looks at, and what it finds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum
from typing import NamedTuple

from leaflet_app.domain.contrast import Ink
from leaflet_app.domain.facts import Fact
from leaflet_app.domain.leaflet import Leaflet
from leaflet_app.domain.library import Library
from leaflet_app.domain.review import Review
from leaflet_app.domain.selection import Selection
from leaflet_app.domain.topic import Topic
from leaflet_app.domain.value import value

FORMAT, PERSON = "choice:format", "choice:person"
"""Anchors that are no heading: the choice of the paper, and the name and reference of this copy."""


class Outcome(Enum):
    """How a check went, the worst last: a word, and a shape that says it without colour."""

    PASS = ("Checked", "●")
    LOOK = ("Look", "◐")
    STOP = ("Stop", "■")

    @property
    def word(self) -> str:
        """Return the word a person reads."""
        return self.value[0]

    @property
    def shape(self) -> str:
        """Return the shape beside the word."""
        return self.value[1]


@value
class Sheet:
    """What the checks ask of the paper.

    `characters_a_line` is the mean of English text over the full width; `summary_pages` counts the pages of a summary
    without a sheet to tear off, none for any other leaflet.
    """

    body_points: float
    smallest_points: float
    characters_a_line: float
    is_large_print: bool
    inks: tuple[Ink, ...]
    summary_pages: int = 0


@value
class Proof:
    """A leaflet laid out to be checked: the words, what they were composed from, and the paper they print on."""

    leaflet: Leaflet
    library: Library
    selection: Selection
    reviews: tuple[tuple[str, Review], ...]
    facts: tuple[Fact, ...]
    sheet: Sheet

    @property
    def topics(self) -> tuple[Topic, ...]:
        """Return the chosen topics in print order."""
        return tuple(self.library.topics[each] for each in self.selection.topics)


class Finding(NamedTuple):
    """How one check went, why, and what to do. `anchor` names the heading, or the choice, that causes it."""

    outcome: Outcome
    why: str
    remedy: str = ""
    anchor: str = ""


@value
class Check:
    """One thing that was checked, by its name, and how it went."""

    name: str
    outcome: Outcome
    why: str
    remedy: str = ""
    anchor: str = ""


def passed(why: str, anchor: str = "") -> Finding:
    """Find nothing wrong."""
    return Finding(Outcome.PASS, why, anchor=anchor)


def look(why: str, remedy: str, anchor: str) -> Finding:
    """Find something that a person should look at."""
    return Finding(Outcome.LOOK, why, remedy, anchor)


def stop(why: str, remedy: str, anchor: str) -> Finding:
    """Find something that would do harm."""
    return Finding(Outcome.STOP, why, remedy, anchor)


def worst(checks: Iterable[Check]) -> Outcome:
    """Return the gravest outcome."""
    order = list(Outcome)
    return max((check.outcome for check in checks), key=order.index, default=Outcome.PASS)


def of_outcome(checks: Iterable[Check], outcome: Outcome) -> tuple[Check, ...]:
    """Return the checks that went this way."""
    return tuple(check for check in checks if check.outcome is outcome)


def verdict(checks: Sequence[Check]) -> str:
    """Say in few words how a leaflet stands: what stops it, else what to look at, else that all is checked."""
    outcome = worst(checks)
    count = len(of_outcome(checks, outcome))
    return {
        Outcome.PASS: "All checked",
        Outcome.LOOK: f"{count} to look at",
        Outcome.STOP: f"{count} stops it" if count == 1 else f"{count} stop it",
    }[outcome]
