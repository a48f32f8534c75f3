"""Families: which faces a leaflet is set in, and which step in for the characters that the first one lacks."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from functools import cache
from itertools import groupby
from typing import NamedTuple
from unicodedata import category

from leaflet_app.domain.look import Theme
from leaflet_app.pdf.fonts.faces import BASE, face

REGULAR, BOLD = "SourceSans3-Regular", "SourceSans3-Bold"
LEGIBLE_REGULAR, LEGIBLE_BOLD = "AtkinsonHyperlegibleNext-Regular", "AtkinsonHyperlegibleNext-Bold"
NASKH = "NotoNaskhArabic"
NASTALIQ = "NotoNastaliqUrdu"

HIDDEN = "C"
"""The Unicode categories of characters that nobody sees, controls and formats among them; some fonts have them, but
they may not be in a PDF/UA text at all."""

Chain = tuple[str, ...]
"""Names of faces: each character is set in the first that has it."""


class Family(NamedTuple):
    """The faces of running text and of what stands out."""

    regular: Chain
    bold: Chain


@cache
def family_of(theme: Theme, lang: str) -> Family:
    """Return the family of a theme; Urdu is written in Nastaliq, all other Arabic script in Naskh."""
    arabic = NASTALIQ if lang.partition("-")[0] == "ur" else NASKH
    first = (LEGIBLE_REGULAR, LEGIBLE_BOLD) if theme.is_legible else ()
    return Family(
        (*first[:1], REGULAR, f"{arabic}-Regular"),
        (*first[1:], BOLD, f"{arabic}-Bold"),
    )


def missing(text: str, family: Family, but: Container[str] = "") -> str:
    """Return the first character that cannot be printed or is never seen, save those of `but`; or nothing."""
    if BASE.issuperset(text):
        return ""
    return next((each for each in text if not (each in but or _is_printed(each, family))), "")


def parts(text: str, chain: Chain) -> Iterable[tuple[str, str]]:
    """Return the text cut by faces: the name of each part's face, and the part."""
    if BASE.issuperset(text):
        return ((chain[0], text),)
    return _cut(text, chain)


def _cut(text: str, chain: Chain) -> Iterator[tuple[str, str]]:
    for name, characters in groupby(text, key=lambda each: _face_of(each, chain)):
        yield name, "".join(characters)


@cache
def _is_printed(character: str, family: Family) -> bool:
    return not category(character).startswith(HIDDEN) and all(
        character in face(_face_of(character, each)).characters for each in family
    )


def _face_of(character: str, chain: Chain) -> str:
    return next((name for name in chain if character in face(name).characters), chain[0])
