"""Offer the first steps once, after the window stands and only to someone who has begun nothing else."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from leaflet_app.gui.jobs import Jobs
from leaflet_app.gui.main_window import MainWindow
from leaflet_app.services.desk import Desk

AFTER_MS = 600


class FirstStart(QObject):
    """Asks off the window's thread whether the steps are wanted; what shows them is loaded only then."""

    finished_with = Signal()

    def __init__(self, desk: Desk, window: MainWindow) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self._jobs = Jobs(self)
        QTimer.singleShot(AFTER_MS, self, self._ask)

    def _ask(self) -> None:
        self._jobs.submit(partial(_are_wanted, self._desk), self._offer, lambda _fault: None)

    def _offer(self, wanted: bool) -> None:  # noqa: FBT001  (as the job brings it)
        has_begun = self._window.leaflets.choice.selection.topics or self._window.leaflets.choose.search.text()
        if wanted and not has_begun and self._window.isVisible():
            self._show_steps()
        self._jobs.close()

    def _show_steps(self) -> None:
        from leaflet_app.gui.practice.first_steps import open_first_steps  # noqa: PLC0415  (once in a lifetime)

        open_first_steps(self._desk, self._window, self.finished_with.emit)


def _are_wanted(desk: Desk) -> bool:
    from leaflet_app.services.practice_first_steps import are_wanted  # noqa: PLC0415  (the window stands sooner)

    return are_wanted(desk)
