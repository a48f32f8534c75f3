"""Which lines of the leaflet have just changed."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from leaflet_app.gui.preview.lines import Line, new_lines

MILLISECONDS = 1000


class Marks(QObject):
    """Mark the lines of a document that the one before did not have; still, and gone after a second."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.lines: tuple[Line, ...] = ()
        self.new: tuple[Line, ...] = ()
        self._timer = QTimer(self, singleShot=True, interval=MILLISECONDS)
        self._timer.timeout.connect(self._fade)

    def read(self, lines: tuple[Line, ...]) -> None:
        """Take the lines of the document that is shown now."""
        self.new = new_lines(self.lines, lines) if self.lines else ()
        self.lines = lines
        if self.new:
            self._timer.start()
        self.changed.emit()

    def clear(self) -> None:
        """Forget the document before."""
        self.lines = self.new = ()

    def _fade(self) -> None:
        self.new = ()
        self.changed.emit()
