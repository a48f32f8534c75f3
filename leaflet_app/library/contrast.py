"""Tell whether words can be read in a colour (WCAG 2.2, 1.4.3)."""

from __future__ import annotations

LEAST = 4.5
_GROUNDS = ("#FFFFFF", "#E6F1F5")  # what leaflets print words on: paper, and the darkest tint of a box
_BENDS_AT = 0.04045  # where the curve of sRGB begins (IEC 61966-2-1)
_SHARES = (0.2126, 0.7152, 0.0722)  # of red, green and blue in how light a colour is


def is_readable(colour: str) -> bool:
    """Tell whether words stand out in #RRGGBB on every ground of a leaflet, and white words on a band of it."""
    return all(_contrast(colour, ground) >= LEAST for ground in _GROUNDS)


def _contrast(dark: str, light: str) -> float:
    return (_lightness(light) + 0.05) / (_lightness(dark) + 0.05)


def _lightness(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return sum(share * _linear(part) for share, part in zip(_SHARES, parts, strict=True))


def _linear(part: float) -> float:
    return float(part / 12.92 if part <= _BENDS_AT else ((part + 0.055) / 1.055) ** 2.4)
