"""A PDF for a program that takes nothing but files: in a folder nobody else may enter, by a name that tells nothing."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from leaflet_app.domain.errors import CannotPrint

_FOLDER = "leaflet-print-"
_NAME = "leaflet.pdf"
_LONGEST = 3600.0
"""Seconds after which a program that was only asked to print has surely read its file."""


@contextmanager
def private_file(pdf: bytes) -> Iterator[Path]:
    """Give a file that is gone afterwards. Raises CannotPrint."""
    path = left_file(pdf)
    try:
        yield path
    finally:
        take_away(path)


def left_file(pdf: bytes) -> Path:
    """Write a file for a program that never tells when it has read it; `sweep` takes it away later.

    Raises CannotPrint, and then leaves nothing.
    """
    try:
        path = Path(tempfile.mkdtemp(prefix=_FOLDER)) / _NAME
        try:
            path.write_bytes(pdf)
        except OSError:
            take_away(path)
            raise
    except OSError as fault:
        why = "this computer has no room to write it for the printer"
        raise CannotPrint(why, "Free some space on the disk, then try again.") from fault
    return path


def take_away(path: Path) -> None:
    """Remove a file and its folder."""
    shutil.rmtree(path.parent, ignore_errors=True)


def sweep() -> None:
    """Take away what earlier prints left."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_FOLDER}*"):
        with suppress(OSError):
            if time.time() - folder.stat().st_mtime > _LONGEST:
                shutil.rmtree(folder, ignore_errors=True)
