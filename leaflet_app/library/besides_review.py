"""What a text says besides how far its review has come: who changes only that has written nothing of it."""

from __future__ import annotations

from leaflet_app.domain.errors import EditRefused
from leaflet_app.domain.file_text import text_of
from leaflet_app.domain.toml_text import toml_of
from leaflet_app.library.writing import in_front_matter, with_fields, without_table

_REVIEW = "review"
_ON_TOP = ("status", "version", "sent")
"""A disclaimer says how far it is above all tables."""


def without_review(content: bytes) -> bytes:
    """Return a text without its review; as it stands where that cannot be told from the rest."""
    try:
        return in_front_matter(text_of(content), _without).encode()
    except (EditRefused, ValueError):
        return content


def says_the_same(one: bytes, other: bytes) -> bool:
    """Tell whether two contents of a text differ in nothing but how far its review has come."""
    return one == other or without_review(one) == without_review(other)


def _without(front: str) -> str:
    bare = with_fields(front, "", dict.fromkeys(_ON_TOP))
    return without_table(bare, _REVIEW) if _REVIEW in toml_of(bare) else bare
