"""A picture within the page: it needs no other file."""

from __future__ import annotations

import base64

from leaflet_app.domain.practice import picture_kind
from leaflet_app.html.escape import escape


def shown(content: bytes, alt: str) -> str:
    """Write a PNG or JPEG with the words that stand for it."""
    source = base64.b64encode(content).decode("ascii")
    return f'<img src="data:image/{picture_kind(content)};base64,{source}" alt="{escape(alt)}">'
