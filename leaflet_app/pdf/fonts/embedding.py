"""Faces inside a document: one Type 0 font each, with the glyphs that its text needs (ISO 32000-1 §9.7)."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import groupby
from struct import unpack_from
from typing import NamedTuple

import uharfbuzz as hb

from leaflet_app.domain.errors import LeafletTooLong
from leaflet_app.pdf.file.document import Document
from leaflet_app.pdf.file.written import Stream
from leaflet_app.pdf.fonts.composed import Composed, with_composed
from leaflet_app.pdf.fonts.faces import BASE, Face, face

MOST_ROWS = 100
"""Rows in one block of a ToUnicode map (ISO 32000-1 §9.10.3)."""

DROPPED = ("GDEF", "GPOS", "GSUB", "DSIG", "STAT", "OS/2", "name", "post", "cmap", "gasp", "kern", "meta")
"""Tables that a PDF has no use for (ISO 32000-1 §9.9)."""

SYMBOLIC = 4
"""Font flags: the font's characters are not those of a standard set (ISO 32000-1 table 123)."""

STEM = 90
"""The width of an upright stroke that a reader would draw, had it no glyphs of its own."""

MOST_CODES = 1 << 16
"""Codes of two bytes."""

Said = tuple[tuple[int, str], ...]
"""Each code that a document shows, and what it says to a screen reader."""

Joined = tuple[tuple[int, Composed], ...]
"""Each code that shows a glyph made of others."""


class Program(NamedTuple):
    """A subset of a face, ready to be embedded; streams are compressed, `glyphs` is empty where codes are glyphs."""

    file: bytes
    length: int
    widths: str
    to_unicode: bytes
    glyphs: bytes


class EmbeddedFonts:
    """The faces of one document. Those named `full` hold all that most leaflets need, so that they are made once."""

    def __init__(self, full: Iterable[str]) -> None:
        self._said = {name: dict(_base(name)) for name in full}
        self._composed: dict[str, dict[tuple[str, Composed], int]] = {}

    def need(self, face_name: str, characters: Iterable[str] = ()) -> None:
        """Embed a face with the glyphs of these characters."""
        self._said.setdefault(face_name, {}).update(_said(face_name, characters))

    def code(self, face_name: str, text: str, glyph: Composed) -> int:
        """Embed a glyph made of others that says a text, and return its code."""
        codes = self._composed.setdefault(face_name, {})
        if (text, glyph) not in codes:
            of = face(face_name)
            code = of.hb.face.glyph_count + len(of.characters) + len(codes)
            if code == MOST_CODES:
                raise LeafletTooLong("its letters join in more ways than a file can hold")
            codes[text, glyph] = code
            self.need(face_name)
            self._said[face_name][code] = text
        return codes[text, glyph]

    def write(self, document: Document) -> None:
        """Put the faces into the document."""
        for name, said in sorted(self._said.items()):
            joined = tuple((code, glyph) for (_, glyph), code in self._composed.get(name, {}).items())
            document.add_font(name, _put(document, face(name), _program(name, tuple(sorted(said.items())), joined)))


@cache
def _base(name: str) -> tuple[tuple[int, str], ...]:
    return tuple(_said(name, BASE))


def _said(name: str, characters: Iterable[str]) -> Iterator[tuple[int, str]]:
    code = face(name).code
    return ((code(each), each) for each in characters)


@lru_cache(maxsize=64)
def _program(name: str, said: Said, joined: Joined) -> Program:
    of = face(name)
    glyph_count, scale = of.hb.face.glyph_count, 1000 / of.hb.face.upem
    new = {code for code, _ in joined}
    real = {code: code if code < glyph_count else of.glyph(text) for code, text in said if code not in new}
    widths = {code: round(of.advance(glyph) * 1000) for code, glyph in real.items()}
    file = _subset(of, (*real.values(), *(part.glyph for _, glyph in joined for part in glyph.parts)))
    if joined:
        file, first = with_composed(file, [glyph for _, glyph in joined])
        real |= {code: first + number for number, (code, _) in enumerate(joined)}
        widths |= {code: round(glyph.advance * scale) for code, glyph in joined}
    top = max(real, default=0)
    glyphs = b"".join(real.get(code, 0).to_bytes(2, "big") for code in range(top + 1)) if top >= glyph_count else b""
    return Program(
        zlib.compress(file),
        len(file),
        "".join(_widths(widths)),
        zlib.compress(_to_unicode(said).encode()),
        zlib.compress(glyphs) if glyphs else b"",
    )


def _subset(of: Face, glyphs: Iterable[int]) -> bytes:
    wanted = hb.SubsetInput()
    wanted.glyph_set.update(glyphs)
    wanted.drop_table_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in DROPPED)
    wanted.flags = hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE
    return bytes(hb.subset(of.hb.face, wanted).blob.data)


def _widths(widths: Mapping[int, int]) -> Iterator[str]:
    """Yield the widths of each row of neighbouring codes (ISO 32000-1 §9.7.4.3)."""
    for _, row in groupby(enumerate(sorted(widths)), key=lambda pair: pair[1] - pair[0]):
        codes = [code for _, code in row]
        yield f"{codes[0]}[{' '.join(str(widths[code]) for code in codes)}]"


def _to_unicode(said: Said) -> str:
    rows = [f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>" for code, text in said if text]
    blocks = (rows[start : start + MOST_ROWS] for start in range(0, len(rows), MOST_ROWS))
    maps = "\n".join("\n".join((f"{len(block)} beginbfchar", *block, "endbfchar")) for block in blocks)
    return _CMAP.format(maps=maps)


def _put(document: Document, of: Face, program: Program) -> str:
    """Put a face's objects into the document and return the reference of its font."""
    tag = "".join(chr(ord("A") + byte % 26) for byte in hashlib.sha256(program.file).digest()[:6])
    name = f"{tag}+{of.name}"
    file = document.add_stream(Stream(program.file, f"/Length1 {program.length}"))
    to_unicode = document.add_stream(Stream(program.to_unicode))
    glyphs = document.add_stream(Stream(program.glyphs)) if program.glyphs else "/Identity"
    descriptor = document.add(f"<</Type/FontDescriptor/FontName/{name}{_measures(of)}/FontFile2 {file}>>")
    descendant = document.add(
        f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
        f"/Supplement 0>>/FontDescriptor {descriptor}/CIDToGIDMap {glyphs}/W[{program.widths}]>>"
    )
    font = f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H/DescendantFonts[{descendant}]"
    return document.add(f"{font}/ToUnicode {to_unicode}>>")


@cache
def _measures(of: Face) -> str:
    """Return what a font descriptor says of a face, in thousandths of an em (ISO 32000-1 table 122)."""
    scale = 1000 / of.hb.face.upem
    tables = (of.hb.face.reference_table(name).data for name in ("head", "hhea", "OS/2"))
    head, hhea, os2 = map(bytes, tables)
    box = " ".join(f"{round(edge * scale)}" for edge in unpack_from(">4h", head, 36))
    ascent, descent = (round(each * scale) for each in unpack_from(">2h", hhea, 4))
    (cap_height,) = unpack_from(">h", os2, 88)
    return (
        f"/Flags {SYMBOLIC}/FontBBox[{box}]/ItalicAngle 0/Ascent {ascent}/Descent {descent}"
        f"/CapHeight {round(cap_height * scale)}/StemV {STEM}"
    )


_CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{maps}
endcmap
CMapName currentdict /CMap defineresource pop
end
end"""
