"""Take in a logo: clean, as it can be printed, and told where it can be seen."""

from __future__ import annotations

from leaflet_app.domain.brand_colours import WHITE
from leaflet_app.domain.logo_seen import Seen, seen_on
from leaflet_app.domain.value import value

# Imports inside functions are late on purpose: decoding a picture takes more than everything else here.

LEAST_HIGH = 120
"""Points of height below which a logo looks blurred at the top of a leaflet, where it is about 15 mm high."""

ANOTHER = "Take it in white without a ground, or on a white ground of its own."
ON_COLOUR, ON_WHITE = "on your colour", "on white paper"


@value
class LookedAt:
    """A logo as it will be kept, how it is seen on the main colour and on white paper, and its size in points."""

    logo: bytes
    on_band: Seen
    on_white: Seen
    size: tuple[int, int]

    @property
    def refused(self) -> str:
        """Say why it cannot be printed, and what to do; nothing where it can."""
        return (
            f"It is printed on your main colour, and cannot be seen there. {ANOTHER}" if self.on_band.is_hidden else ""
        )

    @property
    def may_go_on_white(self) -> bool:
        """Tell whether a white ground of its own would mend what is lost on the main colour."""
        return self.on_band.is_half_hidden and not self.on_white.is_half_hidden

    @property
    def warnings(self) -> tuple[str, ...]:
        """Say what a person may want to mend, and how."""
        wide, high = self.size
        lost = (f"{self.on_band.said} {ANOTHER}",) if self.on_band.is_half_hidden and not self.refused else ()
        small = f"It has {wide} by {high} points and will look blurred: take one that is {LEAST_HIGH} or more high."
        return (*lost, small) if high < LEAST_HIGH else lost


def look_at_logo(untrusted: bytes, band: str) -> LookedAt:
    """Return a logo as it will be kept: pixels and nothing else. Raises EditRefused for what is no sound picture."""
    from leaflet_app.pdf.cleaning import clean  # noqa: PLC0415

    return seen(clean(untrusted).content, band)


def put_on_white(logo: bytes, band: str) -> LookedAt:
    """Return a sound logo with a white ground of its own under it. Raises EditRefused."""
    from leaflet_app.pdf.white_ground import on_white  # noqa: PLC0415

    return seen(on_white(logo), band)


def seen(logo: bytes, band: str) -> LookedAt:
    """Return how a sound logo is seen. Raises PictureUnreadable."""
    from leaflet_app.library.pictures import pixels_of as size_of  # noqa: PLC0415
    from leaflet_app.pdf.logo_pixels import pixels_of  # noqa: PLC0415

    pixels = pixels_of(logo)
    return LookedAt(logo, seen_on(pixels, band, ON_COLOUR), seen_on(pixels, WHITE, ON_WHITE), size_of(logo) or (0, 0))
