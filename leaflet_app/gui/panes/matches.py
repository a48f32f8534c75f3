"""Words that someone looks for, found and marked in the simple HTML of a pane."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape, unescape

_TAGS = re.compile(r"(<[^>]*>)")
_BREAKS = re.compile(r"</?(?:p|li|ul|td|tr|table|br)\b")
_LOOKS_ALIKE = {"'": "['’]", "’": "['’]", "-": "[-‑–]", "–": "[-‑–]", '"': '["“”]'}
"""Signs that nobody types as they are printed."""

PARTED = "\0"
"""Stands between two paragraphs, so that no words are found across them."""

Span = tuple[int, int]


def count(html: str, wanted: str) -> int:
    """Count where the words stand."""
    return len(_spans(html, wanted))


def marked(html: str, wanted: str, style: str, current_style: str, current: int | None = None) -> str:
    """Return the HTML with each match in a style, and one of them in another."""
    spans = _spans(html, wanted)
    if not spans:
        return html
    styles = [current_style if number == current else style for number in range(len(spans))]
    return "".join(_rewritten(html, spans, styles))


def places(bare: str, wanted: str) -> tuple[Span, ...]:
    """Return where the words stand in a bare text, in any case and whatever white space is between them."""
    words = wanted.split()
    if not words:
        return ()
    pattern = r"\s+".join("".join(_LOOKS_ALIKE.get(letter, re.escape(letter)) for letter in word) for word in words)
    return tuple(match.span() for match in re.finditer(pattern, bare, re.IGNORECASE))


def _spans(html: str, wanted: str) -> tuple[Span, ...]:
    """Return where the words stand between the tags and across those that part no words."""
    if not wanted:
        return ()
    return places("".join(map(_bare, _TAGS.split(html))), wanted)


def _bare(part: str) -> str:
    """Return what a tag or a text adds to the bare text: the end of a paragraph parts words, bold does not."""
    if part.startswith("<"):
        return PARTED if _BREAKS.match(part) else ""
    return unescape(part)


def _rewritten(html: str, spans: tuple[Span, ...], styles: list[str]) -> Iterator[str]:
    at = 0
    for part in _TAGS.split(html):
        bare = _bare(part)
        if part.startswith("<"):
            yield part
        else:
            yield from _pieces(bare, at, spans, styles)
        at += len(bare)


def _pieces(text: str, at: int, spans: tuple[Span, ...], styles: list[str]) -> Iterator[str]:
    """Yield a text that begins at a place of the bare text, its share of each match marked."""
    done = 0
    for (begin, end), style in zip(spans, styles, strict=True):
        first, last = max(begin - at, 0), min(end - at, len(text))
        if first < last:
            yield escape(text[done:first])
            yield f'<span style="{style}">{escape(text[first:last])}</span>'
            done = last
    yield escape(text[done:])
