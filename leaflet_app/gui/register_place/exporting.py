"""Write the register to a file, off the window's thread: ask where, read all that fits, save it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from leaflet_app.domain.errors import LeafletError
from leaflet_app.domain.sought import Sought
from leaflet_app.gui.jobs import Jobs
from leaflet_app.gui.widgets.folders import documents_folder
from leaflet_app.services.desk import Desk
from leaflet_app.services.register_export import ExportAs, export
from leaflet_app.services.register_reading import entries
from leaflet_app.services.save_leaflet import save

AskFile = Callable[[str, str], Path | None]
"""Asks a person where to save, offering a file name, and what kinds of file there are; None to think better of it."""

TABLE, RECORDS = "Table for Excel (*.csv)", "FHIR R4 for a patient record system (*.json)"


class Exporting(QObject):
    """Write what is shown, all of it or nothing."""

    saved = Signal(str)
    failed = Signal(LeafletError)

    def __init__(self, desk: Desk, ask_file: AskFile, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._ask_file = ask_file
        self._jobs = Jobs(self)

    def export(self, sought: Sought) -> None:
        """Ask for a file and write the entries that fit there."""
        path = self._ask_file("register.csv", f"{TABLE};;{RECORDS}")
        if path is not None:
            self._jobs.submit(lambda: self._write(path, sought), self.saved.emit, self.failed.emit)

    def stop(self) -> None:
        """Take no more work."""
        self._jobs.close()

    def _write(self, path: Path, sought: Sought) -> str:
        kind = ExportAs.FHIR if path.suffix.lower() == ".json" else ExportAs.CSV
        save(path, export(self._desk, entries(self._desk, sought), kind))
        return f"Saved as {path.name}."


def ask_with_dialog(parent: QWidget) -> AskFile:
    """Ask with the system's own dialog."""

    def ask(offered: str, kinds: str) -> Path | None:
        dialog = QFileDialog(parent, "Save", documents_folder(), kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(Path(offered).suffix.lstrip("."))
        dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix(kind.rpartition(".")[2].rstrip(")")))
        dialog.selectFile(offered)
        accepted = dialog.exec()
        dialog.deleteLater()
        return Path(dialog.selectedFiles()[0]) if accepted else None

    return ask
