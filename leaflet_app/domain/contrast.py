"""Tell how well words stand out in a colour (WCAG 2.2, 1.4.3)."""

from __future__ import annotations

from typing import NamedTuple

LEAST_CONTRAST = 4.5
_BENDS_AT = 0.04045  # where the curve of sRGB begins (IEC 61966-2-1)
_SHARES = (0.2126, 0.7152, 0.0722)  # of red, green and blue in how light a colour is


class Ink(NamedTuple):
    """A colour that words are printed in, the ground under it, and whose words they are."""

    what: str
    colour: str
    ground: str


def contrast(ink: str, ground: str) -> float:
    """Return how many times lighter one #RRGGBB is than the other, 1 to 21."""
    dark, light = sorted((lightness(ink), lightness(ground)))
    return (light + 0.05) / (dark + 0.05)


def lightness(colour: str) -> float:
    """Return how light #RRGGBB is: its relative luminance, 0 to 1."""
    return sum(share * part for share, part in zip(_SHARES, _parts(colour), strict=True))


def darkened_to(colour: str, wanted: float) -> str:
    """Return #RRGGBB of the same hue with at most this lightness, which is less than its own."""
    share = max(wanted, 0) / lightness(colour)
    return "#" + "".join(f"{int(_curved(part * share) * 255):02X}" for part in _parts(colour))


def _parts(colour: str) -> tuple[float, ...]:
    return tuple(_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))


def _linear(part: float) -> float:
    return float(part / 12.92 if part <= _BENDS_AT else ((part + 0.055) / 1.055) ** 2.4)


def _curved(part: float) -> float:
    curved = 1.055 * part ** (1 / 2.4) - 0.055
    return float(part * 12.92 if curved <= _BENDS_AT else curved)
