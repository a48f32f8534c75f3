"""In which order the characters of a line stand on paper: the Unicode Bidirectional Algorithm (UAX #9, Unicode 15)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TypeVar
from unicodedata import bidirectional

from leaflet_app.pdf.text.bidi.explicit import ISOLATES, REMOVED, base_level, embed
from leaflet_app.pdf.text.bidi.neutral import resolve_neutral
from leaflet_app.pdf.text.bidi.sequences import sequences
from leaflet_app.pdf.text.bidi.weak import resolve_weak

Piece = TypeVar("Piece")

_RISE = ({"R": 1, "AN": 2, "EN": 2}, {"L": 1, "AN": 1, "EN": 1})
"""How far a character rises above an even and above an odd level (rules I1 and I2)."""

_BLANK = REMOVED | ISOLATES | {"WS", "PDI"}


def levels(text: str, base: int | None = None) -> list[int]:
    """Return each character's level in a text of one line: odd runs from right to left.

    `base` is the level of the paragraph, 0 or 1; None asks its first letter.
    """
    classes = [bidirectional(character) or "L" for character in text]
    if base is None:
        base = base_level(classes)
    embedded, known = embed(classes, base)
    found = list(embedded)
    for sequence in sequences(classes, embedded, base):
        resolve_weak(sequence, known)
        resolve_neutral(sequence, known, text, classes)
        for at in sequence.places:
            found[at] += _RISE[sequence.level % 2].get(known[at], 0)
    return _with_blank_ends(classes, found, base)


def in_visual_order(pieces: Sequence[tuple[int, Piece]]) -> list[Piece]:
    """Return a line's pieces, each with its level, as they stand from left to right (rule L2)."""
    order = list(pieces)
    for level in range(max((level for level, _ in pieces), default=0), 0, -1):
        groups = [(is_high, [*group]) for is_high, group in groupby(order, key=lambda piece: piece[0] >= level)]
        order = [piece for is_high, group in groups for piece in (reversed(group) if is_high else group)]
    return [piece for _, piece in order]


def _with_blank_ends(classes: Sequence[str], found: Sequence[int], base: int) -> list[int]:
    """Give separators, and blanks before them or at the end, the paragraph's level (rule L1)."""
    ended = list(found)
    is_end = True
    for at in range(len(classes) - 1, -1, -1):
        is_end = classes[at] in {"S", "B"} or (is_end and classes[at] in _BLANK)
        if is_end:
            ended[at] = base
    return ended
