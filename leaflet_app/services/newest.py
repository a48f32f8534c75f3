"""The newest library as the people who keep it see it, whatever desks still print."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from leaflet_app.domain.library import Library

if TYPE_CHECKING:
    from leaflet_app.library.files import Files


class Newest(NamedTuple):
    """A library, the files it was read from, and the commit that names them."""

    library: Library
    files: Files
    commit: str
