"""Note an unexpected fault for support, without a word of what was being written."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from leaflet_app import __version__
from leaflet_app.domain.errors import whence
from leaflet_app.paths import make_private


def note_fault(fault: BaseException, log: Path) -> bool:
    """Add what kind of fault it was and where in the code; tell whether the file could be written."""
    return note(whence(fault), log)


def note(what: str, log: Path) -> bool:
    """Add when and what happened; tell whether the file could be written."""
    when = datetime.now(tz=UTC).isoformat(timespec="seconds")
    try:
        make_private(log.parent)
        with log.open("a", encoding="utf-8") as file:
            file.write(f"{when} {__version__} {what}\n")
    except OSError:
        return False
    return True
