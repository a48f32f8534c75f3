"""Remember how a person likes the window, and nothing about any patient."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum
from pathlib import Path
from typing import Annotated, TypeVar

import msgspec

from leaflet_app.delivery.save import save_whole
from leaflet_app.domain.look import Format, Theme
from leaflet_app.domain.selection import Selection
from leaflet_app.domain.value import value

Value = TypeVar("Value", bound=Enum)

Width = Annotated[int, msgspec.Meta(ge=0, le=100_000)]
"""A width that a screen may have; the window cannot take just any number."""


@value
class Settings:
    """What is kept between two starts.

    `geometry` is the window's place as text, `columns` the widths of the columns, `zoom` what the preview
    calls its zoom, `favourites` the ids of the topics that someone gave a star: a choice of the clinician's, not of a
    patient. `format` and `theme` are how leaflets are printed here. Which topics a leaflet had, its language or where
    it was saved is never kept: each may tell who it was for.
    """

    geometry: str = ""
    columns: tuple[Width, ...] = ()
    zoom: str = ""
    format: str = ""
    theme: str = ""
    favourites: tuple[str, ...] = ()

    def selection(self) -> Selection:
        """Return a selection printed this way; what this program does not know is not chosen."""
        return Selection(format=_known(self.format, Format.STANDARD), theme=_known(self.theme, Theme.STANDARD))

    def printing_like(self, selection: Selection) -> Settings:
        """Return these settings with leaflets printed as this one is."""
        return replace(self, format=selection.format.value, theme=selection.theme.value)


def load(home: Path) -> Settings:
    """Read the settings; whatever cannot be read counts as never set."""
    try:
        return msgspec.json.decode(_file(home).read_bytes(), type=Settings)
    except (OSError, RecursionError, msgspec.MsgspecError):
        return Settings()


def keep(home: Path, settings: Settings) -> None:
    """Write the settings. Raises CannotSave."""
    save_whole(_file(home), msgspec.json.format(msgspec.json.encode(settings)) + b"\n", makes_folder=True)


def _known(value: str, otherwise: Value) -> Value:
    return next((each for each in type(otherwise) if each.value == value), otherwise)


def _file(home: Path) -> Path:
    return home / "settings.json"
