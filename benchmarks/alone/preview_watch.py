"""See when a new leaflet stands on the screen, and what it says."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QEvent, QObject, QTimer

from benchmarks.alone.driven import until
from leaflet_app.gui.main_window import MainWindow
from leaflet_app.gui.preview.lines import Line
from leaflet_app.gui.preview.page_view import PageView
from leaflet_app.gui.preview.stage import Stage


class PreviewWatch(QObject):
    """Note the moment after the paint that follows the swap of the documents, and the lines read from the new one."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self._column = window.leaflets.column
        self._view = self._column.view
        self._painted_at = 0.0
        self._is_swapped = False
        self._lines: tuple[Line, ...] = ()
        _stage(self._view).swapped.connect(self._note_swap)
        self._view.lines_read.connect(self._note_lines)
        self._view.viewport().installEventFilter(self)

    def begin(self) -> float:
        """Look out for the next leaflet from now on, and return the time."""
        self._is_swapped, self._painted_at, self._lines = False, 0.0, ()
        return perf_counter()

    def painted(self) -> float:
        """Wait for the leaflet and return when it stood on the screen."""
        self._wait(lambda: bool(self._painted_at))
        return self._painted_at

    def words(self) -> str:
        """Wait until the leaflet is read, and return its words on one line."""
        self._wait(lambda: bool(self._lines))
        return " ".join(line.text for line in self._lines)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note the first paint after the swap; what is posted now comes after it."""
        if event.type() == QEvent.Type.Paint and self._is_swapped and not self._painted_at:
            QTimer.singleShot(0, self._note_painted)
        return super().eventFilter(watched, event)

    def _wait(self, is_so: Callable[[], bool]) -> None:
        try:
            until(is_so)
        except TimeoutError as fault:
            stands = f"{self._column.state.name}, swapped: {self._is_swapped}, says {self._column.message!r}"
            raise TimeoutError(f"{fault} ({stands})") from fault

    def _note_painted(self) -> None:
        self._painted_at = self._painted_at or perf_counter()

    def _note_swap(self) -> None:
        self._is_swapped = True

    def _note_lines(self, lines: tuple[Line, ...]) -> None:
        self._lines = lines


def _stage(view: PageView) -> Stage:
    stage = view.findChild(Stage)
    if not isinstance(stage, Stage):
        raise TypeError("the view has no stage")
    return stage
