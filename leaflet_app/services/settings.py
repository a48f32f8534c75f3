"""How this desk works: what its settings file says, and over it what an admin locked."""

from __future__ import annotations

from pathlib import Path

from leaflet_app.domain.selection import Selection
from leaflet_app.domain.settings import Settings
from leaflet_app.services.desk import Desk


def load(desk: Desk) -> Settings:
    """Return the settings of a desk; what cannot be read counts as never set, on the safe side."""
    return Settings()


def paper(desk: Desk) -> Selection:
    """Return a selection of nothing, printed as leaflets are printed here."""
    printing = load(desk).printing
    return Selection(format=printing.format, theme=printing.theme)


def keep_paper(desk: Desk, like: Selection) -> None:
    """Print leaflets here like this one from now on. Raises CannotSave."""


def settings_file(home: Path) -> Path:
    """Return the file that holds the settings of a desk."""
    return home / "settings.toml"
