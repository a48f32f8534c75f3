"""Take in a logo: clean, as it can be printed, and told where it can be seen."""

from __future__ import annotations

from leaflet_app.domain.brand_colours import WHITE
from leaflet_app.domain.logo_seen import Seen, seen_on
from leaflet_app.domain.value import value

# Imports inside functions are late on purpose: decoding a picture takes more than everything else here.


@value
class LookedAt:
    """A logo as it will be kept, and how it is seen on the band and on white paper."""

    logo: bytes
    on_band: Seen
    on_white: Seen


def look_at_logo(untrusted: bytes, band: str) -> LookedAt:
    """Return a logo as it will be kept: pixels and nothing else. Raises EditRefused for what is no sound picture."""
    from leaflet_app.pdf.cleaning import clean  # noqa: PLC0415

    return seen(clean(untrusted).content, band)


def seen(logo: bytes, band: str) -> LookedAt:
    """Return how a sound logo is seen. Raises PictureUnreadable."""
    from leaflet_app.pdf.logo_pixels import pixels_of  # noqa: PLC0415

    pixels = pixels_of(logo)
    return LookedAt(logo, seen_on(pixels, band, "on the band"), seen_on(pixels, WHITE, "on white paper"))
