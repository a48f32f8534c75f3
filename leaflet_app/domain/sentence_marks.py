"""Which sentences of a translation say something that the English text no longer says, or not yet."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from enum import Enum
from itertools import zip_longest
from typing import NamedTuple

from leaflet_app.domain.comparing import steps
from leaflet_app.domain.passages import Passage, passages
from leaflet_app.domain.sentences import sentence_spans
from leaflet_app.domain.value import value


class MarkKind(Enum):
    """What happened to a sentence in English."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    MISSING = "missing"
    """No word of it was ever translated."""


class Span(NamedTuple):
    """A stretch of a file's text; an empty one is a place between two sentences."""

    start: int
    end: int


@value
class SentenceMark:
    """A sentence to be checked: where it stands in the translation and in today's English, and what both say.

    `before` is what the translator read in English; nothing where that is not known. `now` is nothing where the
    English sentence is gone, and `translated` where none is there yet.
    """

    kind: MarkKind
    at: Span
    english: Span
    before: str
    now: str
    translated: str

    @property
    def id(self) -> str:
        """Return what tells that somebody found these two sentences to say the same: either one changed tells anew."""
        return hashlib.sha256(f"{self.now}\n{self.translated}".encode()).hexdigest()[:12]


Pairs = list[tuple[int | None, int | None]]


def sentence_marks(before: str | None, now: str, translation: str) -> tuple[SentenceMark, ...]:
    """Mark what is to be checked in a translation of `before`; all of it where nobody knows what it translates."""
    texts = _Texts(passages(before if before is not None else now), passages(now), passages(translation))
    found = _Marker(texts, is_known=before is not None).marks()
    return tuple(sorted(found, key=lambda mark: (mark.at, mark.english)))


def still_open(marks: Sequence[SentenceMark], checked: Sequence[str]) -> tuple[SentenceMark, ...]:
    """Return the marks that nobody has cleared."""
    return tuple(mark for mark in marks if mark.id not in checked)


class _Texts(NamedTuple):
    """The passages of the English text that was translated, of today's, and of the translation."""

    before: tuple[Passage, ...]
    now: tuple[Passage, ...]
    translation: tuple[Passage, ...]


class _Marker:
    """Goes through the texts section by section; `_end` is where the last one ends in the translation."""

    def __init__(self, texts: _Texts, *, is_known: bool) -> None:
        self._texts, self._is_known, self._end = texts, is_known, 0

    def marks(self) -> Iterator[SentenceMark]:
        """Yield the marks, section by section."""
        for name in dict.fromkeys(each.group for text in (self._texts.now, self._texts.before) for each in text):
            before, now, translation = ([each for each in text if each.group == name] for text in self._texts)
            yield from self._of_section(before, now, translation)
            self._end = max([self._end, *(each.end for each in translation)])

    def _of_section(
        self, before: list[Passage], now: list[Passage], translation: list[Passage]
    ) -> Iterator[SentenceMark]:
        pairs = _aligned([_bare(each.text) for each in before], [_bare(each.text) for each in now])
        follows = _follows(len(translation), len(before), len(now))
        if not follows and translation:
            if not self._is_known or any(_is_new(pair, before, now) for pair in pairs):
                yield _whole(before, now, translation)
            return
        for one, other in pairs:
            at = one if follows == "before" else other
            its = translation[at] if at is not None and translation else None
            yield from self._of_passage(_at(before, one), _at(now, other), its)
            self._end = its.end if its else self._end

    def _of_passage(
        self, before: Passage | None, now: Passage | None, translation: Passage | None
    ) -> Iterator[SentenceMark]:
        old, new, said = _Cut(before), _Cut(now), _Cut(translation)
        pairs = [pair for pair in _aligned(old.bare, new.bare) if not self._is_known or _differ(pair, old, new)]
        follows = _follows(len(said.spans), len(old.spans), len(new.spans))
        if not follows and said.spans:
            if pairs:
                yield _whole(*([each] if each else [] for each in (before, now, translation)))
            return
        for one, other in pairs:
            at = (one if follows == "before" else other) if said.spans else None
            if at is not None or other is not None:
                yield self._mark(old, new, said, (one, other, at))

    def _mark(self, old: _Cut, new: _Cut, said: _Cut, where: tuple[int | None, int | None, int | None]) -> SentenceMark:
        one, other, at = where
        kind = MarkKind.CHANGED if other is not None and at is not None else MarkKind.ADDED
        kind = MarkKind.REMOVED if other is None else kind
        place = said.end_before(one, other) if said.spans else self._end
        return SentenceMark(
            kind,
            said.spans[at] if at is not None else Span(place, place),
            new.spans[other] if other is not None else Span(0, 0),
            old.said(one) if self._is_known else "",
            new.said(other),
            said.said(at),
        )


class _Cut:
    """A passage cut into sentences, each where it stands in its file."""

    def __init__(self, passage: Passage | None) -> None:
        text, start = (passage.text, passage.start) if passage else ("", 0)
        spans = sentence_spans(text)
        self._texts = [text[first:last] for first, last in spans]
        self.spans = [Span(start + first, start + last) for first, last in spans]
        self.bare = [_bare(each) for each in self._texts]

    def said(self, at: int | None) -> str:
        """Return the words of a sentence; nothing for none."""
        return "" if at is None else self.bare[at]

    def end_before(self, one: int | None, other: int | None) -> int:
        """Return where a sentence would go that no sentence stands for yet."""
        at = min(other if other is not None else one or 0, len(self.spans))
        return self.spans[at - 1].end if at else self.spans[0].start


def _bare(text: str) -> str:
    return " ".join(text.split())


def _at(side: list[Passage], at: int | None) -> Passage | None:
    return None if at is None else side[at]


def _follows(count: int, before: int, now: int) -> str:
    """Tell which English text the parts of a translation are those of, by their number; nothing where of neither."""
    return {before: "before", now: "now", **({before: "before"} if before else {})}.get(count, "")


def _is_new(pair: tuple[int | None, int | None], before: list[Passage], now: list[Passage]) -> bool:
    one, other = pair
    return one is None or other is None or _bare(before[one].text) != _bare(now[other].text)


def _differ(pair: tuple[int | None, int | None], old: _Cut, new: _Cut) -> bool:
    return old.said(pair[0]) != new.said(pair[1])


def _whole(before: list[Passage], now: list[Passage], translation: list[Passage]) -> SentenceMark:
    """Mark all of a passage or section whose parts cannot be told apart by their number."""
    said = (" ".join(_bare(each.text) for each in side) for side in (before, now, translation))
    english = Span(now[0].start, now[-1].end) if now else Span(0, 0)
    kind = MarkKind.CHANGED if now else MarkKind.REMOVED
    return SentenceMark(kind, Span(translation[0].start, translation[-1].end), english, *said)


def _aligned(before: Sequence[str], now: Sequence[str]) -> Pairs:
    """Return which of the old parts stand for which of the new ones, in order, so that few differ."""
    pairs: Pairs = []
    for _, a, b, c, d in steps(before, now):
        pairs += zip_longest(range(a, b), range(c, d))
    in_place: Pairs = [(at, at) for at in range(len(before))]
    is_closer = len(before) == len(now) and _differing(in_place, before, now) <= _differing(pairs, before, now)
    return in_place if is_closer else pairs


def _differing(pairs: Pairs, before: Sequence[str], now: Sequence[str]) -> int:
    return sum(one is None or other is None or before[one] != now[other] for one, other in pairs)
