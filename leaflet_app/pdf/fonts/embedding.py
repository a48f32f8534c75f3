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

from leaflet_app.pdf.document import Document
from leaflet_app.pdf.fonts.faces import BASE, Face, face
from leaflet_app.pdf.written import Stream

MOST_ROWS = 100
"""Rows in one block of a ToUnicode map (ISO 32000-1 §9.10.3)."""

DROPPED = ("GDEF", "GPOS", "GSUB", "DSIG", "STAT", "OS/2", "name", "post", "cmap", "gasp", "kern", "meta")
"""Tables that a PDF has no use for (ISO 32000-1 §9.9)."""

SYMBOLIC = 4
"""Font flags: the font's characters are not those of a standard set (ISO 32000-1 table 123)."""

STEM = 90
"""The width of an upright stroke that a reader would draw, had it no glyphs of its own."""

Said = tuple[tuple[int, str], ...]
"""Each code that a document shows, and what it says to a screen reader."""


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
        self._full = frozenset(full)
        self._said: dict[str, dict[int, str]] = {}

    def need(self, face_name: str, characters: Iterable[str] = ()) -> None:
        """Embed a face with the glyphs of these characters."""
        if face_name not in self._said:
            self._said[face_name] = {}
            if face_name in self._full:
                self.need(face_name, BASE)
        code = face(face_name).code
        self._said[face_name].update((code(each), each) for each in characters)

    def need_texts(self, texts: Iterable[tuple[str, str]]) -> None:
        """Embed what texts need, each told with its face."""
        for face_name, text in texts:
            if face_name not in self._said or face_name not in self._full or not BASE.issuperset(text):
                self.need(face_name, text)

    def need_glyphs(self, face_name: str, said: Mapping[int, str]) -> None:
        """Embed these glyphs of a face; each says its part of the text as its first use told."""
        self.need(face_name)
        self._said[face_name] = {**said, **self._said[face_name]}

    def write(self, document: Document) -> None:
        """Put the faces into the document."""
        for name, said in sorted(self._said.items()):
            document.add_font(name, _put(document, face(name), _program(name, tuple(sorted(said.items())))))


@lru_cache(maxsize=64)
def _program(name: str, said: Said) -> Program:
    of = face(name)
    glyph_count = of.hb.face.glyph_count
    real = {code: code if code < glyph_count else of.glyph(text) for code, text in said}
    file = _subset(of, real.values())
    top = max(real, default=0)
    glyphs = b"".join(real.get(code, code).to_bytes(2, "big") for code in range(top + 1)) if top >= glyph_count else b""
    widths = {code: round(of.advance(glyph) * 1000) for code, glyph in real.items()}
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
