"""Letters that join their neighbours: HarfBuzz picks the glyphs, and each letter with its dots becomes one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

import uharfbuzz as hb

from leaflet_app.pdf.fonts.composed import Composed, Part
from leaflet_app.pdf.fonts.faces import Face, face

SCRIPT = "Arab"
"""The script of all that is shaped; no face of ours has another one that runs from right to left."""

CONTEXT = 5
"""No letter further away changes how one looks (HarfBuzz looks no further)."""


class Cluster(NamedTuple):
    """What a glyph says, and the glyph."""

    text: str
    glyph: Composed


@lru_cache(maxsize=20_000)
def clusters(text: str, before: str, behind: str, face_name: str, lang: str) -> tuple[Cluster, ...]:
    """Return the letters of a part of a word from left to right; they join those before and behind it."""
    of = face(face_name)
    start, end = len(before), len(before) + len(text)
    word = f"{before}{text}{behind}"
    buffer = hb.Buffer()
    buffer.add_codepoints([*map(ord, word)], start, len(text))
    buffer.direction, buffer.script, buffer.language = "rtl", SCRIPT, lang
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    hb.shape(of.hb, buffer)
    glyphs = zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    found = []
    for at, group in groupby(glyphs, key=lambda glyph: glyph[0].cluster):
        found.append(Cluster(word[at:end], _composed(of, [*group])))
        end = at
    return tuple(found)


def width_of_clusters(found: Sequence[Cluster], face_name: str) -> float:
    """Return the width of letters in ems."""
    return sum(cluster.glyph.advance for cluster in found) / float(face(face_name).hb.face.upem)


def _composed(of: Face, glyphs: Sequence[tuple[hb.GlyphInfo, hb.GlyphPosition]]) -> Composed:
    parts, advance = [], 0
    for info, place in glyphs:
        extents = of.hb.get_glyph_extents(info.codepoint)
        if extents and extents.width:
            parts.append(Part(info.codepoint, advance + place.x_offset, place.y_offset))
        advance += place.x_advance
    return Composed(tuple(parts), advance)
