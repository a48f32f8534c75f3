"""Break a text of several styles into lines, ragged right. No hyphens, so that text out equals text in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from leaflet_app.pdf.fonts import width_of


class Span(NamedTuple):
    """A stretch of text in one face and size. `whole` text is never broken."""

    text: str
    face: str
    size: float
    whole: bool = False


class Stretch(NamedTuple):
    """Part of a line: which span it is from, and its words."""

    span: int
    text: str


Line = tuple[Stretch, ...]
Word = list[Stretch]

_AFTER_SLASH = re.compile(r"(?<=[/._-])")


@lru_cache(maxsize=4_000)
def break_lines(spans: tuple[Span, ...], width: float) -> tuple[Line, ...]:
    """Fill lines word by word. A word wider than the line is broken after a slash or dot, else anywhere."""
    if len(spans) == 1 and not spans[0].whole and (lines := _plain_lines(spans[0], width)):
        return lines
    return tuple(_mixed_lines(spans, width))


def _plain_lines(span: Span, width: float) -> tuple[Line, ...]:
    """Fill lines of one style; nothing where a word is wider than the line. Most of a leaflet is such text."""
    room, space = width / span.size, width_of(" ", span.face)
    words = [word for word in span.text.split(" ") if word]
    starts, used = [0], -space
    for number, word in enumerate(words):
        wide = width_of(word, span.face)
        if wide > room:
            return ()
        used += space + wide
        if used > room:
            starts.append(number)
            used = wide
    ends = [*starts[1:], None]
    texts = [" ".join(words[start:end]) for start, end in zip(starts, ends, strict=True)]
    return (*((Stretch(0, f"{text} "),) for text in texts[:-1]), (Stretch(0, texts[-1]),))


def _mixed_lines(spans: Sequence[Span], width: float) -> list[Line]:
    """Fill lines of several styles, or with words that must be broken."""
    lines: list[Line] = []
    line: Word = []
    used = 0.0
    for next_word in _words(spans):
        word = next_word
        wide = _width(word, spans)
        space = width_of(" ", spans[word[0].span].face) * spans[word[0].span].size if line else 0.0
        if line and used + space + wide > width:
            lines.append(_closed(line))
            line, used, space = [], 0.0, 0.0
        if wide > width:
            *full, word = _broken(word, spans, width)
            lines += (tuple(part) for part in full)
            wide = _width(word, spans)
        _append(line, word)
        used += space + wide
    lines.append(tuple(line))
    return lines


def line_width(line: Sequence[Stretch], spans: Sequence[Span], *, keeps_space: bool = False) -> float:
    """Return the printed width of a line in points, without the space at its end unless it is kept."""
    wide = _width(line, spans)
    if line and not keeps_space and line[-1].text.endswith(" "):
        last = spans[line[-1].span]
        wide -= width_of(" ", last.face) * last.size
    return wide


def _words(spans: Sequence[Span]) -> Iterator[Word]:
    """Yield the words; a word may cross from one span into the next, as in **bold**, with a comma after it."""
    word: Word = []
    for index, span in enumerate(spans):
        parts = [span.text] if span.whole else span.text.split(" ")
        for number, part in enumerate(parts):
            if number and word:
                yield word
                word = []
            if part:
                word.append(Stretch(index, part))
    if word:
        yield word


def _width(word: Sequence[Stretch], spans: Sequence[Span]) -> float:
    return sum(width_of(part.text, spans[part.span].face) * spans[part.span].size for part in word)


def _append(line: Word, word: Word) -> None:
    """Set a word behind a line; the space between them belongs to the line's last stretch."""
    first, *rest = word
    if line:
        last = line[-1]
        if last.span == first.span:
            line[-1] = Stretch(last.span, f"{last.text} {first.text}")
        else:
            line[-1] = Stretch(last.span, f"{last.text} ")
            line.append(first)
        line += rest
    else:
        line += word


def _closed(line: Word) -> Line:
    """End a line with a space, so that whoever extracts the text keeps its words apart."""
    last = line[-1]
    return (*line[:-1], Stretch(last.span, f"{last.text} "))


def _broken(word: Word, spans: Sequence[Span], width: float) -> list[Word]:
    """Cut a word that is wider than a line."""
    pieces: list[Word] = [[]]
    used = 0.0
    for stretch in word:
        span = spans[stretch.span]
        for part in _cut(stretch.text, span, width):
            wide = width_of(part, span.face) * span.size
            if pieces[-1] and used + wide > width:
                pieces.append([])
                used = 0.0
            last = pieces[-1]
            if last and last[-1].span == stretch.span:
                last[-1] = Stretch(stretch.span, last[-1].text + part)
            else:
                last.append(Stretch(stretch.span, part))
            used += wide
    return pieces


def _cut(text: str, span: Span, width: float) -> Iterator[str]:
    for part in _AFTER_SLASH.split(text):
        if width_of(part, span.face) * span.size <= width:
            yield part
        else:
            yield from part
