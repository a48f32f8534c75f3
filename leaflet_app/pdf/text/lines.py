"""Break a text of several styles into lines, ragged right. No hyphens, so that text out equals text in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from leaflet_app.pdf.fonts.faces import width_of


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
    spaces = [width_of(" ", span.face) * span.size for span in spans]
    lines: list[list[Word]] = [[]]
    cut: set[int] = set()
    used = 0.0
    for wide, word in _words(spans):
        space = spaces[word[0].span] if lines[-1] else 0.0
        if lines[-1] and used + space + wide > width:
            lines.append([])
            used = space = 0.0
        if wide > width:
            *full, rest = _broken(word, spans, width)
            cut.update(range(len(lines), len(lines) + len(full)))
            lines[-1:] = [*([part] for part in full), [rest]]
            used = _width(rest, spans)
        else:
            lines[-1].append(word)
            used += space + wide
    cut.add(len(lines))
    return [_joined(line, is_cut=number in cut) for number, line in enumerate(lines, 1)]


def _joined(words: Sequence[Word], *, is_cut: bool) -> Line:
    """Join the words of a line by span; each space, also at a line's end unless it is cut, follows the word before."""
    line: list[list[str]] = []
    owners: list[int] = []
    for number, word in enumerate(words):
        if number:
            line[-1].append(" ")
        for span, text in word:
            if owners and owners[-1] == span:
                line[-1].append(text)
            else:
                owners.append(span)
                line.append([text])
    if not is_cut:
        line[-1].append(" ")
    return tuple(Stretch(span, "".join(texts)) for span, texts in zip(owners, line, strict=True))


def line_width(line: Sequence[Stretch], spans: Sequence[Span], *, keeps_space: bool = False) -> float:
    """Return the printed width of a line in points, without the space at its end unless it is kept."""
    wide = _width(line, spans)
    if line and not keeps_space and line[-1].text.endswith(" "):
        last = spans[line[-1].span]
        wide -= width_of(" ", last.face) * last.size
    return wide


def _words(spans: Sequence[Span]) -> list[tuple[float, Word]]:
    """Return the words with their widths; one may cross from a span into the next, as **bold**, with its comma does."""
    words: list[tuple[float, Word]] = []
    is_open = False
    for index, span in enumerate(spans):
        for number, part in enumerate([span.text] if span.whole else span.text.split(" ")):
            is_open = is_open and not number
            if not part:
                continue
            wide, word = width_of(part, span.face) * span.size, [Stretch(index, part)]
            if is_open:
                before, begun = words.pop()
                wide, word = before + wide, begun + word
            words.append((wide, word))
            is_open = True
    return words


def _width(word: Sequence[Stretch], spans: Sequence[Span]) -> float:
    return sum(width_of(part.text, spans[part.span].face) * spans[part.span].size for part in word)


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
