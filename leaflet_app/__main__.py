"""Start here: the only file that sees both the command line and the window."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from leaflet_app.services.desk import Desk

# Imports inside functions are late on purpose: the command line never loads Qt, the window never loads
# the command line, `--help` loads no library, and memory is swept rarely before anything is loaded.

SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
OBJECTS_BEFORE_SWEEPING = 100_000


def main() -> None:
    """Do what the command line says; when it says nothing, open the window."""
    if sys.argv[1:]:
        _sweep_rarely()
        follow_command_line(open_window)
    gc.disable()  # until the window stands
    try:
        open_window("")  # and end when it closes
    except Exception as fault:  # noqa: BLE001 - the command line has the words for it
        follow_command_line(partial(_raise, fault))


def follow_command_line(open_window: Callable[[str], None]) -> NoReturn:
    """Do what the command line says, tell every fault in words, and end."""
    from leaflet_app.cli.doors import Doors  # noqa: PLC0415
    from leaflet_app.cli.main import command  # noqa: PLC0415

    sys.exit(command.main(prog_name="leaflet-app", obj=Doors(open_desk, open_window)))


def open_desk() -> Desk:
    """Build the desk of a command. Raises LibraryUnreadable."""
    from leaflet_app.bootstrap import build_desk  # noqa: PLC0415

    desk = build_desk()
    if desk.library_fault is not None:
        print(desk.library_fault, file=sys.stderr)  # noqa: T201  (the leaflets of another library are told, not refused)
    return desk


def open_window(link: str) -> None:
    """Open the window on what a link asks for and stay until it closes. An empty link asks for nothing.

    Raises NoWindow, AlreadyRunning, LibraryUnreadable.
    """
    from leaflet_app.domain.errors import LibraryUnreadable, NoWindow  # noqa: PLC0415

    if sys.platform.startswith("linux") and not any(os.environ.get(name) for name in SCREENS):
        raise NoWindow("there is no screen")
    from leaflet_app.bootstrap import window_desk  # noqa: PLC0415

    try:
        with window_desk() as desk:
            try:
                from leaflet_app.gui.app import run  # noqa: PLC0415
            except ImportError as fault:
                raise NoWindow(f"Qt cannot be loaded ({fault.name or fault})") from fault
            sys.exit(run(desk, link))
    except LibraryUnreadable as error:
        from leaflet_app.gui.app import say  # noqa: PLC0415

        say(error)  # whoever started it from an icon sees no terminal
        raise


def _raise(fault: Exception, _link: str) -> NoReturn:
    raise fault


def _sweep_rarely() -> None:
    """Look for unused memory less often: in a command of half a second that took a quarter of the time."""
    gc.set_threshold(OBJECTS_BEFORE_SWEEPING, 50, 50)
    atexit.register(gc.freeze)  # nor at the end, when the system takes all of it back at once


if __name__ == "__main__":
    main()
