"""Protect a finished leaflet with a password."""

from __future__ import annotations

from leaflet_app.domain.password import prepared
from leaflet_app.pdf.protect import protect


def protect_leaflet(pdf: bytes, password: str) -> bytes:
    """Return a copy that opens only with this password. Raises PasswordRefused."""
    return protect(pdf, prepared(password))
