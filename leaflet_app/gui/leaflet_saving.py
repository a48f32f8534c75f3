"""Save the leaflet on the desk: ask where, wait until it is made, write it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from leaflet_app.domain.compose import compose
from leaflet_app.domain.errors import LeafletError
from leaflet_app.domain.given import Way
from leaflet_app.domain.leaflet import Leaflet
from leaflet_app.domain.selection import Selection
from leaflet_app.gui.leaflet_making import LeafletMaking
from leaflet_app.gui.widgets.folders import documents_folder
from leaflet_app.services.desk import Desk
from leaflet_app.services.leaving import see_off
from leaflet_app.services.make_leaflet import Made
from leaflet_app.services.register import note_given
from leaflet_app.services.save_leaflet import file_name, save

AskPath = Callable[[str], Path | None]
"""Asks a person where to save, offering a file name; None when they think better of it."""


class LeafletSaving(QObject):
    """Write exactly the leaflet that was asked for, never an older one that happens to be ready."""

    saved = Signal(Selection, Path)
    failed = Signal(LeafletError)

    def __init__(self, desk: Desk, making: LeafletMaking, ask_path: AskPath) -> None:
        super().__init__()
        self._desk = desk
        self._making = making
        self._ask_path = ask_path
        self._waiting: tuple[Selection, Path, Leaflet] | None = None

    def save(self, selection: Selection) -> None:
        """Ask for a file and write the leaflet of this selection there."""
        try:
            see_off(self._desk, selection)
            leaflet = compose(self._desk.library, selection)
        except LeafletError as error:
            self.failed.emit(error)
            return
        path = self._ask_path(file_name(leaflet))
        if path is not None:
            self._waiting = (selection, path, leaflet)
            self.write_if_waiting()

    def write_if_waiting(self) -> None:
        """Write the leaflet that was asked for, if it is made by now."""
        if self._waiting is None:
            return
        selection, path, leaflet = self._waiting
        rendered = self._making.made_for(selection)
        if rendered is None:
            self._making.see_to(selection)
            return
        self._waiting = None
        try:
            see_off(self._desk, selection)
            save(path, rendered.pdf)
        except LeafletError as error:
            self.failed.emit(error)
        else:
            self.saved.emit(selection, path)
            self._note(selection, Made(leaflet, rendered))

    def _note(self, selection: Selection, made: Made) -> None:
        try:
            note_given(self._desk, Way.SAVE, made, selection)
        except LeafletError as error:
            self.failed.emit(error)

    def stop_waiting(self) -> None:
        """Write nothing: the leaflet could not be made."""
        self._waiting = None


def ask_with_dialog(parent: QWidget) -> AskPath:
    """Ask with the system's own dialog, in the folder used last since the program began."""
    folder = Path(documents_folder())

    def ask(offered: str) -> Path | None:
        nonlocal folder
        dialog = QFileDialog(parent, "Save PDF", str(folder), "PDF (*.pdf)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")  # the dialog adds it, so that it asks before it replaces that very file
        dialog.selectFile(offered)
        accepted = dialog.exec()
        dialog.deleteLater()
        if not accepted:
            return None
        path = Path(dialog.selectedFiles()[0])
        folder = path.parent
        return path

    return ask
