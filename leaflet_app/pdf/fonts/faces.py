"""One style of a typeface: which characters it has, how wide they are, and the codes that show them."""

from __future__ import annotations

from functools import cache, cached_property, lru_cache
from pathlib import Path

import uharfbuzz as hb

from leaflet_app import paths

BASE = frozenset(map(chr, range(0x20, 0x7F))) | frozenset("·–—‘’“”•…é£°")
"""What nearly every leaflet needs: a family's first faces are embedded with all of it, so that they are made once."""

_HIGH_BITS = 8
_ESCAPED = {ord("("): "\\(", ord(")"): "\\)", ord("\\"): "\\\\", ord("\r"): "\\r"}


class Face:
    """A font file, read as its glyphs are needed. Its codes are the numbers of its glyphs, two bytes each."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.file = _file(name)
        self.codes = Codes(self)
        self.widths = Widths(self)

    @cached_property
    def hb(self) -> hb.Font:
        """Return the font as HarfBuzz reads it."""
        return hb.Font(hb.Face(hb.Blob.from_file_path(str(self.file))))

    @cached_property
    def characters(self) -> frozenset[str]:
        """Return all characters that the face has."""
        return frozenset(map(chr, self.hb.face.unicodes))

    @cached_property
    def aliases(self) -> dict[str, int]:
        """Return a code of its own for each character that shares its glyph with one before it, as µ does with μ.

        Text read back from the page is then the text that was written.
        """
        first = {self.glyph(each): each for each in sorted(self.characters, reverse=True)}
        shared = sorted(self.characters.difference(first.values()))
        return {character: self.hb.face.glyph_count + number for number, character in enumerate(shared)}

    def glyph(self, character: str) -> int:
        """Return the number of a character's glyph, 0 where the face has none."""
        return self.hb.get_nominal_glyph(ord(character)) or 0

    def code(self, character: str) -> int:
        """Return the number that stands for a character in text."""
        if character not in BASE and character in self.aliases:
            return self.aliases[character]
        return self.glyph(character)

    @cached_property
    def extents(self) -> tuple[float, float]:
        """Return how far its lines reach above and below the baseline, in ems."""
        told = self.hb.get_font_extents("ltr")
        return told.ascender / self.hb.face.upem, -told.descender / self.hb.face.upem

    def advance(self, glyph: int) -> float:
        """Return the width of a glyph in ems."""
        return float(self.hb.get_glyph_h_advance(glyph)) / float(self.hb.face.upem)


class Codes(dict[int, str]):
    """A table for `str.translate`: code points to what stands for them in a PDF string."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face

    def __missing__(self, point: int) -> str:
        """Ask the face for a new character."""
        self[point] = source = escaped(self._face.code(chr(point)))
        return source


class Widths(dict[str, float]):
    """The widths of a face's characters in ems, looked up as they are needed."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face

    def __missing__(self, character: str) -> float:
        """Ask the face for a new character."""
        self[character] = width = self._face.advance(self._face.glyph(character))
        return width


@cache
def face(name: str) -> Face:
    """Return a face, read once for this process."""
    return Face(name)


@lru_cache(maxsize=50_000)
def width_of(text: str, name: str) -> float:
    """Return the width of a word in ems."""
    return sum(map(face(name).widths.__getitem__, text))


def encoded(text: str, name: str) -> str:
    """Return what stands for a text in a PDF string."""
    return text.translate(face(name).codes)


def shown(text: str, name: str, size: float) -> str:
    """Return the operators that show a text; a face's name is its name among a page's resources too."""
    return f"/{name} {size:g} Tf ({encoded(text, name)}) Tj"


@cache
def escaped(code: int) -> str:
    """Return a code of two bytes as it is written in a literal string (ISO 32000-1 §7.3.4.2)."""
    return "".join(_ESCAPED.get(byte, chr(byte)) for byte in divmod(code, 1 << _HIGH_BITS))


def _file(name: str) -> Path:
    (found,) = (paths.resources() / "fonts").glob(f"*/{name}.ttf")
    return found
