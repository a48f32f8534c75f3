"""Sign changes of the library: its history names a person for each of them."""

from __future__ import annotations

from leaflet_app.domain.errors import EditRefused
from leaflet_app.domain.typed import typed_line
from leaflet_app.services import settings
from leaflet_app.services.desk import Desk

EDITOR = "library.editor"


def editor(desk: Desk) -> str:
    """Return who changes the library at this desk; nothing where nobody has said."""
    return settings.load(desk).library.editor


def signed(desk: Desk, author: str = "") -> str:
    """Return who signs a change: whoever is named, else whom the settings name. Raises EditRefused where nobody is."""
    name = typed_line(author) or editor(desk)
    if not name:
        raise EditRefused("nobody is named for its history", "Write your name and save again.")
    return name


def introduce(desk: Desk, name: str) -> None:
    """Keep a name that somebody has given, to be asked for no more, unless an administrator says otherwise.

    Raises SettingRefused for what is no name, CannotSave.
    """
    if typed_line(name):
        settings.keep_where_free(desk, {EDITOR: typed_line(name)}, {EDITOR: editor(desk)})
