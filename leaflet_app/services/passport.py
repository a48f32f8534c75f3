"""Say how a leaflet stands today by the code at the foot of its pages."""

from __future__ import annotations

from collections.abc import Iterator

from leaflet_app.domain.compose import compose
from leaflet_app.domain.compose.changes import ChangedPart, changes
from leaflet_app.domain.counted import counted
from leaflet_app.domain.errors import LeafletError, PassportUnknown
from leaflet_app.domain.given import Given
from leaflet_app.domain.leaflet import Leaflet
from leaflet_app.domain.passport import read_passport
from leaflet_app.domain.value import value
from leaflet_app.services.correct_leaflet import check_offered, todays_selection
from leaflet_app.services.desk import Desk
from leaflet_app.services.editions import library_of
from leaflet_app.services.register_reading import entries_with


@value
class Passported:
    """A code as it is printed, each time it was given, newest first, and how its leaflet stands: several may hold.

    `was_draft` is None where its library is not kept here. `changed` tells part by part what a superseded one says
    today, None where that cannot be known. `withdrawn` says why it may not be given any more.
    """

    code: str
    entries: tuple[Given, ...]
    is_current: bool
    is_draft: bool
    was_draft: bool | None
    changed: tuple[ChangedPart, ...] | None = ()
    withdrawn: str = ""

    @property
    def is_superseded(self) -> bool:
        """Tell whether the library says it in other words today."""
        return not self.is_current and not self.withdrawn


def look_up(desk: Desk, untrusted: str) -> Passported:
    """Say how the leaflet of a code stands. A code alone names no text: only the register knows what it stands for.

    Raises PassportMistyped, PassportUnknown, RecordsUnusable.
    """
    code = read_passport(untrusted)
    entries = entries_with(desk, code)
    if not entries:
        raise PassportUnknown(code)
    return _standing(desk, code, entries)


def told(found: Passported) -> Iterator[str]:
    """Yield what a person must know of a leaflet, a sentence each."""
    if found.withdrawn:
        yield f"Withdrawn: {found.withdrawn} Do not give it any more."
    elif found.is_current:
        yield "Current: its words are those of today."
    else:
        yield "Superseded: the library says it in other words today."
        if found.changed is None:
            yield "What changed cannot be shown: this desk has not kept the library that it was made from."
        else:
            yield f"{counted(len(found.changed), 'part')} changed."
    if found.is_draft:
        yield "Draft: its text awaits clinical review today."
    elif found.was_draft:
        yield "Draft: its text awaited clinical review when it was given."


def _standing(desk: Desk, code: str, entries: tuple[Given, ...]) -> Passported:
    given = next((each for each in entries if not each.corrects), entries[0])
    then = _then(desk, given)
    was_draft = then.needs_review if then else None
    try:
        now = _today(desk, given)
    except LeafletError as fault:
        return Passported(code, entries, is_current=False, is_draft=False, was_draft=was_draft, withdrawn=fault.message)
    is_current = now.code == code
    changed = () if is_current else (changes(then, now) if then else None)
    return Passported(code, entries, is_current, now.needs_review, was_draft, changed)


def _then(desk: Desk, given: Given) -> Leaflet | None:
    """Return the leaflet as its own library has it, dated today; None where that is not kept or cannot be read."""
    try:
        library = library_of(desk, given.edition)
        return compose(library, todays_selection(desk, given)) if library else None
    except LeafletError:
        return None


def _today(desk: Desk, given: Given) -> Leaflet:
    """Return the leaflet as it would be today. Raises as compose does, and TopicRetired."""
    selection = todays_selection(desk, given)
    check_offered(desk, selection)
    return compose(desk.library, selection)
