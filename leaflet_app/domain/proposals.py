"""What a newer program brings for the library of a desk: to be looked at text by text, and never taken unasked."""

from __future__ import annotations

from enum import Enum

from leaflet_app.domain.value import value


class Proposes(Enum):
    """What the program would do with a file."""

    ADD = "new"
    CHANGE = "changed"
    REMOVE = "removed"


@value
class ProposedFile:
    """One file of a newer shipped library. `is_edited` tells that somebody here has changed the same file since."""

    file: str
    proposes: Proposes
    is_edited: bool


@value
class Proposal:
    """What a newer shipped library would change, compared with the version `base` of the library here."""

    files: tuple[ProposedFile, ...]
    base: str
