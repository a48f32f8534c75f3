"""Rules of plain and safe wording for one paragraph, bullet or field, one small function each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from leaflet_app.domain.faults import Weight
from leaflet_app.domain.readability import LONG_SENTENCE
from leaflet_app.domain.sentences import sentences, words_in
from leaflet_app.domain.topic import Kind, Site, Topic
from leaflet_app.library.spelling import american_words

MOST_WORDS = 25
"""The longest sentence; NHS style asks for shorter ones still."""

Finding = tuple[str, str]
"""What is wrong, and what to do."""

Rule = Callable[[str, Topic | None], Iterator[Finding]]
"""Looks at one text, and at the topic it belongs to (None: a text that topics share, or a list)."""

_COMFORT = re.compile(
    r"\b(?:don[’']t worry|nothing to worry about|no need to worry|cured for good|nothing you did)\b", re.IGNORECASE
)
_HARMLESS = re.compile(r"\bharmless\b", re.IGNORECASE)
_NOT = re.compile(r"\b(?:not|never)\b|n[’']t\b", re.IGNORECASE)
_IN_A_HUNDRED = re.compile(r"\b(?:in|of|out of)(?: every)? (?:10|100)\b", re.IGNORECASE)
_PHONE = re.compile(r"(?<!\w)(?:\+44|0\d{2,4})(?:[ -]?\d{3,}){1,3}")
_BENIGN = re.compile(r"\bbenign\b", re.IGNORECASE)
_OFTEN_BENIGN = (Site.PITUITARY, Site.PARATHYROID)
_DATED = re.compile(
    r"\b(?:recently|nowadays|currently|at present|at the moment|latest|in recent years|(?:this|last|next) year"
    r"|newer|new(?= (?:advice|drugs|figures|guid|medicines|research|scans|stud|tests|treatments|trials|ways))"
    r"|now (?:call|class|known|say|think|thought)\w*)\b",
    re.IGNORECASE,
)


def overlong_sentences(text: str, _topic: Topic | None) -> Iterator[Finding]:
    """Find sentences that a tired reader loses."""
    for sentence, count in _counted(text):
        if count > MOST_WORDS:
            yield f"the sentence “{sentence[:40]}…” has {count} words", f"make two of it, {MOST_WORDS} words at most"


def long_sentences(text: str, _topic: Topic | None) -> Iterator[Finding]:
    """Find sentences that are longer than NHS style wants."""
    for sentence, count in _counted(text):
        if LONG_SENTENCE < count <= MOST_WORDS:
            yield f"the sentence “{sentence[:40]}…” has {count} words", f"{LONG_SENTENCE} or fewer are easier to read"


def false_comfort(text: str, _topic: Topic | None) -> Iterator[Finding]:
    """Find promises that nobody can keep."""
    for found in _COMFORT.finditer(text):
        yield f"“{found.group()}” promises too much or blames", "say what is known and what will be done"
    for sentence in sentences(text):
        if _HARMLESS.search(sentence) and not _NOT.search(sentence):
            yield "“harmless” promises too much", "say what is known, or “not harmless”"


def bare_percentages(text: str, _topic: Topic | None) -> Iterator[Finding]:
    """Find shares that are not said as people in ten or in a hundred."""
    if ("%" in text or "per cent" in text) and not _IN_A_HUNDRED.search(text):
        yield "a share is told in per cent only", "say it as “10 in 100 people” or “1 in 10 people”"


def benign_nets(text: str, topic: Topic | None) -> Iterator[Finding]:
    """Find a NET called benign: growth speed and ability to spread are different (WHO gave the split up)."""
    if topic is not None and topic.kind is Kind.TUMOUR and topic.site not in _OFTEN_BENIGN and _BENIGN.search(text):
        yield "“benign” is said of a NET", "say how fast it grows and how often it spreads"


def american_spelling(text: str, _topic: Topic | None) -> Iterator[Finding]:
    """Find words in American spelling."""
    for word, british in american_words(text):
        yield f"“{word}” is American spelling", f"write “{british}”"


def dated_words(text: str, _topic: Topic | None) -> Iterator[Finding]:
    """Find words that are true today and wrong when the leaflet is read again."""
    for found in _DATED.finditer(text):
        yield f"“{found.group()}” will be out of date one day", "say since when, or leave it out"


def typed_phones(text: str, _topic: Topic | None) -> Iterator[Finding]:
    """Find phone numbers outside the lists that are checked every year."""
    for found in _PHONE.finditer(text):
        yield f"the phone number {found.group()} is typed into a text", "name the organisation in `support` instead"


def small_beginnings(text: str, _topic: Topic | None) -> Iterator[Finding]:
    """Find sentences that begin with a small letter, as a fact's text does."""
    for sentence in sentences(text)[1:]:
        if sentence[:1].islower():
            yield f"the sentence “{sentence[:40]}…” begins with a small letter", "put words before the fact"


RULES: tuple[tuple[Weight, Rule], ...] = (
    (Weight.FAULT, overlong_sentences),
    (Weight.FAULT, false_comfort),
    (Weight.FAULT, bare_percentages),
    (Weight.FAULT, typed_phones),
    (Weight.FAULT, small_beginnings),
    (Weight.WARNING, long_sentences),
    (Weight.WARNING, benign_nets),
    (Weight.WARNING, american_spelling),
    (Weight.WARNING, dated_words),
)


def _counted(text: str) -> Iterator[tuple[str, int]]:
    for sentence in sentences(text):
        yield sentence, len(words_in(sentence))
