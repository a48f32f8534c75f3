"""Tick topics one after another, up to three in a leaflet, and wait for each preview. Argument: how many leaflets."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QCheckBox

from benchmarks.alone.driven import boxes, drive, pause, tell
from benchmarks.alone.preview_watch import PreviewWatch
from leaflet_app.gui.main_window import MainWindow

MOST_TOPICS = 3
BEFORE_THE_FIRST_MS = 1500
BETWEEN_TICKS_MS = 300


def tick_through(window: MainWindow) -> None:
    """Say the milliseconds of every tick."""
    watch, listed = PreviewWatch(window), boxes(window)
    pause(BEFORE_THE_FIRST_MS)
    waits = []
    for leaflet in range(int(sys.argv[1])):
        for each in range(MOST_TOPICS):
            waits.append(_wait_for(watch, listed[(leaflet + each) % len(listed)]))
            pause(BETWEEN_TICKS_MS)
        window.leaflets.start_afresh()
        pause(BETWEEN_TICKS_MS)
    tell(waits_ms=waits)


def _wait_for(watch: PreviewWatch, box: QCheckBox) -> float:
    """Tick a box and return how long the preview took. Raises ValueError when it is not of that topic."""
    started = watch.begin()
    box.click()
    wait = (watch.painted() - started) * 1000
    if box.accessibleName() not in watch.words():
        raise ValueError(f"the preview does not say {box.accessibleName()}")
    return wait


if __name__ == "__main__":
    drive(tick_through)
