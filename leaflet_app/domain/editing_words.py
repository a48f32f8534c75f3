"""The words of a text that an editor has spelt: those that people read, none of the marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from leaflet_app.domain.editing_marks import FENCE

_UNSPELT = re.compile(r"\{[^{}\n]*\}|\]\([^()\n]*\)|https?://\S+|(?<![\w.+-])[\w.+-]++@[\w.-]+\b|\b\w*\d\w*\b")
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_SPELT = re.compile(r'^(?:title|purpose|recap|alt|caption) = "([^"\n]*)"', re.MULTILINE)
_FACT = re.compile(r'\b(?:text|words|picture) = "([^"\n]*)"')
_SHORTEST = 2


def spelt_words(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield each word that is printed, with its place."""
    front_end = text.find(f"\n{FENCE}", len(FENCE)) if text.startswith(FENCE) else 0
    for pattern in (_SPELT, _FACT):
        for field in pattern.finditer(text, 0, max(front_end, 0)):
            yield from _words(text, *field.span(1))
    yield from _words(text, front_end + len(FENCE) + 1 if front_end > 0 else 0, len(text))


def _words(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    unspelt = _UNSPELT.finditer(text, start, end)
    gap = next(unspelt, None)
    for found in _WORD.finditer(text, start, end):
        while gap is not None and gap.end() <= found.start():
            gap = next(unspelt, None)
        is_spelt = gap is None or found.end() <= gap.start()
        if is_spelt and len(found[0]) >= _SHORTEST and not found[0].isupper():
            yield found.start(), found.end(), found[0]
