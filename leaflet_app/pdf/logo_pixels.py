"""The colours of a logo, counted on a small copy of it."""

from __future__ import annotations

import zlib
from collections import Counter

from leaflet_app.pdf.images import DOTS_PER_POINT, picture

_SMALL = 64 / DOTS_PER_POINT
_STEP = 0xF8  # near enough: two colours that the eye tells apart stay two


def pixels_of(content: bytes) -> dict[tuple[int, int, int, int], int]:
    """Return how often each colour with its opacity occurs in a PNG or JPEG. Raises PictureUnreadable."""
    small = picture(content, _SMALL)
    colours = [each & _STEP if each < _STEP else 0xFF for each in zlib.decompress(small.colours)]
    alphas = zlib.decompress(small.alpha) if small.alpha else b"\xff" * (small.width * small.height)
    return Counter(zip(colours[::3], colours[1::3], colours[2::3], alphas, strict=True))
