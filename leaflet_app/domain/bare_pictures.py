"""Tell a picture that is nothing else: no notes of a camera, no other file within or behind it, no second frame."""

from __future__ import annotations

import struct
from itertools import pairwise
from typing import NamedTuple

from leaflet_app.domain.practice import picture_kind

_PNG_START = 8
_PNG_CHUNK = 12
"""The bytes of a chunk beside its content: length, kind and checksum."""
_PNG_KINDS = (b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND")
"""The kinds of a PNG's chunks in the order in which they must stand (PNG 3rd edition, 5.6)."""

_MARK = 0xFF
_END = b"\xff\xd9"
_JFIF, _JFIF_LENGTH = 0xE0, 16
"""The note that every JPEG opens with, and its length where it holds no small picture (JFIF 1.02)."""
_TABLES = frozenset((0xC4, 0xDB, 0xDD))
_FRAMES = frozenset((0xC0, 0xC1, 0xC2))
_SCAN = 0xDA
MOST_SCANS = 32
"""A photograph is drawn in one pass, or in about ten that each show more of it; thousands take minutes to decode."""
_WITHIN_SCAN = frozenset((0x00, *range(0xD0, 0xD8)))
"""What may follow FF among the pixels: FF itself, and the marks to begin anew at (ITU T.81, B.1.1)."""


class BarePicture(NamedTuple):
    """A PNG or JPEG that is nothing else, the ending of its file's name, and its size in pixels."""

    content: bytes
    ending: str
    width: int
    height: int


def is_bare(untrusted: bytes) -> bool:
    """Tell whether a PNG or JPEG holds the parts that make its pixels, and not a byte beside them."""
    looked_at = {"png": _is_bare_png, "jpeg": _is_bare_jpeg}.get(picture_kind(untrusted))
    try:
        return looked_at is not None and looked_at(untrusted)
    except (struct.error, IndexError, ValueError):
        return False


def may_take_minutes(untrusted: bytes) -> bool:
    """Tell whether a JPEG is drawn in more passes than any photograph is, before anything decodes it."""
    return picture_kind(untrusted) == "jpeg" and untrusted.count(bytes((_MARK, _SCAN))) > MOST_SCANS * 2


def behind(untrusted: bytes) -> bytes | None:
    """Return what stands behind the end of a PNG or JPEG; None where it has no end."""
    looked_at = {"png": _behind_png, "jpeg": _behind_jpeg}.get(picture_kind(untrusted))
    try:
        return looked_at(untrusted) if looked_at else None
    except (struct.error, IndexError, ValueError):
        return None


def _is_bare_png(untrusted: bytes) -> bool:
    at, kinds = _PNG_START, list[bytes]()
    while at < len(untrusted):
        length, kind = struct.unpack_from(">I4s", untrusted, at)
        kinds.append(kind)
        at += length + _PNG_CHUNK
    places = [_PNG_KINDS.index(kind) for kind in kinds]
    in_order = all(a < b or (a == b and _PNG_KINDS[a] == b"IDAT") for a, b in pairwise(places))
    return at == len(untrusted) and in_order and kinds[:1] == [b"IHDR"] and kinds[-1:] == [b"IEND"]


def _is_bare_jpeg(untrusted: bytes) -> bool:
    at, has_frame, scans = 2, False, 0
    while untrusted[at] == _MARK and untrusted[at : at + 2] != _END:
        mark = untrusted[at + 1]
        (length,) = struct.unpack_from(">H", untrusted, at + 2)
        is_note = mark == _JFIF and at == len(_END) and length == _JFIF_LENGTH
        if not (is_note or mark in _TABLES or (mark in _FRAMES and not has_frame) or (mark == _SCAN and has_frame)):
            return False
        has_frame = has_frame or mark in _FRAMES
        at += 2 + length
        if mark == _SCAN:
            at, scans = _after_scan(untrusted, at), scans + 1
    return untrusted[at:] == _END and has_frame and scans <= MOST_SCANS


def _after_scan(untrusted: bytes, at: int) -> int:
    """Return where the mark stands that ends the pixels. Raises ValueError or IndexError where none does."""
    at = untrusted.index(_MARK, at)
    while untrusted[at + 1] in _WITHIN_SCAN:
        at = untrusted.index(_MARK, at + 2)
    return at


def _behind_png(untrusted: bytes) -> bytes | None:
    at, kind = _PNG_START, b""
    while kind != _PNG_KINDS[-1]:
        length, kind = struct.unpack_from(">I4s", untrusted, at)
        at += length + _PNG_CHUNK
    return untrusted[at:] if at <= len(untrusted) else None


def _behind_jpeg(untrusted: bytes) -> bytes | None:
    at = 2
    while untrusted[at : at + 2] != _END:
        if untrusted[at] != _MARK:
            return None
        mark = untrusted[at + 1]
        (length,) = struct.unpack_from(">H", untrusted, at + 2)
        at += 1 if mark == _MARK else 2 + length  # any number of FF may stand before a mark
        if mark == _SCAN:
            at = _after_scan(untrusted, at)
    return untrusted[at + 2 :]
