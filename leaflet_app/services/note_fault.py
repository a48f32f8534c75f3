"""Note an unexpected fault for support, without a word of what was being written."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from traceback import walk_tb

from leaflet_app import __version__


def note_fault(fault: BaseException, log: Path) -> bool:
    """Add when, what kind of fault and where in the code. The fault's own text may name a patient, so it stays out."""
    when = datetime.now(tz=UTC).isoformat(timespec="seconds")
    places = (f"{frame.f_globals.get('__name__', '?')}:{line}" for frame, line in walk_tb(fault.__traceback__))
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("a", encoding="utf-8") as file:
            file.write(f"{when} {__version__} {type(fault).__name__} at {' > '.join(places)}\n")
    except OSError:
        return False
    return True
