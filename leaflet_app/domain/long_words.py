"""Words that a reader may stumble over, unless the text or the glossary explains them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from leaflet_app.domain.glossary import Glossary
from leaflet_app.domain.sentences import sentences, words_in
from leaflet_app.domain.syllables import syllables

FEWEST_SYLLABLES = 4

_EVERYDAY = """
    activities activity actually available community definitely diabetes difficulty emergencies emergency
    especially european everybody experience february immediately information january necessary operation
    operations ordinary original overactive secretary supermarket television temperature underactive university
    unusual unusually usually variety
"""
EVERYDAY = frozenset(_EVERYDAY.split())
"""Long words that everyone knows."""

_EXPLAINED = tuple(
    map(
        re.compile,
        (
            r"\(([^()]*)\)",  # plain words (word)
            r"(?<![\w-])([\w-]++(?:\s++[\w-]++)?)[”\"’']?\s+\(",  # word (plain words)
            r"\b(?:called|known as|such as)\s+((?:[\w-]++(?:,|\s+and|\s+or)\s+){0,3}[“\"‘']?[\w-]++(?:\s+[\w-]++)?)",
            r"(?<![\w-])([\w-]++),\s+(?:an?|the)\b",  # word, a plain thing
        ),
    )
)


def long_words(texts: Sequence[str], glossary: Glossary, names: Collection[str] = ()) -> Iterator[tuple[int, str]]:
    """Yield each long word that nothing explains, once, with the number of the text that says it first.

    Words of `names`, and words with a capital inside a sentence, need no explaining.
    """
    known = {_singular(word) for said in (*names, *_explained(texts)) for word in words_in(said)}
    for number, text in enumerate(texts):
        for word in _long_in(text, glossary):
            if _singular(word) not in known:
                known.add(_singular(word))
                yield number, word


def _explained(texts: Iterable[str]) -> Iterator[str]:
    """Yield the words that the texts explain, wherever they do, with a few words around them."""
    for text in texts:
        for way in _EXPLAINED:
            yield from way.findall(text)


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
