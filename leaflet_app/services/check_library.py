"""Check a folder of content before anyone relies on it."""

from __future__ import annotations

from pathlib import Path

from leaflet_app.domain.faults import Fault
from leaflet_app.library.check import faults_of_style
from leaflet_app.library.read import read_library


def check(folder: Path) -> tuple[Fault, ...]:
    """Return what keeps topics from printing and what should not be printed so: faults first, each by file and line.

    Raises LibraryUnreadable.
    """
    library = read_library(folder)
    faults = (*library.faults, *faults_of_style(folder, library))
    return tuple(sorted(faults, key=lambda fault: (fault.weight, fault)))
