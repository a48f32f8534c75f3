"""Take in a logo: only what can be printed, and told where it can be seen."""

from __future__ import annotations

from leaflet_app.domain.bounds import LARGEST_PICTURE, MOST_PIXELS
from leaflet_app.domain.brand_colours import WHITE
from leaflet_app.domain.errors import PictureUnreadable
from leaflet_app.domain.logo_seen import Seen, seen_on
from leaflet_app.domain.practice import picture_kind
from leaflet_app.domain.value import value

# Imports inside functions are late on purpose: decoding a picture takes more than everything else here.


@value
class LookedAt:
    """A logo as it will be kept, and how it is seen on the band and on white paper."""

    logo: bytes
    on_band: Seen
    on_white: Seen


def look_at_logo(untrusted: bytes, band: str) -> LookedAt:
    """Return a logo as it will be kept. Raises PictureUnreadable for what is no sound PNG or JPEG."""
    from leaflet_app.library.practice import logo_refused  # noqa: PLC0415
    from leaflet_app.pdf.images import is_whole  # noqa: PLC0415

    if not picture_kind(untrusted):
        raise PictureUnreadable("it is neither a PNG nor a JPEG picture")
    if len(untrusted) > LARGEST_PICTURE:
        raise PictureUnreadable(f"it is larger than {LARGEST_PICTURE // 1024} kB")
    if refused := logo_refused(untrusted):
        raise PictureUnreadable(f"it {refused[0]}")
    if not is_whole(untrusted):
        raise PictureUnreadable(f"it is damaged, or has more than {MOST_PIXELS // 1_000_000} million pixels")
    return seen(untrusted, band)


def seen(logo: bytes, band: str) -> LookedAt:
    """Return how a sound logo is seen. Raises PictureUnreadable."""
    from leaflet_app.pdf.logo_pixels import pixels_of  # noqa: PLC0415

    pixels = pixels_of(logo)
    return LookedAt(logo, seen_on(pixels, band, "on the band"), seen_on(pixels, WHITE, "on white paper"))
