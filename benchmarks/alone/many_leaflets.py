"""Make a short leaflet many times in one window, a new note each time. Arguments: how many, when to be looked at."""

from __future__ import annotations

import sys

from benchmarks.alone.driven import drive, tell
from benchmarks.alone.preview_watch import PreviewWatch
from leaflet_app.domain.topic import SectionKey
from leaflet_app.gui import leaflet_making
from leaflet_app.gui.main_window import MainWindow

TOPIC = "coping"


def make_many(window: MainWindow) -> None:
    """Make them all, and say how many are made at each look."""
    many, *looks = map(int, sys.argv[1:])
    watch, choice = PreviewWatch(window), window.leaflets.choice
    choice.add(TOPIC)
    for key in (SectionKey.SYMPTOMS, SectionKey.TREATMENT, SectionKey.LIVING):
        choice.leave_out(TOPIC, key.value, left_out=True)
    watch.words()
    for number in range(1, many + 1):
        watch.begin()
        choice.say(f"Note {number} of many.")
        if f"Note {number} of many." not in watch.words():
            raise ValueError(f"the preview does not say note {number}")
        if number in looks:
            tell(made=number)


if __name__ == "__main__":
    leaflet_making.PAUSE_MS = 0  # nobody types here; with the pause it would take 17 minutes
    drive(make_many)
