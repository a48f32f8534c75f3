"""The real window from its own front door, with a hand on it in place of a person."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QCheckBox

from leaflet_app import __main__ as front_door
from leaflet_app.gui.main_window import MainWindow

LONGEST_WAIT = 60.0
"""Seconds to wait for anything the window should do."""

Act = Callable[[MainWindow], None]


def drive(act: Act) -> None:
    """Open the program's window, do something with it, and leave as it does. A fault ends this process with 1."""

    def in_place_of_a_person(_app: QApplication) -> int:
        sys.excepthook = sys.__excepthook__
        window = next(each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow))
        act(window)
        window.close()
        return 0

    QApplication.exec = in_place_of_a_person  # type: ignore[assignment,method-assign]  # the event loop's own door
    front_door.open_window("")


def until(is_so: Callable[[], bool]) -> None:
    """Let the window go on until something is so. Raises TimeoutError."""
    last = monotonic() + LONGEST_WAIT
    while not is_so():
        if monotonic() > last:
            raise TimeoutError("the window did not do what was waited for")
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)


def pause(milliseconds: int) -> None:
    """Let the window go on for a while, as between two clicks of a person."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def boxes(window: MainWindow) -> list[QCheckBox]:
    """Return the check boxes of the topics."""
    return window.leaflets.choose.findChildren(QCheckBox)


def tell(**figures: object) -> None:
    """Say figures to whoever watches, and wait until they have looked."""
    print(json.dumps(figures), flush=True)
    sys.stdin.readline()
