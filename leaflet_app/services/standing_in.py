"""The first practice stands in for one that was taken out of the library."""

from __future__ import annotations

from leaflet_app.domain.library import Library


def borne(library: Library, practice: str) -> str:
    """Return the practice that leaflets bear by its id: nothing, for the first, where this one is not there any more.

    One that is there and has faults stays named: to choose it is refused, never replaced.
    """
    if practice in library.practices or not practice:
        return practice
    from leaflet_app.library.where import practice_file  # noqa: PLC0415  (it is hardly ever asked)

    is_broken = any(fault.file == practice_file(practice) for fault in library.faults)
    return practice if is_broken else ""
