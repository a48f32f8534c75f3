"""The rules of a review: who may sign, for how long, and by which number a changed text goes on."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from difflib import SequenceMatcher
from enum import Enum

from leaflet_app.domain.approvals import LONGEST_YEARS, years_after
from leaflet_app.domain.errors import ReviewRefused
from leaflet_app.domain.fate import Fate
from leaflet_app.domain.topic import SharedBlock, Topic
from leaflet_app.domain.typed import typed_line
from leaflet_app.domain.value import value
from leaflet_app.domain.word_changes import word_changes

VERSION = re.compile(r"(?:0|[1-9][0-9]{0,4})(?:\.(?:0|[1-9][0-9]{0,4})){2}")
"""Three numbers, as https://semver.org has them."""

SLIP = 0.6
"""How much alike two words are of which one is the other misspelt."""

SOON_DAYS = 90
"""How long before its day a review is said to be due."""


@value
class Signature:
    """Who signs a text, in what office, and the number they are registered under."""

    name: str
    role: str
    registration: str

    @property
    def as_typed(self) -> Signature:
        """Return it without what a person cannot see, each on one line."""
        return Signature(*(" ".join(typed_line(each).split()) for each in (self.name, self.role, self.registration)))


class Step(Enum):
    """How far a change of a text goes."""

    SPELLING = "spelling"
    WORDING = "wording"
    MEANING = "a fact, a figure or a reason to get help"


def check_signature(signature: Signature, authors: Iterable[str], next_review: date, on: date) -> None:
    """See that this person may sign what these people wrote, until that day. Raises ReviewRefused."""
    for words, asked in (
        (signature.name, "your name"),
        (signature.role, "your role"),
        (signature.registration, "your registration number"),
    ):
        if not words.strip():
            raise ReviewRefused(f"{asked} is missing", "Write it, so that anybody can see who approved the text.")
    if is_among(signature.name, authors):
        why = f"{signature.name} wrote some of this text, and nobody approves their own words"
        raise ReviewRefused(why, "Ask another clinician to read and approve it.")
    if not on < next_review <= years_after(on, LONGEST_YEARS):
        why = f"the next review must lie within {LONGEST_YEARS} years from today"
        raise ReviewRefused(why, "Choose an earlier day that is still to come.")


def is_among(name: str, people: Iterable[str]) -> bool:
    """Tell whether somebody is one of these people, however the name is spelt."""
    return any(_plain(name) == _plain(each) for each in people)


def check_number(version: str, approved: str) -> None:
    """See that a version can follow the one that was approved, "" where none was. Raises ReviewRefused."""
    if not VERSION.fullmatch(version):
        raise ReviewRefused(f"“{version[:40]}” is not a version", "Write three numbers with dots, like 1.0.0.")
    if approved and _ordered(version) <= _ordered(approved):
        why = f"version {approved} was approved before, and {version} does not follow it"
        raise ReviewRefused(why, f"Write a higher number, like {raised(approved, Step.SPELLING)}.")


def step_between(before: Topic | SharedBlock, now: Topic | SharedBlock, old_text: str, new_text: str) -> Step:
    """Propose how far a change goes; the person who reviews it decides."""
    if _meant(before) != _meant(now):
        return Step.MEANING
    changes = [change for change in word_changes(old_text, new_text) if change.fate is not Fate.SAME]
    taken, put = ([change.text for change in changes if change.fate is fate] for fate in (Fate.TAKEN, Fate.PUT))
    pairs_up = len(taken) == len(put)
    is_slip = pairs_up and all(SequenceMatcher(None, *pair).ratio() >= SLIP for pair in zip(taken, put, strict=True))
    return Step.SPELLING if is_slip else Step.WORDING


def raised(version: str, step: Step) -> str:
    """Return the next version, as semantic versioning would number a text."""
    major, minor, patch = _ordered(version)
    if step is Step.MEANING:
        return f"{major + 1}.0.0"
    return f"{major}.{minor + 1}.0" if step is Step.WORDING else f"{major}.{minor}.{patch + 1}"


def _ordered(version: str) -> tuple[int, ...]:
    """Return a version as numbers; the first of all where other hands wrote what is none."""
    return tuple(map(int, version.split("."))) if VERSION.fullmatch(version) else (0, 0, 0)


def _meant(text: Topic | SharedBlock) -> object:
    urgent = text.urgent if isinstance(text, Topic) else ()
    return {key: (fact.text, fact.low, fact.high, fact.per) for key, fact in text.facts.items()}, urgent


def _plain(name: str) -> str:
    """Return a name as two spellings of it share it: without titles, accents, dots and case."""
    bare = unicodedata.normalize("NFKD", name.casefold())
    words = "".join(letter if letter.isalnum() else " " for letter in bare if not unicodedata.combining(letter)).split()
    return " ".join(word for word in words if word not in {"dr", "prof", "professor", "mr", "mrs", "ms", "miss"})
