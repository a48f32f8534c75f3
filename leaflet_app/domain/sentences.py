"""Cut running text into sentences and words, make a sentence of words, and tell what kind of sentence one is."""

from __future__ import annotations

import re

_END = re.compile(r"(?:(?<=[.!?؟۔])|(?<=[.!?؟۔][)”’\"]))\s+")
_WORD = re.compile(r"\w+(?:[-’'.,]\w+)*")
_PASSIVE = re.compile(
    r"\b(?:am|is|are|was|were|be|been|being|gets?|got)\s+(?:(?:not|never|always|often|sometimes|also|then|\w+ly)\s+){0,2}"
    r"(?!(?:need|tired|worried|scared|supposed)\b)"
    r"(?:\w{2,}ed|brought|built|caught|chosen|cut|done|drawn|felt|found|given|held|kept|known|made|meant"
    r"|put|seen|sent|shown|taken|thought|told|understood|worn|written)\b",
    re.IGNORECASE,
)


def sentences(text: str) -> tuple[str, ...]:
    """Cut a paragraph or a bullet into sentences."""
    return tuple(each for each in _END.split(text) if _WORD.search(each))


def sentence_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Return where each sentence of a text starts and ends, in any language; no sentence starts with a small letter."""
    ends = [found for found in _END.finditer(text) if not text[found.end() : found.end() + 1].islower()]
    starts = (0, *(found.end() for found in ends))
    spans = zip(starts, (*(found.start() for found in ends), len(text)), strict=True)
    return tuple((start, end) for start, end in spans if _WORD.search(text, start, end))


def words_in(text: str) -> tuple[str, ...]:
    """Return the words and numbers of a text; a compound with hyphens is one word."""
    return tuple(_WORD.findall(text))


def capitalised(words: str) -> str:
    """Return words with a large first letter; the rest stays as it is, unlike after `str.capitalize`."""
    return words[:1].upper() + words[1:]


def ended(words: str) -> str:
    """Return words with a full stop, unless they end a sentence already."""
    return words if words.endswith(tuple(".?!؟۔")) else f"{words}."


def sentence(words: str) -> str:
    """Return words as a sentence: with a large first letter, and a full stop unless they end one already."""
    return ended(capitalised(words))


def is_passive(sentence: str) -> bool:
    """Tell whether a sentence seems to say what is done and not who does it; a guess from its words."""
    return _PASSIVE.search(sentence) is not None
