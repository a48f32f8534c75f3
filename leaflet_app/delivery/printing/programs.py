"""Call the programs that print: a list of arguments, never a shell; a time to answer; words that can be read."""

from __future__ import annotations

import os
import subprocess

from leaflet_app.delivery.printing.ipp import silent
from leaflet_app.domain.errors import CannotPrint

PATIENCE = 10.0
SENDING = 60.0
"""Seconds: for a question, and for a whole PDF on its way to a printer."""

Said = subprocess.CompletedProcess[bytes]


def call(*command: str, given: bytes = b"", patience: float = PATIENCE) -> Said:
    """Call a program and return what it said. In no terminal of its own, it can ask nobody. Raises CannotPrint."""
    words = {**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "C"}
    try:
        return subprocess.run(  # noqa: S603  (a fixed program, a list of arguments)
            command, input=given, capture_output=True, check=False, timeout=patience, env=words, start_new_session=True
        )
    except (OSError, subprocess.TimeoutExpired) as fault:
        raise silent() from fault
    except ValueError as fault:  # no program can be told a NUL, or what is no text
        raise CannotPrint("a name in it holds a character that no printer has", "Choose another printer.") from fault


def words(said: bytes) -> str:
    """Return what a program said on one line."""
    return " ".join(said.decode(errors="replace").split())
