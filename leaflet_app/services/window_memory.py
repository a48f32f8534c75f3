"""Remember how a person likes the window, and nothing about any patient."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import msgspec

from leaflet_app.delivery.save import save_whole
from leaflet_app.domain.value import value

Width = Annotated[int, msgspec.Meta(ge=0, le=100_000)]
"""A width that a screen may have; the window cannot take just any number."""


@value
class WindowMemory:
    """What is kept between two starts.

    `geometry` is the window's place as text, `columns` the widths of the columns, `heights` those of the list of texts
    and of what is below it, `zoom` what the preview calls its zoom, `favourites` the ids of the topics that someone
    gave a star: a choice of the clinician's, not of a patient. Which topics a leaflet had, its language or where it was
    saved is never kept: each may tell who it was for.
    """

    geometry: str = ""
    columns: tuple[Width, ...] = ()
    zoom: str = ""
    favourites: tuple[str, ...] = ()
    heights: tuple[Width, ...] = ()


def load(home: Path) -> WindowMemory:
    """Read what is remembered; whatever cannot be read counts as never seen."""
    try:
        return msgspec.json.decode(_file(home).read_bytes(), type=WindowMemory)
    except (OSError, RecursionError, msgspec.MsgspecError):
        return WindowMemory()


def keep(home: Path, memory: WindowMemory) -> None:
    """Write what is to be remembered. Raises CannotSave."""
    save_whole(_file(home), msgspec.json.format(msgspec.json.encode(memory)) + b"\n", makes_folder=True)


def _file(home: Path) -> Path:
    return home / "window.json"
