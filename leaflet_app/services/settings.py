"""Remember how a person likes the window, and nothing about any patient."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import msgspec

from leaflet_app.delivery.save import save_whole

Width = Annotated[int, msgspec.Meta(ge=0, le=100_000)]
"""A width that a screen may have; the window cannot take just any number."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What is kept between two starts.

    `geometry` is the window's place as text, `columns` the widths of the columns, `zoom` what the preview
    calls its zoom, `format` the paper, `favourites` the ids of the topics that someone gave a star: a choice of the
    clinician's, not of a patient. What was chosen for a leaflet or where it was saved is never kept here: both may
    tell who it was for.
    """

    geometry: str = ""
    columns: tuple[Width, ...] = ()
    zoom: str = ""
    format: str = "standard"
    favourites: tuple[str, ...] = ()


def load(home: Path) -> Settings:
    """Read the settings; whatever cannot be read counts as never set."""
    try:
        return msgspec.json.decode(_file(home).read_bytes(), type=Settings)
    except (OSError, RecursionError, msgspec.MsgspecError):
        return Settings()


def keep(home: Path, settings: Settings) -> None:
    """Write the settings. Raises CannotSave."""
    save_whole(_file(home), msgspec.json.format(msgspec.json.encode(settings)) + b"\n", makes_folder=True)


def _file(home: Path) -> Path:
    return home / "settings.json"
