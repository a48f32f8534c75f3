"""The very pictures that a text was written with, found again by the ids of their bytes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from leaflet_app.domain.file_text import text_shown
from leaflet_app.domain.practice import PICTURE_ENDINGS
from leaflet_app.library.files import FileUnreadable
from leaflet_app.library.front_matter import part
from leaflet_app.library.report import Report
from leaflet_app.library.store.kept_files import KeptFiles


def pictures_named(newest: KeptFiles, folder: str, identity: str) -> Iterator[tuple[str, str]]:
    """Yield the pictures of an earlier text of a folder, and the ids of their bytes, where the newest are others."""
    try:
        text = text_shown(newest.content(identity))
    except FileUnreadable:
        return
    parted = part(text, Report(folder))
    rows = parted.table.get("pictures") if parted else ()
    for file, content in filter(None, map(_bound, rows if isinstance(rows, list) else ())):
        if newest.ids().get(f"{folder}/{file}") != content:
            yield f"{folder}/{file}", content


def _bound(row: Any) -> tuple[str, str] | None:  # noqa: ANN401  (whatever TOML holds)
    """Return the name of a picture and the id of its bytes, where a row has both."""
    said = (row.get("file"), row.get("content")) if isinstance(row, dict) else (None, None)
    match said:
        case (str(file), str(content)) if (
            content and "/" not in file and PurePosixPath(file).suffix in PICTURE_ENDINGS.values()
        ):
            return file, content
        case _:
            return None
