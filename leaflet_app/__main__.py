"""Start here: the only file that sees both the command line and the window."""

from __future__ import annotations

import atexit
import gc
import os
import sys

from leaflet_app.cli.doors import Doors
from leaflet_app.cli.main import command
from leaflet_app.domain.errors import NoWindow
from leaflet_app.services.desk import Desk

# Imports inside functions are late on purpose: the command line never loads Qt, and `--help` loads no library.

SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
OBJECTS_BEFORE_SWEEPING = 100_000


def main() -> None:
    """Open the window, or do what the command line says."""
    command.main(prog_name="leaflet-app", obj=Doors(open_desk, open_window))


def open_desk() -> Desk:
    """Build the desk of a command. Raises LibraryUnreadable."""
    _sweep_rarely()
    from leaflet_app.bootstrap import build_desk  # noqa: PLC0415

    return build_desk()


def open_window() -> None:
    """Open the window and stay until it closes. Raises NoWindow, LibraryUnreadable."""
    if sys.platform.startswith("linux") and not any(os.environ.get(name) for name in SCREENS):
        raise NoWindow("there is no screen")
    from leaflet_app.bootstrap import window_desk  # noqa: PLC0415

    with window_desk() as desk:
        try:
            from leaflet_app.gui.app import run  # noqa: PLC0415
        except ImportError as fault:
            raise NoWindow(f"Qt cannot be loaded ({fault.name or fault})") from fault
        sys.exit(run(desk))


def _sweep_rarely() -> None:
    """Look for unused memory less often: in a command of half a second that took a quarter of the time."""
    gc.set_threshold(OBJECTS_BEFORE_SWEEPING, 50, 50)
    atexit.register(gc.freeze)  # nor at the end, when the system takes all of it back at once


if __name__ == "__main__":
    main()
