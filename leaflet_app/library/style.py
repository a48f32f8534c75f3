"""Rules of plain and safe wording, one small function each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from leaflet_app.domain.topic import Kind, Site, Topic

MOST_WORDS = 25
"""The longest sentence; NHS style asks for shorter ones still."""

Finding = tuple[str, str]
"""What is wrong, and what to do."""

Rule = Callable[[str, Topic | None], Iterator[Finding]]
"""Looks at one paragraph, bullet or field, and the topic it belongs to (None: a shared text)."""

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_WORDS = re.compile(r"\w[\w’'-]*")
_COMFORT = re.compile(
    r"\b(?:don[’']t worry|nothing to worry about|no need to worry|cured for good|nothing you did)\b", re.IGNORECASE
)
_HARMLESS = re.compile(r"\bharmless\b", re.IGNORECASE)
_NOT = re.compile(r"\b(?:not|never)\b|n[’']t\b", re.IGNORECASE)
_IN_A_HUNDRED = re.compile(r"\b(?:in|of|out of)(?: every)? (?:10|100)\b", re.IGNORECASE)
_PHONE = re.compile(r"(?<!\w)(?:\+44|0\d{2,4})(?:[ -]?\d{3,}){1,3}")
_BENIGN = re.compile(r"\bbenign\b", re.IGNORECASE)
_OFTEN_BENIGN = (Site.PITUITARY, Site.PARATHYROID)
_AMERICAN = {
    "anemia": "anaemia",
    "behavior": "behaviour",
    "center": "centre",
    "color": "colour",
    "counseling": "counselling",
    "diarrhea": "diarrhoea",
    "edema": "oedema",
    "esophagus": "oesophagus",
    "estrogen": "oestrogen",
    "fiber": "fibre",
    "gynecologist": "gynaecologist",
    "hyperglycemia": "hyperglycaemia",
    "hypoglycemia": "hypoglycaemia",
    "leukemia": "leukaemia",
    "pediatric": "paediatric",
    "pheochromocytoma": "phaeochromocytoma",
    "tumor": "tumour",
    "tumors": "tumours",
}


def long_sentences(text: str, _topic: Topic | None) -> Iterator[Finding]:
    """Find sentences that a tired reader loses."""
    for sentence in _SENTENCE_END.split(text):
        count = len(_WORDS.findall(sentence))
        if count > MOST_WORDS:
            yield f"the sentence “{sentence[:40]}…” has {count} words", f"make two of it, {MOST_WORDS} words at most"


def false_comfort(text: str, _topic: Topic | None) -> Iterator[Finding]:
    """Find promises that nobody can keep."""
    for found in _COMFORT.finditer(text):
        yield f"“{found.group()}” promises too much or blames", "say what is known and what will be done"
    for sentence in _SENTENCE_END.split(text):
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
    for word in _WORDS.findall(text):
        if british := _AMERICAN.get(word.casefold()):
            yield f"“{word}” is American spelling", f"write “{british}”"


def typed_phones(text: str, _topic: Topic | None) -> Iterator[Finding]:
    """Find phone numbers outside the lists that are checked every year."""
    for found in _PHONE.finditer(text):
        yield f"the phone number {found.group()} is typed into a text", "name the organisation in `support` instead"


def small_beginnings(text: str, _topic: Topic | None) -> Iterator[Finding]:
    """Find sentences that begin with a small letter, as a fact's text does."""
    for sentence in _SENTENCE_END.split(text)[1:]:
        if sentence[:1].islower():
            yield f"the sentence “{sentence[:40]}…” begins with a small letter", "put words before the fact"


RULES: tuple[Rule, ...] = (
    long_sentences,
    false_comfort,
    bare_percentages,
    benign_nets,
    american_spelling,
    typed_phones,
    small_beginnings,
)
