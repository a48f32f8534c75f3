"""Read what the forms of a text show beside it: the library's lists, and the pictures of the text's own folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from leaflet_app.domain.practice import PICTURE_ENDINGS
from leaflet_app.services.desk import Desk
from leaflet_app.services.list_forms import ORGANISATIONS, SOURCES

if TYPE_CHECKING:
    from leaflet_app.library.files import Files


def files_beside(desk: Desk, file: str) -> dict[str, bytes]:
    """Return the newest bytes of these files by name. Raises StoreUnusable, LibraryUnreadable."""
    from leaflet_app.services import library_store  # noqa: PLC0415  (most desks print, and never edit)

    return dict(_beside(library_store.newest(desk).files, file))


def _beside(files: Files, file: str) -> Iterator[tuple[str, bytes]]:
    from leaflet_app.library.files import LARGEST_LIST, FileUnreadable  # noqa: PLC0415
    from leaflet_app.library.topic_pictures import LARGEST  # noqa: PLC0415

    folder = str(PurePosixPath(file).parent)
    largest = dict.fromkeys((SOURCES, ORGANISATIONS), LARGEST_LIST)
    beside = (f"{folder}/{entry.name}" for entry in files.entries(folder))
    largest |= {name: LARGEST for name in beside if PurePosixPath(name).suffix in PICTURE_ENDINGS.values()}
    for name, most in largest.items():
        try:
            yield name, files.read(name, most)
        except FileUnreadable:
            continue  # the checks tell of it
