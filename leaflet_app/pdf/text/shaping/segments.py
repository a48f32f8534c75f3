"""A text cut into words, and these into segments of one direction, one face and one phrase."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import groupby
from typing import NamedTuple
from unicodedata import bidirectional

from leaflet_app.pdf.fonts.faces import face, width_of
from leaflet_app.pdf.fonts.families import Chain
from leaflet_app.pdf.text.bidi import levels
from leaflet_app.pdf.text.shaping.clusters import CONTEXT, Cluster, clusters, width_of_clusters

FIRST_STRONG, LEFT_TO_RIGHT, RIGHT_TO_LEFT, END = "\u2068", "\u2066", "\u2067", "\u2069"
"""What opens an isolate (UAX #9 §2.4), and what closes it. They order a text and are never printed."""

_NEVER_PRINTED = frozenset((FIRST_STRONG, LEFT_TO_RIGHT, RIGHT_TO_LEFT, END))


class Phrase(NamedTuple):
    """A stretch of text in one style. `isolate` opens it where its order must not touch what stands around it."""

    text: str
    chain: Chain
    lang: str
    isolate: str = ""

    def isolated(self) -> str:
        """Return its text with the isolate around it; spaces at its ends stand outside."""
        bare = self.text.strip(" ")
        if not (bare and self.isolate):
            return self.text
        start = self.text.index(bare)
        return f"{self.text[:start]}{self.isolate}{bare}{END}{self.text[start + len(bare) :]}"


class Letter(NamedTuple):
    """A character, the number of its phrase, its level and its face."""

    character: str
    phrase: int
    level: int
    face: str


class Segment:
    """Part of a word, or the space behind one; odd levels run from right to left."""

    def __init__(self, word: str, start: int, end: int, first: Letter, lang: str) -> None:
        self.text = word[start:end]
        self.phrase, self.level, self.face = first.phrase, first.level, first.face
        self._at = (word, start, end)
        self._lang = lang

    @cached_property
    def clusters(self) -> tuple[Cluster, ...]:
        """Return its letters from left to right, where they are to be shaped; no letter of an even level is."""
        is_shaped = self.level % 2 and self.text != " "
        if not is_shaped:
            return ()
        word, start, end = self._at
        before, behind = word[max(0, start - CONTEXT) : start], word[end : end + CONTEXT]
        return clusters(self.text, before, behind, self.face, self._lang)

    @cached_property
    def width(self) -> float:
        """Return its width in ems."""
        return width_of_clusters(self.clusters, self.face) if self.clusters else width_of(self.text, self.face)

    def part(self, start: int, end: int) -> Segment:
        """Return a part of it, whose letters still join the rest of the word."""
        word, first, _ = self._at
        letter = Letter("", self.phrase, self.level, self.face)
        return Segment(word, first + start, first + end, letter, self._lang)

    def changed(self, *, level: int | None = None, face: str = "") -> Segment:
        """Return it at another level or in another face."""
        word, start, end = self._at
        letter = Letter("", self.phrase, self.level if level is None else level, face or self.face)
        return Segment(word, start, end, letter, self._lang)


class Word(NamedTuple):
    """Segments that no line parts, and the space behind them."""

    segments: tuple[Segment, ...]
    space: Segment | None

    @property
    def width(self) -> float:
        """Return the width without the space, in ems."""
        return sum(segment.width for segment in self.segments)


def joins_from_the_right(text: str) -> bool:
    """Tell whether a text holds letters from right to left, not only signs."""
    return any(bidirectional(character) in {"R", "AL", "AN"} for character in text)


def words(phrases: Sequence[Phrase], base: int) -> list[Word]:
    """Return the words of a text; several spaces count as one."""
    found: list[Word] = []
    for is_space, group in groupby(_letters(phrases, base), key=_is_space):
        letters = [*group]
        if not is_space:
            found.append(Word(tuple(_segments(letters, phrases)), None))
        elif found:
            (space,) = _segments(letters[:1], phrases)
            found[-1] = found[-1]._replace(space=space)
    return [*map(_spaced, found, found[1:]), *found[-1:]]


def _spaced(word: Word, follower: Word) -> Word:
    """Give the space between two words the face that asks for more: those of Nastaliq are too narrow for numbers."""
    if not word.space:
        return word
    faces = (word.segments[-1].face, follower.segments[0].face)
    return word._replace(space=word.space.changed(face=max(faces, key=lambda name: width_of(" ", name))))


def _is_space(letter: Letter) -> bool:
    return letter.character == " "


def _segments(letters: Sequence[Letter], phrases: Sequence[Phrase]) -> Iterator[Segment]:
    word = "".join(letter.character for letter in letters)
    start = 0
    for _, group in groupby(letters, key=lambda letter: letter[1:]):
        alike = [*group]
        yield Segment(word, start, start + len(alike), alike[0], phrases[alike[0].phrase].lang)
        start += len(alike)


def _letters(phrases: Sequence[Phrase], base: int) -> Iterator[Letter]:
    """Yield the characters of all phrases; what only orders them is left out."""
    isolated = [phrase.isolated() for phrase in phrases]
    found = iter(levels("".join(isolated), base))
    for number, (phrase, text) in enumerate(zip(phrases, isolated, strict=True)):
        before = ""
        for character, level in zip(text, found, strict=False):
            if character not in _NEVER_PRINTED:
                before = _face(character, level, phrase.chain, before)
                yield Letter(character, number, level, before)


def _face(character: str, level: int, chain: Chain, before: str) -> str:
    """Return the face of a character: in a left-to-right run the first that has it, else the last.

    So Latin words are set in the leaflet's own face and the signs among Arabic words in theirs; marks follow
    their letter.
    """
    if before and bidirectional(character) == "NSM" and character in face(before).characters:
        return before
    order = chain[::-1] if level % 2 else chain
    return next((name for name in order if character in face(name).characters), chain[0])
