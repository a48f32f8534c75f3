"""Fill lines with words, and set the words of each line in the order in which they stand on paper."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from math import inf
from typing import NamedTuple
from unicodedata import combining

from leaflet_app.pdf.text.bidi import in_visual_order
from leaflet_app.pdf.text.shaping.segments import Segment, Word

NEARLY = 1e-6
_AFTER_SLASH = re.compile(r"(?<=[/._-])")


class Placed(NamedTuple):
    """A segment and how far from the left edge of the lines it starts, in ems."""

    segment: Segment
    left: float

    @property
    def right(self) -> float:
        """Return how far from the left edge it ends."""
        return self.left + self.segment.width


Line = tuple[Placed, ...]
"""A line's segments in the order in which they are read."""


def break_lines(words: Sequence[Word], room: float, base: int, *, is_flush_right: bool) -> tuple[Line, ...]:
    """Fill lines of a width in ems word by word, in the order of a paragraph of level `base`."""
    lines: list[list[Word]] = [[]]
    used = 0.0
    for word in (part for whole in words for part in _parts(whole, room)):
        space = _space(lines[-1])
        if lines[-1] and used + space + word.width > room + NEARLY:
            lines.append([])
            used = space = 0.0
        lines[-1].append(word)
        used += space + word.width
    edge = room if room < inf else max(map(_width, lines))
    free = [edge - _width(line) if is_flush_right else 0.0 for line in lines]
    return tuple(tuple(_placed(line, left, base)) for line, left in zip(lines, free, strict=True))


def _space(line: Sequence[Word]) -> float:
    return line[-1].space.width if line and line[-1].space else 0.0


def _width(line: Sequence[Word]) -> float:
    """Return the width of a line without the space at its end, in ems."""
    return sum(word.width + _space((word,)) for word in line) - _space(line)


def _placed(line: Sequence[Word], left: float, base: int) -> Iterator[Placed]:
    """Yield the segments as they are read, each where it stands; the space at the line's end hangs over."""
    read = [segment for word in line for segment in (*word.segments, *([word.space] if word.space else ()))]
    if _space(line):
        read[-1] = read[-1].changed(level=base)
    if base:
        left -= _space(line)
    lefts = {}
    for number in in_visual_order([(segment.level, number) for number, segment in enumerate(read)]):
        lefts[number] = left
        left += read[number].width
    yield from (Placed(segment, lefts[number]) for number, segment in enumerate(read))


def _parts(word: Word, room: float) -> Iterator[Word]:
    """Yield a word whole, or cut after slashes and dots, or anywhere, where it is wider than a line."""
    if word.width <= room + NEARLY:
        yield word
        return
    part: list[Segment] = []
    used = 0.0
    for piece in (piece for segment in word.segments for piece in _pieces(segment, room)):
        if part and used + piece.width > room + NEARLY:
            yield Word(tuple(part), None)
            part, used = [], 0.0
        part.append(piece)
        used += piece.width
    yield Word(tuple(part), word.space)


def _pieces(segment: Segment, room: float) -> Iterator[Segment]:
    start = 0
    for text in filter(None, _AFTER_SLASH.split(segment.text)):
        piece = segment.part(start, start + len(text))
        if piece.width <= room:
            yield piece
        else:
            yield from _characters(piece)
        start += len(text)


def _characters(segment: Segment) -> Iterator[Segment]:
    """Yield the letters of a segment, each with its marks."""
    starts = [at for at, character in enumerate(segment.text) if not at or not combining(character)]
    for start, end in zip(starts, [*starts[1:], len(segment.text)], strict=True):
        yield segment.part(start, end)
