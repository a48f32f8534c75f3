"""Say what the register knows of a leaflet's code, and make that leaflet again."""

from __future__ import annotations

from enum import Enum

from leaflet_app.domain.compose import compose
from leaflet_app.domain.errors import EditionUnreadable, LeafletError, PassportUnknown
from leaflet_app.domain.given import Given
from leaflet_app.domain.leaflet import Leaflet
from leaflet_app.domain.library import Library
from leaflet_app.domain.passport import read_passport
from leaflet_app.domain.selection import Selection
from leaflet_app.domain.value import value
from leaflet_app.services.desk import Desk
from leaflet_app.services.editions import library_of
from leaflet_app.services.make_leaflet import make_leaflet
from leaflet_app.services.register_reading import entries_with


class State(Enum):
    """How a leaflet that was given stands today. The value is what a person reads."""

    CURRENT = "Current"
    DRAFT = "Draft"
    SUPERSEDED = "Superseded"
    WITHDRAWN = "Withdrawn"

    @property
    def is_printed_today(self) -> bool:
        """Tell whether the library has these very words today."""
        return self in {State.CURRENT, State.DRAFT}


@value
class CodeStanding:
    """A code as it is printed, how its leaflet stands, and every time it was given, newest first."""

    code: str
    state: State
    entries: tuple[Given, ...]


def standing_of(desk: Desk, untrusted: str) -> CodeStanding:
    """Say how the leaflet of a code stands. Raises PassportMistyped, PassportUnknown, RecordsUnusable."""
    code = read_passport(untrusted)
    entries = entries_with(desk, code)
    if not entries:
        raise PassportUnknown(code)
    return CodeStanding(code, _state(desk.library, entries[0]), entries)


def make_again(desk: Desk, given: Given) -> bytes:
    """Return the PDF of a leaflet as it was given, without the parts for one person.

    Raises EditionUnreadable where its library is not kept here any more, and what compose and a Render raise.
    """
    library = library_of(desk, given.edition)
    if library is None:
        if not _state(desk.library, given).is_printed_today:
            raise EditionUnreadable(f"{given.edition}.zip", "this desk has not kept it")
        library = desk.library
    return make_leaflet(library, given.selection, desk.render).rendered.pdf


def _state(library: Library, given: Given) -> State:
    leaflet = _today(library, given.selection)
    if leaflet is None:
        return State.WITHDRAWN
    if leaflet.code != given.passport:
        return State.SUPERSEDED
    return State.DRAFT if leaflet.needs_review else State.CURRENT


def _today(library: Library, selection: Selection) -> Leaflet | None:
    """Return the leaflet as it would be today; None where a topic is retired, broken or gone."""
    if not all(map(library.is_offered, selection.topics)):
        return None
    try:
        return compose(library, selection)
    except LeafletError:
        return None
