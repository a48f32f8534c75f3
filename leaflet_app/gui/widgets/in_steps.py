"""Build what takes long a step at a time, so that the window goes on answering between the steps."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Signal


class InSteps(QObject):
    """Takes one step in each turn of the window's loop. `ended` is told after the last, never once it was stopped."""

    ended = Signal()

    def __init__(self, steps: Iterator[None], parent: QObject) -> None:
        super().__init__(parent)
        self._steps = steps
        self._next = QTimer(self, interval=0)
        self._next.timeout.connect(self._take)
        self._next.start()

    def stop(self) -> None:
        """Take no more steps."""
        self._next.stop()

    def _take(self) -> None:
        try:
            next(self._steps)
        except StopIteration:
            self.stop()
            self.ended.emit()
