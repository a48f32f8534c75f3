"""A damaged library at the start of a desk: back to the newest version that is whole."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from leaflet_app.delivery.turn import turn
from leaflet_app.domain.errors import StoreRescued
from leaflet_app.library.store.faults import told
from leaflet_app.library.store.rescue import rescue


def rescued(folder: Path, lock: Path) -> tuple[str, StoreRescued]:
    """Return the version to go on with, or nothing where none is left; and what to tell. Raises StoreUnusable."""
    with told(), turn(lock):
        found = rescue(folder, datetime.now(tz=UTC).astimezone().date())
    if found.version is not None:
        at = found.version.at.astimezone()
        whose = f"{at.day} {at:%B %Y, %H:%M} by {found.version.author}"
        return found.version.commit, StoreRescued.to_a_version(whose)
    name = found.set_aside.name if found.set_aside else folder.name
    return "", StoreRescued.to_the_shipped_one(name)
