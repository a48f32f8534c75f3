"""Tell whether a colour may be used for the words of a leaflet."""

from __future__ import annotations

from leaflet_app.domain.contrast import LEAST_CONTRAST, contrast

_GROUNDS = ("#FFFFFF", "#E6F1F5")  # what leaflets print words on: paper, and the darkest tint of a box


def is_readable(colour: str) -> bool:
    """Tell whether words stand out in dark #RRGGBB on every ground of a leaflet, and white words on a band of it."""
    return all(contrast(colour, ground) >= LEAST_CONTRAST for ground in _GROUNDS)
