"""Glyphs made of others: a letter with its dots and marks becomes one, so that one code draws it and says it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from struct import calcsize, pack, unpack, unpack_from
from typing import NamedTuple

_WORDS, _OFFSETS, _MORE = 0x1, 0x2, 0x20
"""Flags of a component: its offset is of two words, is an offset, and more components follow (OpenType glyf)."""

_RECORD = ">4sIII"
_HEADER = 12


class Part(NamedTuple):
    """A glyph within another and where it stands, in units of the font."""

    glyph: int
    x: int
    y: int


class Composed(NamedTuple):
    """A glyph made of parts."""

    parts: tuple[Part, ...]
    advance: int


def with_composed(file: bytes, wanted: Sequence[Composed]) -> tuple[bytes, int]:
    """Return a TrueType file with these glyphs behind its own, and the number of the first."""
    tables = _tables(file)
    (count,) = unpack_from(">H", tables["maxp"], 4)
    starts = _starts(tables, count)
    outlines, metrics = bytearray(tables["glyf"]), bytearray(_metrics(tables, count))
    for glyph in wanted:
        outline, left = _outline(glyph, tables["glyf"], starts)
        outlines += outline
        metrics += pack(">Hh", glyph.advance, left)
        starts.append(len(outlines))
    total = count + len(wanted)
    most = max((len(glyph.parts) for glyph in wanted), default=0)
    points, contours = unpack_from(">HH", tables["maxp"], 6)
    changes = {
        "glyf": bytes(outlines),
        "loca": pack(f">{total + 1}I", *starts),
        "hmtx": bytes(metrics),
        "hhea": tables["hhea"][:34] + pack(">H", total),
        "head": tables["head"][:8] + bytes(4) + tables["head"][12:50] + pack(">H", 1) + tables["head"][52:],
        "maxp": tables["maxp"][:4]
        + pack(">HHHHH", total, points, contours, min(points * most, 0xFFFF), min(contours * most, 0xFFFF))
        + tables["maxp"][14:28]
        + pack(">HH", most, 2),
    }
    return _file(tables | changes), count


def _tables(file: bytes) -> dict[str, bytes]:
    (count,) = unpack_from(">H", file, 4)
    records = (unpack_from(_RECORD, file, _HEADER + calcsize(_RECORD) * number) for number in range(count))
    return {tag.decode(): file[start : start + length] for tag, _, start, length in records}


def _starts(tables: Mapping[str, bytes], count: int) -> list[int]:
    """Return where each glyph's outline starts, and where the last one ends."""
    is_long = tables["head"][51]
    if is_long:
        return list(unpack_from(f">{count + 1}I", tables["loca"]))
    return [2 * half for half in unpack_from(f">{count + 1}H", tables["loca"])]


def _metrics(tables: Mapping[str, bytes], count: int) -> bytes:
    """Return the advance and left bearing of each glyph; the file leaves out the advances of the last ones."""
    (told,) = unpack(">H", tables["hhea"][34:36])
    table = tables["hmtx"]
    advance = table[4 * told - 4 : 4 * told - 2]
    bearings = (table[at : at + 2] for at in range(4 * told, 4 * told + 2 * (count - told), 2))
    return table[: 4 * told] + b"".join(advance + bearing for bearing in bearings)


def _outline(glyph: Composed, outlines: bytes, starts: Sequence[int]) -> tuple[bytes, int]:
    """Return a glyph's outline and its left edge; a space has neither."""
    if not glyph.parts:
        return b"", 0
    boxes = [(part, unpack_from(">hhhh", outlines, starts[part.glyph] + 2)) for part in glyph.parts]
    edges = [(box[0] + part.x, box[1] + part.y, box[2] + part.x, box[3] + part.y) for part, box in boxes]
    left, bottom = min(edge[0] for edge in edges), min(edge[1] for edge in edges)
    right, top = max(edge[2] for edge in edges), max(edge[3] for edge in edges)
    last = len(glyph.parts) - 1
    parts = b"".join(
        pack(">HHhh", _WORDS | _OFFSETS | (_MORE if number < last else 0), *part)
        for number, part in enumerate(glyph.parts)
    )
    outline = pack(">hhhhh", -1, left, bottom, right, top) + parts
    return outline + bytes(-len(outline) % 4), left


def _file(tables: Mapping[str, bytes]) -> bytes:
    """Return a TrueType file of these tables."""
    count = len(tables)
    power = 1 << (count.bit_length() - 1)
    head = pack(">IHHHH", 0x00010000, count, 16 * power, power.bit_length() - 1, 16 * (count - power))
    start = _HEADER + calcsize(_RECORD) * count
    records, contents = [], []
    for tag, content in sorted(tables.items()):
        padded = content + bytes(-len(content) % 4)
        records.append(pack(_RECORD, tag.encode(), _sum(padded), start, len(content)))
        contents.append(padded)
        start += len(padded)
    return b"".join((head, *records, *contents))


def _sum(padded: bytes) -> int:
    words: Iterable[int] = unpack(f">{len(padded) // 4}I", padded)
    return sum(words) & 0xFFFFFFFF
