"""Join a library that other desks of a practice share already: their texts and practices, and nothing to type."""

from __future__ import annotations

from leaflet_app.domain.errors import LeafletError, NotReachable, SharingStopped
from leaflet_app.domain.practice import FIRST_PRACTICE
from leaflet_app.services import settings
from leaflet_app.services.desk import Desk
from leaflet_app.services.practice import Listed, kept, list_practices
from leaflet_app.services.share_library import share
from leaflet_app.services.shared_place import try_place

SHARED = "library.shared"
NONE = "Look whether it is the right one. To begin sharing from this desk, go to Library, Sharing."

AWAY = "Look whether it is written right, and whether this computer reaches the others, and join again."


def may_join(desk: Desk) -> bool:
    """Tell whether to ask for one: where nobody has set a place or a practice, and may. Raises StoreUnusable."""
    shared = next(each for each in settings.origins(desk) if each.name == SHARED)
    return not shared.value and not shared.is_locked and kept(desk).is_shipped


def join(desk: Desk, address: str) -> tuple[Listed, ...]:
    """Share the library that stands at an address from now on, and return its practices.

    Where that fails, this desk stays by itself. Raises SettingRefused, CannotSave, SharingStopped, NoKeyring.
    """
    settings.change(desk, SHARED, address)
    try:
        if not try_place(desk):
            raise SharingStopped("there is no library yet", NONE)
        share(desk)
    except LeafletError as fault:
        settings.set_back(desk, SHARED)
        if isinstance(fault, NotReachable):  # whose own words promise to try again
            raise SharingStopped("nothing answers there", AWAY) from fault
        raise
    return list_practices(desk)


def print_as(desk: Desk, practice_id: str) -> None:
    """Have the leaflets of this desk bear a practice. Raises SettingRefused, CannotSave."""
    settings.change(desk, settings.PRACTICE, "" if practice_id == FIRST_PRACTICE else practice_id)
