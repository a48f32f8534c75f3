"""The typefaces of a leaflet: their widths, their characters, and how they are embedded."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple
from unicodedata import category

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from leaflet_app import paths

FAMILY = "source-sans-3"
REGULAR, BOLD = "SourceSans3-Regular", "SourceSans3-Bold"

HIDDEN = "Cf"  # the Unicode category of characters that only format
MOST_ROWS = 100  # in one block of a ToUnicode map (ISO 32000-1 §9.10.3)


class LeafletFont(TTFont):  # type: ignore[misc]
    """A TrueType font whose ToUnicode map holds real characters only."""

    def addObjects(self, doc: object) -> None:  # noqa: N802  ReportLab's name
        """Embed the subsets, then clean their ToUnicode maps.

        ReportLab maps unused codes to U+0000 and writes blocks of up to 256 rows, where 100 is the most
        (ISO 32000-1 §9.10.3; PDF/UA-1 7.21.7).
        """
        super().addObjects(doc)
        prefix = f"+{self.face.name.decode()}"
        for name, written in doc.idToObject.items():  # type: ignore[attr-defined]
            if name.startswith("toUnicodeCMap:") and prefix in name and isinstance(written.content, str):
                written.content = _real_characters(written.content)


class Face(NamedTuple):
    """One style of the typeface."""

    name: str
    font: LeafletFont


@cache
def face(name: str) -> Face:
    """Load a face once for this process."""
    file = paths.resources() / "fonts" / FAMILY / f"{name}.ttf"
    font = LeafletFont(name, str(file), shapable=False)
    font.face.makeSubset = _kept(font.face.makeSubset)
    pdfmetrics.registerFont(font)
    return Face(name, font)


def _kept(make_subset: Callable[[Sequence[int]], bytes]) -> Callable[[Sequence[int]], bytes]:
    """Keep the font programs of the last documents: most leaflets need the same characters in the same order."""
    kept = lru_cache(maxsize=16)(make_subset)
    return lambda points: kept(tuple(points))


@lru_cache(maxsize=50_000)
def width_of(text: str, name: str) -> float:
    """Return the width of a word in ems."""
    return sum(map(_widths(name).__getitem__, text))


class Widths(dict[str, float]):
    """The widths of a face's characters in ems, looked up as they are needed."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._metrics = face(name).font.face

    def __missing__(self, character: str) -> float:
        """Ask the font."""
        width = self._metrics.charWidths.get(ord(character), self._metrics.defaultWidth) / 1000
        self[character] = width
        return float(width)


@cache
def _widths(name: str) -> Widths:
    return Widths(name)


def missing(text: str) -> str:
    """Return the first character that cannot be printed, or nothing."""
    known = _characters()
    if known.issuperset(text):
        return ""
    return next(character for character in text if character not in known)


@cache
def _characters() -> frozenset[str]:
    """Return the characters that every face has and a reader sees; hidden ones may not be in a PDF/UA text at all."""
    shared = frozenset.intersection(*(frozenset(face(name).font.face.charToGlyph) for name in (REGULAR, BOLD)))
    return frozenset(letter for letter in map(chr, shared) if category(letter) != HIDDEN)


@lru_cache(maxsize=32)
def _real_characters(cmap: str) -> str:
    head, rest = cmap.split(" beginbfchar\n", 1)
    body, tail = rest.split("\nendbfchar", 1)
    codes = ((row[:6], int(row[6:-1], 16)) for row in body.split("\n"))
    rows = [f"{code}{chr(point).encode('utf-16-be').hex().upper()}>" for code, point in codes if point]
    blocks = (rows[start : start + MOST_ROWS] for start in range(0, len(rows), MOST_ROWS))
    maps = "\n".join("\n".join((f"{len(block)} beginbfchar", *block, "endbfchar")) for block in blocks)
    return "\n".join((head.rsplit("\n", 1)[0], maps)) + tail
