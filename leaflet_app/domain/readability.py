"""How hard a text is to read: a guide for whoever writes, never a pass mark (NHS service manual). English only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields
from math import sqrt

from leaflet_app.domain.blocks import Bullets, Paragraph, lines_of, plain
from leaflet_app.domain.practice import Disclaimer
from leaflet_app.domain.sentences import is_passive, sentences, words_in
from leaflet_app.domain.syllables import syllables
from leaflet_app.domain.topic import SharedBlock, Topic
from leaflet_app.domain.value import value

LONG_SENTENCE = 20
"""Words in the longest sentence that NHS style wants."""

HARDEST_GRADE = 6.0
"""The Flesch-Kincaid grade that our prose stays at or below: a reading age of 11."""

_POLYSYLLABLE = 3
_GRADE_TO_AGE = 5


@value
class Score:
    """What was counted in some texts. Two scores add up to that of both texts together."""

    words: int = 0
    sentences: int = 0
    syllables: int = 0
    polysyllables: int = 0
    long_sentences: int = 0
    passives: int = 0

    def __add__(self, other: Score) -> Score:
        """Return the score of both texts."""
        return Score(*(getattr(self, field.name) + getattr(other, field.name) for field in fields(Score)))

    @property
    def grade(self) -> float:
        """Return the Flesch-Kincaid grade: the school year, in the USA, of those who can read it."""
        return max(0.39 * self._sentence_length + 11.8 * self._word_length - 15.59, 0.0) if self.words else 0.0

    @property
    def age(self) -> float:
        """Return the reading age that goes with the grade."""
        return self.grade + _GRADE_TO_AGE

    @property
    def ease(self) -> float:
        """Return Flesch's reading ease: 60 to 70 is plain, 90 and more is very easy."""
        return 206.835 - 1.015 * self._sentence_length - 84.6 * self._word_length if self.words else 100.0

    @property
    def smog(self) -> float:
        """Return the SMOG grade: stricter, and common in health. Below 30 sentences it is rough."""
        return 1.043 * sqrt(30 * self.polysyllables / self.sentences) + 3.1291 if self.sentences else 0.0

    @property
    def passive_share(self) -> float:
        """Return the share of sentences that seem to be in the passive voice, from 0 to 1."""
        return self.passives / self.sentences if self.sentences else 0.0

    @property
    def _sentence_length(self) -> float:
        return self.words / self.sentences

    @property
    def _word_length(self) -> float:
        return self.syllables / self.words


@value
class Reading:
    """The scores of prose and of bullets, apart: bullets counted as sentences flatter a text."""

    prose: Score
    bullets: Score

    @property
    def whole(self) -> Score:
        """Return the score of all that is said."""
        return self.prose + self.bullets


def score(texts: Iterable[str]) -> Score:
    """Count what each paragraph or each bullet says."""
    return sum((_of_sentence(sentence) for text in texts for sentence in sentences(text)), Score())


def reading(text: Topic | SharedBlock | Disclaimer) -> Reading:
    """Score what a topic prints in its sections, or another text below its title. A lead-in goes with its bullets."""
    blocks = tuple(_printed(text))
    prose = _lines(block for block in blocks if isinstance(block, Paragraph))
    bullets = _lines(block for block in blocks if isinstance(block, Bullets))
    said = [sentence for paragraph in prose for sentence in sentences(paragraph)]
    lead_ins = (sentence for sentence in said if sentence.endswith(":"))
    return Reading(score(each for each in said if not each.endswith(":")), score((*bullets, *lead_ins)))


def _printed(text: Topic | SharedBlock | Disclaimer) -> Iterator[Paragraph | Bullets]:
    if isinstance(text, Disclaimer):
        yield from map(Paragraph, text.paragraphs)
        return
    for part in text.sections if isinstance(text, Topic) else (text,):
        yield from part.blocks


def _of_sentence(sentence: str) -> Score:
    lengths = [syllables(word) for word in words_in(sentence)]
    return Score(
        words=len(lengths),
        sentences=1,
        syllables=sum(lengths),
        polysyllables=sum(length >= _POLYSYLLABLE for length in lengths),
        long_sentences=int(len(lengths) > LONG_SENTENCE),
        passives=int(is_passive(sentence)),
    )


def _lines(blocks: Iterable[Paragraph | Bullets]) -> Iterator[str]:
    return map(plain, lines_of(blocks))
