"""Where a leaflet uses the two colours of a practice, and whether words stand out there (WCAG 2.2, 1.4.3)."""

from __future__ import annotations

from math import floor

from leaflet_app.domain.contrast import LEAST_CONTRAST, contrast, darkened_to, lightness
from leaflet_app.domain.value import value

WHITE = "#FFFFFF"
_PAPERS = (("white paper", WHITE), ("cream paper", "#FBF3DC"))
_BOXES = (("a box", "#E6F1F5"), ("the darkest box on cream paper", "#F7E5BC"))


@value
class Use:
    """Words that are printed in a colour of the practice, or on it. `other` is the other colour of the two."""

    what: str
    other: str

    def figure(self, colour: str) -> float:
        """Return how well the words stand out, 1 to 21."""
        return contrast(colour, self.other)

    def is_readable(self, colour: str) -> bool:
        """Tell whether the words may be printed so."""
        return self.figure(colour) >= LEAST_CONTRAST


@value
class Seen:
    """Several uses in one: what a person sees in all of them."""

    what: str
    uses: tuple[Use, ...]

    def is_readable(self, colour: str) -> bool:
        """Tell whether the words may be printed so wherever they stand."""
        return all(use.is_readable(colour) for use in self.uses)

    def said(self, colour: str) -> str:
        """Say it for people."""
        return f"{self.what}: {'easy' if self.is_readable(colour) else 'hard'} to read"

    def figures(self, colour: str) -> str:
        """Return the figure of each use, a line each, and the least that passes."""
        told = (f"{use.what}: {floor(use.figure(colour) * 100) / 100:.2f} to 1" for use in self.uses)
        return "\n".join((*told, f"At least {LEAST_CONTRAST} to 1 is needed (WCAG 2.2)."))


def _uses(words: str) -> tuple[Use, ...]:
    on = tuple(Use(f"{words} on {where}", ground) for where, ground in _PAPERS)
    return on + tuple(Use(f"{words} in {where}", ground) for where, ground in _BOXES)


BAND_SEEN = (
    Seen("White words on your colour", (Use("White words on the band", WHITE),)),
    Seen("Headings in your colour", _uses("Headings")),
)
ACCENT_SEEN = (Seen("Links in your colour", _uses("Links")),)
BAND_USES = tuple(use for seen in BAND_SEEN for use in seen.uses)
ACCENT_USES = tuple(use for seen in ACCENT_SEEN for use in seen.uses)
_DARKEST = min((ground for _, ground in (*_PAPERS, *_BOXES)), key=lightness)


def is_readable(colour: str) -> bool:
    """Tell whether words stand out in dark #RRGGBB on every ground of a leaflet, and white words on a band of it."""
    return contrast(colour, _DARKEST) >= LEAST_CONTRAST and contrast(colour, WHITE) >= LEAST_CONTRAST


def nearest_readable(colour: str) -> str:
    """Return the lightest colour of the same hue that passes everywhere; the colour itself where it does."""
    if is_readable(colour):
        return colour
    return darkened_to(colour, (lightness(_DARKEST) + 0.05) / LEAST_CONTRAST - 0.05)


def typed_colour(untrusted: str) -> str:
    """Return #RRGGBB for what a person typed, with or without the sign, or in its short form; else nothing."""
    digits = untrusted.strip().removeprefix("#").upper()
    if len(digits) == 3:  # noqa: PLR2004  (the short form of CSS)
        digits = "".join(each * 2 for each in digits)
    is_hex = len(digits) == 6 and all(each in "0123456789ABCDEF" for each in digits)  # noqa: PLR2004
    return f"#{digits}" if is_hex else ""
