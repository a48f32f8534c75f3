"""Look at the first bytes of a picture before anything decodes it."""

from __future__ import annotations

import struct

LARGEST_PICTURE = 10 * 1024 * 1024
MOST_PIXELS = 25_000_000

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_JPEG_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # the segments that tell a size


def pixels_of(untrusted: bytes) -> tuple[int, int] | None:
    """Return width and height of a PNG or JPEG as its header tells them; None for anything else."""
    try:
        if untrusted.startswith(_PNG) and untrusted[12:16] == b"IHDR":
            width, height = struct.unpack_from(">II", untrusted, 16)
            return width, height
        return _jpeg_pixels(untrusted) if untrusted.startswith(_JPEG) else None
    except (struct.error, IndexError):
        return None


def _jpeg_pixels(untrusted: bytes) -> tuple[int, int] | None:
    at = 2
    while untrusted[at] == _JPEG[0]:
        if untrusted[at + 1] in _JPEG_FRAMES:
            height, width = struct.unpack_from(">HH", untrusted, at + 5)
            return width, height
        at += 2 + max(struct.unpack_from(">H", untrusted, at + 2)[0], 2)
    return None
