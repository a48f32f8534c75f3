"""The first practice stands in for one that was taken out of the library."""

from __future__ import annotations

from leaflet_app.domain.errors import PracticeGone
from leaflet_app.domain.library import Library
from leaflet_app.services.desk import Desk


def borne(library: Library, practice: str) -> str:
    """Return the practice that leaflets bear by its id: nothing, for the first, where this one is not there any more.

    One that is there and has faults stays named: to choose it is refused, never replaced.
    """
    if practice in library.practices or not practice:
        return practice
    from leaflet_app.library.where import practice_file  # noqa: PLC0415  (it is hardly ever asked)

    is_broken = any(fault.file == practice_file(practice) for fault in library.faults)
    return practice if is_broken else ""


def gone(desk: Desk) -> PracticeGone | None:
    """Return what to tell a person where the settings of this desk name a practice that is not there any more."""
    from leaflet_app.services.settings import load  # noqa: PLC0415  (it asks here which practice leaflets bear)

    own = load(desk).library.practice
    return PracticeGone(own, desk.library.practice.publisher) if own and not borne(desk.library, own) else None
