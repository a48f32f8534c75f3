"""Count the window's pulse while a leaflet of a hundred pages is made. Arguments: how many times, and its topics."""

from __future__ import annotations

import sys
from time import perf_counter

from PySide6.QtCore import QObject, Qt, QTimer

from benchmarks.alone.driven import drive, pause, tell
from benchmarks.alone.preview_watch import PreviewWatch
from leaflet_app.domain.look import Format
from leaflet_app.gui.main_window import MainWindow

LINES = 1000
SETTLED_MS = 1000


class Pulse(QObject):
    """A timer that should beat every millisecond; the longest time between two beats is the longest stall."""

    def __init__(self) -> None:
        super().__init__()
        self._last = 0.0
        self._longest = 0.0
        self._timer = QTimer(self, interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    def begin(self) -> None:
        """Count from now."""
        self._last, self._longest = perf_counter(), 0.0
        self._timer.start()

    def longest_ms(self) -> float:
        """Stop, and return the longest stall."""
        self._beat()
        self._timer.stop()
        return self._longest * 1000

    def _beat(self) -> None:
        now = perf_counter()
        self._longest, self._last = max(self._longest, now - self._last), now


def count(window: MainWindow) -> None:
    """Say the longest stall of each leaflet, of an idle window, and of choosing every topic at once."""
    times, *topics = sys.argv[1:]
    watch, pulse, choice = PreviewWatch(window), Pulse(), window.leaflets.choice
    pause(SETTLED_MS)
    pulse.begin()
    pause(SETTLED_MS)
    idle = pulse.longest_ms()
    choice.print_on(Format.LARGE)
    watch.begin()
    pulse.begin()
    for topic_id in topics:
        choice.add(topic_id)
    watch.words()
    choosing = pulse.longest_ms()
    stalls, pages = [], []
    for number in range(int(times)):
        pause(SETTLED_MS)
        watch.begin()
        pulse.begin()
        choice.say(_note(number))
        watch.words()
        stalls.append(pulse.longest_ms())
        pages.append(window.leaflets.column.view.pages)
    tell(stalls_ms=stalls, pages=pages, idle_ms=idle, choosing_ms=choosing)


def _note(number: int) -> str:
    """Return a note of many short lines: a leaflet may hold no more than 20,000 words, so pages must not be dense."""
    return "\n".join(f"Note {number}, line {line}: ring us first." for line in range(LINES))


if __name__ == "__main__":
    drive(count)
