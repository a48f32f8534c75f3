"""The only message boxes: two calm sentences, and details to copy that hold no patient's words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget  # noqa: TID251 - here and nowhere else

from leaflet_app import __version__
from leaflet_app.domain.errors import LeafletError, UnexpectedFault


def tell(parent: QWidget | None, error: LeafletError) -> None:
    """Say what happened and what to do. A fault nobody thought of offers its details to copy."""
    box = _box(parent, error.message, error.remedy)
    box.addButton("OK", QMessageBox.ButtonRole.AcceptRole)
    details = error.details if isinstance(error, UnexpectedFault) else ""
    copy = box.addButton("&Copy details", QMessageBox.ButtonRole.ActionRole) if details else None
    box.exec()
    if copy is not None and box.clickedButton() is copy:
        QGuiApplication.clipboard().setText(f"Clinic Leaflets {__version__}: {details}")


def _box(parent: QWidget | None, sentence: str, next_sentence: str) -> QMessageBox:
    box = QMessageBox(parent)
    box.setWindowTitle("Clinic Leaflets")
    box.setIcon(QMessageBox.Icon.Information)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(sentence)
    box.setInformativeText(next_sentence)
    return box
