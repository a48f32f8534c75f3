"""Make the leaflet that corrects one given earlier, off the window's thread."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from leaflet_app.domain.errors import LeafletError
from leaflet_app.domain.given import Given
from leaflet_app.gui.jobs import Jobs
from leaflet_app.gui.register_place.exporting import AskFile
from leaflet_app.gui.register_place.passport_checking import KIND
from leaflet_app.gui.send.overdue_sheet import OverdueSheet
from leaflet_app.services.desk import Desk
from leaflet_app.services.register_correcting import overdue_in_corrected, save_corrected


class Correcting(QObject):
    """Ask where to save it, make it, and have it noted as a correction."""

    saved = Signal(str)
    failed = Signal(LeafletError)

    def __init__(self, desk: Desk, ask_file: AskFile, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._parent = desk, parent
        self._ask_file = ask_file
        self._jobs = Jobs(self)

    def correct(self, given: Given) -> None:
        """Ask for a file and write the corrected leaflet there; where a review is overdue, ask first why."""
        try:
            titles = overdue_in_corrected(self._desk, given)
        except LeafletError:
            titles = ()  # to save it tells what holds it back
        if not titles:
            self._save(given, "")
            return
        sheet = OverdueSheet(self._parent.window(), titles)
        sheet.ask_once(lambda: self._save(given, sheet.reason))

    def _save(self, given: Given, reason: str) -> None:
        path = self._ask_file(f"leaflet-{given.passport}-corrected.pdf", KIND)
        if path is not None:
            self._jobs.submit(lambda: self._write(given, path, reason), self.saved.emit, self.failed.emit)

    def stop(self) -> None:
        """Take no more work."""
        self._jobs.close()

    def _write(self, given: Given, path: Path, reason: str) -> str:
        save_corrected(self._desk, given, path, reason)
        return f"Saved as {path.name}: today’s text, with what has changed on top."
