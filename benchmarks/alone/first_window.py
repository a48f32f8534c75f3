"""The real window up to the moment its topics are listed and painted."""

from __future__ import annotations

import os

from PySide6.QtWidgets import QApplication

from benchmarks.alone.driven import boxes, drive, tell
from leaflet_app.gui.main_window import MainWindow


def look(window: MainWindow) -> None:
    """Say what is listed, and end without ceremony, as the bare window does."""
    QApplication.processEvents()
    listed = boxes(window)
    is_painted = window.windowHandle().isExposed() and not listed[0].visibleRegion().isEmpty()
    tell(painted=is_painted, listed=[box.accessibleName() for box in listed if box.isVisible()])
    os._exit(0)


if __name__ == "__main__":
    drive(look)
