"""What an editor offers to write next: names of the library where a text takes names, and words it explains."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType

from leaflet_app.domain.editing_marks import FENCE
from leaflet_app.domain.topic import SectionKey
from leaflet_app.domain.value import value

MOST_OFFERED = 200


class Names(Enum):
    """What can be named in a text."""

    FACTS = "facts"
    SECTIONS = "sections"
    TOPICS = "topics"
    LINKS = "links"
    SHARED = "shared texts"
    ORGANISATIONS = "organisations"
    QUESTIONS = "questions"
    SOURCES = "sources"
    DRAWINGS = "drawings"
    WORDS = "words"


@value
class Offer:
    """What is written, and what is read beside it."""

    put: str
    said: str = ""


@value
class Offers:
    """What could stand in place of the letters from `start` to the cursor. `is_sure` where only names can stand."""

    start: int
    those: tuple[Offer, ...]
    is_sure: bool


_LISTS: Mapping[str, Names] = MappingProxyType(
    {
        "related": Names.TOPICS,
        "needs": Names.TOPICS,
        "shared": Names.SHARED,
        "support": Names.ORGANISATIONS,
        "bank": Names.QUESTIONS,
        "sources": Names.SOURCES,
        "images": Names.DRAWINGS,
    }
)
_IN_LIST = re.compile(r'(?:^|[{,])[ \t]*(\w+)[ \t]*=[ \t]*\[(?:[^\[\]"]++|"[^"\n]*")*+"?[\w-]*\Z', re.MULTILINE)
_NAME = re.compile(r"(?<![\w-])[\w-]*+\Z")
_IN_BODY = (
    (Names.SECTIONS, re.compile(r"\{#([\w-]*)$")),
    (Names.FACTS, re.compile(r"\{(\w*)$")),
    (Names.TOPICS, re.compile(r"\]\(topic:([\w-]*)$")),
    (Names.LINKS, re.compile(r"(?<!\\)\[([^\[\]\n]*+)$")),
)
_WORD = re.compile(r"(?<![\w’'-])[\d_’'-]*+([^\W\d_][\w’'-]*+)$")
_FACT = re.compile(r"^([a-z]\w*)\s*=\s*\{\s*text\s*=\s*\"((?:\\.|[^\"\\])*)\"", re.MULTILINE)
_SECTIONS = tuple(Offer(key.value) for key in SectionKey)

Known = Mapping[Names, tuple[Offer, ...]]
"""What the library offers of each kind; facts and sections the text itself."""


def offers(text: str, at: int, known: Known) -> Offers | None:
    """Return what could be written where the cursor stands; None where there is nothing to offer."""
    end = text.find(f"\n{FENCE}", len(FENCE)) if text.startswith(FENCE) else -1
    before = text[:at]
    if at <= end:
        found = _IN_LIST.search(before)
        kind = _LISTS.get(found[1]) if found else None
        name = _NAME.search(before)
        return _matching(kind, name[0], at, known) if name and kind else None
    line = before[before.rfind("\n") + 1 :]
    for kind, pattern in _IN_BODY:
        if found := pattern.search(line):
            own = {Names.FACTS: facts_of(text), Names.SECTIONS: _SECTIONS}
            return _matching(kind, found[1], at, {**known, **own})
    word = _WORD.search(line)
    return _matching(Names.WORDS, word[1], at, known) if word else None


def facts_of(text: str) -> tuple[Offer, ...]:
    """Return the facts that a text has."""
    return tuple(Offer(found[1], found[2]) for found in _FACT.finditer(text))


def _matching(kind: Names, typed: str, at: int, known: Known) -> Offers | None:
    """Return what begins with the letters typed, and then what holds them."""
    sought = typed.casefold()
    those = known.get(kind, ())
    begins = [each for each in those if each.put.casefold().startswith(sought)]
    is_sure = kind is not Names.WORDS
    if is_sure:
        begins += [each for each in those if each not in begins and sought in f"{each.put} {each.said}".casefold()]
    return Offers(at - len(typed), tuple(begins[:MOST_OFFERED]), is_sure) if begins else None
