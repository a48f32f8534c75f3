"""Where a window that asks for a file opens: where people keep such files, never where the program was started."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths

Place = QStandardPaths.StandardLocation


def pictures_folder() -> str:
    """Return the folder of a person's pictures, or their home."""
    return _folder(Place.PicturesLocation)


def documents_folder() -> str:
    """Return the folder of a person's documents, or their home."""
    return _folder(Place.DocumentsLocation)


def _folder(place: Place) -> str:
    named = QStandardPaths.writableLocation(place)
    return named if named and Path(named).is_dir() else str(Path.home())
