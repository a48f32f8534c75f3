"""Put a white ground of its own under a logo that its colours would hide."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

from leaflet_app.pdf.cleaning import clean
from leaflet_app.pdf.images import opened

AROUND = 0.1
"""White on each side, in parts of the logo's shorter side."""


def on_white(logo: bytes) -> bytes:
    """Return a sound logo on white, with white around it, as clean as it was. Raises EditRefused."""
    image = opened(logo).convert("RGBA")
    around = max(1, round(min(image.size) * AROUND))
    ground = Image.new("RGBA", (image.width + 2 * around, image.height + 2 * around), "white")
    ground.alpha_composite(image, (around, around))
    written = BytesIO()
    ground.convert("RGB").save(written, "PNG")
    return clean(written.getvalue()).content
