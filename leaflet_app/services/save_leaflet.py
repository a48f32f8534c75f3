"""Save a finished leaflet to a file."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from leaflet_app.delivery.save import pour_whole, save_whole
from leaflet_app.domain.leaflet import Leaflet


def save(path: Path, content: bytes) -> None:
    """Write the whole file or leave what was there. Raises CannotSave."""
    save_whole(path, content)


def pour(stream: BinaryIO, content: bytes) -> None:
    """Write to a stream such as standard output. Raises CannotSave."""
    pour_whole(stream, content)


def file_name(leaflet: Leaflet) -> str:
    """Offer a name that tells nobody who the leaflet is for or what they have."""
    return f"leaflet-{leaflet.code}.pdf"
