"""Look a code up, and make its leaflet again, off the window's thread."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from leaflet_app.domain.errors import LeafletError
from leaflet_app.domain.given import Given
from leaflet_app.gui.jobs import Jobs
from leaflet_app.gui.register_place.exporting import AskFile
from leaflet_app.gui.register_place.passport_answer import Answer, answer_for
from leaflet_app.services.desk import Desk
from leaflet_app.services.recreate_leaflet import recreate
from leaflet_app.services.save_leaflet import save

KIND = "PDF (*.pdf)"


class PassportChecking(QObject):
    """Answers the latest code that was asked for."""

    answered = Signal(Answer)
    saved = Signal(str)
    failed = Signal(LeafletError)

    def __init__(self, desk: Desk, ask_file: AskFile, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._ask_file = ask_file
        self._jobs = Jobs(self)
        self._making = Jobs(self)

    def check(self, untrusted: str) -> None:
        """Look a code up, however it was typed or scanned."""
        self._jobs.submit(partial(answer_for, self._desk, untrusted), self.answered.emit, self._refuse)

    def make_again(self, answer: Answer) -> None:
        """Ask for a file and write the leaflet there as it was, without the parts for one person."""
        if answer.newest is None:
            return
        path = self._ask_file(f"leaflet-{answer.code}.pdf", KIND)
        if path is not None:
            self._making.submit(partial(self._write, path, answer.newest), self.saved.emit, self.failed.emit)

    def stop(self) -> None:
        """Take no more work."""
        self._jobs.close()
        self._making.close()

    def _write(self, path: Path, given: Given) -> str:
        again = recreate(self._desk, given)
        save(path, again.pdf)
        return f"Saved as {path.name}. {again.said}"

    def _refuse(self, error: LeafletError) -> None:
        self.answered.emit(Answer("", error.message, (error.remedy,), "look"))
