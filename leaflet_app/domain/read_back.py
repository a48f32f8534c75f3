"""Compare what a reader sees in a PDF with the leaflet that it should be: the last look before a mail goes."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from leaflet_app.domain.blocks import texts
from leaflet_app.domain.languages import is_right_to_left
from leaflet_app.domain.leaflet import Leaflet

_CODE = re.compile(r"\bCL-[0-9A-Z]{6}(?:-[0-9A-Z]{2})?\b")
_CODELIKE = re.compile(r"[0-9A-Z-]{9,}")
_UNSEEN = {"Cc", "Cf", "Cn", "Co", "Zs", "Zl", "Zp", "Pd"}
"""Spaces, and dashes: a reader leaves them out where a line ends."""


def mismatch(leaflet: Leaflet, sides: int, pages: Sequence[str]) -> str:
    """Say what is wrong with the pages as they were read; nothing where they are the leaflet's.

    `sides` is how many pages the file should have: in a booklet each holds two of the leaflet's.
    """
    if len(pages) != sides:
        return f"the attachment has {len(pages)} pages instead of {sides}"
    if not all(_carries_code(leaflet, page) for page in pages):
        return "a page of the attachment does not carry the code of this leaflet"
    if not _opens_as(leaflet, "\n".join(pages)):
        return "the attachment does not say whom this leaflet is for, and nobody else"
    return ""


def _carries_code(leaflet: Leaflet, page: str) -> bool:
    """Tell whether a page carries the code and no other; readers turn parts of it in lines from right to left."""
    if set(_CODE.findall(page)) == {leaflet.code}:
        return True
    turned = {tuple(sorted(word)) for word in _CODELIKE.findall(page)}
    return is_right_to_left(leaflet.lang) and tuple(sorted(leaflet.code)) in turned


def _opens_as(leaflet: Leaflet, text: str) -> bool:
    """Tell whether title, purpose, the line for the person and the first words stand one right behind the other."""
    first = next(iter(texts(leaflet.blocks)), "")
    opening = "\n".join(filter(None, (leaflet.title, leaflet.purpose, leaflet.for_person, first)))
    return _seen(opening) in _seen(text) or (_turns(opening, leaflet.lang) and _holds_in_any_order(text, opening))


def _seen(text: str) -> str:
    """Return the signs that a reader sees, in one form and without spaces and dashes."""
    return "".join(sign for sign in unicodedata.normalize("NFKC", text) if unicodedata.category(sign) not in _UNSEEN)


def _turns(text: str, lang: str) -> bool:
    """Tell whether any of the words run from right to left; readers give those of a line in either order."""
    return is_right_to_left(lang) or any(unicodedata.bidirectional(letter) in {"R", "AL"} for letter in text)


def _holds_in_any_order(text: str, opening: str) -> bool:
    """Tell whether some lines, one below the other, hold just the words of the opening."""
    sought = _words(opening)
    lines = [_words(line) for line in text.splitlines()]
    return any(_begin_with(lines[at:], sought) for at in range(len(lines)))


def _begin_with(lines: Sequence[Counter[str]], sought: Counter[str]) -> bool:
    held: Counter[str] = Counter()
    for line in lines:
        held += line
        if held.total() >= sought.total():
            break
    return held == sought


def _words(text: str) -> Counter[str]:
    """Count the words without vowel signs, which readers move."""
    plain = unicodedata.normalize("NFKC", text)
    said = "".join(letter for letter in plain if unicodedata.category(letter) not in {"Cf", "Mn"})
    return Counter(re.findall(r"\w+", said))
