"""Look at the first bytes of a picture before anything decodes it."""

from __future__ import annotations

import struct

from leaflet_app.domain.practice import picture_kind

_MARK = 0xFF  # what each segment of a JPEG begins with
_JPEG_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # the segments that tell a size


def pixels_of(untrusted: bytes) -> tuple[int, int] | None:
    """Return width and height of a PNG or JPEG as its header tells them; None for anything else."""
    try:
        kind = picture_kind(untrusted)
        if kind == "png" and untrusted[12:16] == b"IHDR":
            width, height = struct.unpack_from(">II", untrusted, 16)
            return width, height
        return _jpeg_pixels(untrusted) if kind == "jpeg" else None
    except (struct.error, IndexError):
        return None


def _jpeg_pixels(untrusted: bytes) -> tuple[int, int] | None:
    at = 2
    while untrusted[at] == _MARK:
        if untrusted[at + 1] in _JPEG_FRAMES:
            height, width = struct.unpack_from(">HH", untrusted, at + 5)
            return width, height
        at += 2 + max(struct.unpack_from(">H", untrusted, at + 2)[0], 2)
    return None
