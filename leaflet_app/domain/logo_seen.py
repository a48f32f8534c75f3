"""How much of a logo can be seen on a ground (WCAG 2.2, 1.4.11: 3 to 1 for graphics that carry meaning)."""

from __future__ import annotations

from collections.abc import Mapping

from leaflet_app.domain.contrast import contrast
from leaflet_app.domain.value import value

LEAST_OF_GRAPHICS = 3.0
_HIDDEN, _HALF = 0.05, 0.5
_OPAQUE = 255

Pixels = Mapping[tuple[int, int, int, int], int]
"""How often each red, green, blue and opacity, from 0 to 255, occurs in a picture."""


@value
class Seen:
    """The share of a logo's visible part, 0 to 1, that stands out on a ground, and where that is.

    A logo with a ground of its own needs less: what is lost of it may be that ground.
    """

    share: float
    where: str
    has_own_ground: bool = False

    @property
    def is_hidden(self) -> bool:
        """Tell whether there is next to nothing to see."""
        return self.share < _HIDDEN

    @property
    def is_half_hidden(self) -> bool:
        """Tell whether more of it is lost than seen."""
        return self.share < (_HIDDEN if self.has_own_ground else _HALF)

    @property
    def said(self) -> str:
        """Say it for people."""
        if self.is_hidden:
            return f"It cannot be seen {self.where}."
        return f"{'Much of it is lost' if self.is_half_hidden else 'It is easy to see'} {self.where}."

    @property
    def figure(self) -> str:
        """Say it with the figure behind it."""
        return f"{self.share * 100:.0f} % of it stands out from the ground, {LEAST_OF_GRAPHICS:.0f} to 1 or more."


def seen_on(pixels: Pixels, ground: str, where: str) -> Seen:
    """Return how much of a logo stands out on #RRGGBB."""
    visible = sum(alpha * count for (*_, alpha), count in pixels.items())
    stands_out = sum(
        pixel[3] * count
        for pixel, count in pixels.items()
        if contrast(_over(pixel, ground), ground) >= LEAST_OF_GRAPHICS
    )
    has_own_ground = all(alpha == _OPAQUE for *_, alpha in pixels)
    return Seen(stands_out / visible if visible else 0.0, where, has_own_ground)


def _over(pixel: tuple[int, int, int, int], ground: str) -> str:
    """Return the colour of a pixel that a ground shows through."""
    share = pixel[3] / _OPAQUE
    below = (int(ground[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(
        f"{round(share * own + (1 - share) * under):02X}" for own, under in zip(pixel, below, strict=False)
    )
