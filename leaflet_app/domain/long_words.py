"""Words that a reader may stumble over, unless the text or the glossary explains them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from leaflet_app.domain.glossary import Glossary
from leaflet_app.domain.sentences import sentences, words_in
from leaflet_app.domain.syllables import syllables

FEWEST_SYLLABLES = 4

_EVERYDAY = """
    activities activity actually available community definitely diabetes difficulty emergencies emergency especially
    everybody experience immediately information january february necessary operation operations ordinary original
    overactive secretary supermarket television temperature underactive university unusual unusually usually
    variety
"""
EVERYDAY = frozenset(_EVERYDAY.split())
"""Long words that everyone knows."""


def long_words(texts: Sequence[str], glossary: Glossary, names: Collection[str] = ()) -> Iterator[tuple[int, str]]:
    """Yield each long word that nothing explains, once, with the number of the text that says it first.

    Words of `names`, and words with a capital inside a sentence, need no explaining.
    """
    whole = " ".join(texts)
    known = {_singular(word) for name in names for word in words_in(name)}
    for number, text in enumerate(texts):
        for word in _long_in(text, glossary):
            if _singular(word) not in known and not _explains(whole, word):
                known.add(_singular(word))
                yield number, word


def _long_in(text: str, glossary: Glossary) -> Iterator[str]:
    for sentence in sentences(text):
        first = words_in(sentence)[0]
        for part in (part for part, term in glossary.split(sentence) if term is None):
            for word in words_in(part):
                is_name = word != word.lower() and word != first
                if not is_name and word.casefold() not in EVERYDAY and _longest_part(word) >= FEWEST_SYLLABLES:
                    yield word


def _longest_part(word: str) -> int:
    return max(map(syllables, word.split("-")))


def _singular(word: str) -> str:
    return word.casefold().removesuffix("s")


def _explains(text: str, word: str) -> bool:
    """Tell whether a text says "plain words (word)", "word (plain words)", "called word" or "word, a plain thing"."""
    said = rf"\b{re.escape(_singular(word))}s?\b"
    ways = (
        rf"\([^()]*{said}",
        rf"{said}[”\"’']?(?:\s+[\w-]+)?\s+\(",
        rf"\b(?:called|known as|such as)\s+(?:[\w-]+(?:,|\s+and|\s+or)\s+){{0,3}}(?:[\w-]+\s+)?[“\"‘']?{said}",
        rf"{said},\s+(?:an?|the)\b",
    )
    return any(re.search(way, text, re.IGNORECASE) for way in ways)
