"""Ours, and what a clinic could use instead; each makes the same leaflet in the same design."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from leaflet_app.domain.leaflet import Leaflet


class Maker(Protocol):
    """Makes PDFs of leaflets. `claims` names the standards it says a file keeps; `folder` takes what it must write."""

    name: str
    claims: tuple[str, ...]

    def __init__(self, folder: Path) -> None: ...

    def __call__(self, leaflet: Leaflet) -> bytes:
        """Return the PDF."""
        ...

    def forget(self) -> None:
        """Forget every text printed so far, and keep the fonts."""
        ...
