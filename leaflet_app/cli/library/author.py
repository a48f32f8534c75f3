"""Who signs a change that is made from the command line."""

from __future__ import annotations

import click

from leaflet_app.domain.errors import EditRefused
from leaflet_app.services.desk import Desk
from leaflet_app.services.signing import editor

HOW = "Add --author “YOUR NAME”, or set it once: leaflet-app settings set library.editor “YOUR NAME”."

author_option = click.option(
    "--author", default="", metavar="NAME", help="Whose change it is, for the history; without it, the settings' name."
)


def author_of(desk: Desk, author: str) -> str:
    """Return who signs. Raises EditRefused where nobody does."""
    signs = author.strip() or editor(desk)
    if not signs:
        raise EditRefused("nobody is named for its history", HOW)
    return signs
