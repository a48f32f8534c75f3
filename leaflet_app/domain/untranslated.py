"""Which parts of an English text have no words yet in a translation of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from leaflet_app.domain.passages import Passage, passages
from leaflet_app.domain.sentence_marks import MarkKind, SentenceMark, Span
from leaflet_app.domain.sentences import sentence_spans, words_in

GAP = "…"
"""What stands in a translation where a passage is to be written."""

_LEAD = re.compile(r"\*\*[^*]+\*\*:?")


def untranslated(english: str, text: str) -> tuple[SentenceMark, ...]:
    """Mark each passage that is still to be written. A section that has words may have fewer passages than English."""
    own = {group: tuple(each) for group, each in groupby(passages(text), attrgetter("group"))}
    said = groupby(_said(english), attrgetter("group"))
    found = (mark for group, there in said for mark in _missing(tuple(there), own.get(group, ()), len(text)))
    return tuple(sorted(found, key=lambda mark: (mark.at, mark.english)))


def count_sentences(english: str) -> int:
    """Return how many sentences there are to translate."""
    return sum(len(sentence_spans(each.text)) for each in _said(english))


def sentences_in(english: str, marks: Iterable[SentenceMark]) -> int:
    """Return how many sentences of an English text are marked."""
    return min(sum(len(sentence_spans(mark.now)) for mark in marks), count_sentences(english))


def _said(english: str) -> Iterator[Passage]:
    """Yield what a translator has to say: no bold line that leads to reasons to get help, for it stands there."""
    return (each for each in passages(english) if words_in(each.text) and not _LEAD.fullmatch(each.text))


def _missing(english: Sequence[Passage], own: Sequence[Passage], end: int) -> Iterator[SentenceMark]:
    if not own:
        yield from (_mark(each, Span(end, end)) for each in english)
    meant = {each.place: each for each in english}
    for each in own:
        if not words_in(each.text):
            yield _mark(meant.get(each.place, english[-1]), Span(each.start, each.end))


def _mark(english: Passage, at: Span) -> SentenceMark:
    words = " ".join(english.text.split())
    return SentenceMark(MarkKind.MISSING, at, Span(english.start, english.end), "", words, "")
