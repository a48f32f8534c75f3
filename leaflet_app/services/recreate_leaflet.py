"""Make a leaflet that was given once more: the same bytes, without the parts for one person."""

from __future__ import annotations

import hashlib

from leaflet_app import __version__
from leaflet_app.domain.compose import compose
from leaflet_app.domain.compose.changes import corrected
from leaflet_app.domain.errors import EditionUnreadable
from leaflet_app.domain.given import Given
from leaflet_app.domain.leaflet import Leaflet
from leaflet_app.domain.library import Library
from leaflet_app.domain.value import value
from leaflet_app.services.desk import Desk
from leaflet_app.services.editions import library_of


@value
class Recreated:
    """A leaflet made again, and how sure it is that it is the same one. `is_same` is None where nothing can tell."""

    pdf: bytes
    is_same: bool | None
    said: str


def recreate(desk: Desk, given: Given) -> Recreated:
    """Return the PDF of an entry as it was, without the parts for one person.

    Raises EditionUnreadable where its library is not kept here or damaged, and as compose and a Render do.
    """
    pdf = desk.render(leaflet_of(desk, given), given.selection.look).pdf
    is_same = hashlib.sha256(pdf).hexdigest() == given.digest if given.digest else None
    return Recreated(pdf, is_same, _how_sure(given, is_same=is_same))


def _how_sure(given: Given, *, is_same: bool | None) -> str:
    if is_same:
        return "It is the very same file, byte for byte."
    other = given.program != __version__
    by = (
        f" Version {given.program} of the program wrote it then, this is {__version__}: bytes may differ."
        if other
        else ""
    )
    if is_same is None:
        return f"The parts for one person are left out of it.{by}"
    return f"It is not the same file, byte for byte.{by}"


def leaflet_of(desk: Desk, given: Given) -> Leaflet:
    """Return the leaflet of an entry as it was; a correcting one begins with what had changed. Raises as recreate."""
    library = kept_library(desk, given.edition)
    leaflet = compose(library, given.selection)
    if not given.corrects:
        return leaflet
    old = compose(kept_library(desk, given.corrects), given.selection)
    return corrected(old, leaflet, library.in_language(given.selection.language).wording)


def kept_library(desk: Desk, edition: str) -> Library:
    """Return the library of an edition. Raises EditionUnreadable."""
    library = library_of(desk, edition)
    if library is None:
        raise EditionUnreadable(
            f"{edition}.zip", "this desk has not kept it", "Try it at the desk that gave the leaflet."
        )
    return library
