"""Note what the program's own parts log, so that support can read it where no terminal shows it."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import leaflet_app
from leaflet_app.services.note_fault import note


@contextmanager
def noting_logged(log: Path) -> Iterator[None]:
    """Note warnings and errors in a file. Our own parts log kinds of faults and places; others may log words."""
    notes = _Notes(log)
    ours = logging.getLogger(leaflet_app.__name__)
    ours.addHandler(notes)
    try:
        yield
    finally:
        ours.removeHandler(notes)


class _Notes(logging.Handler):
    def __init__(self, log: Path) -> None:
        super().__init__(logging.WARNING)
        self._log = log

    def emit(self, record: logging.LogRecord) -> None:
        note(record.getMessage(), self._log)
