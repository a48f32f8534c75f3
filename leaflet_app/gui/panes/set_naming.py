"""The strip that asks for the name of a set of topics."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout

from leaflet_app.gui.widgets.announce import announce
from leaflet_app.gui.widgets.dress import dress

NEVER_PATIENTS = (
    "Never a patient’s name, number or date of birth: the name stays on this computer and all who use it see it."
)


class SetNaming(QFrame):
    """A field, and beside it what a name must not hold. Tells the name; whoever keeps it closes the strip."""

    name_given = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._label = QLabel("Name of the set")
        self._field = QLineEdit()
        self._field.setPlaceholderText("New insulinoma patient")
        self._field.setAccessibleDescription(NEVER_PATIENTS)
        self._label.setBuddy(self._field)
        self._advice = QLabel(NEVER_PATIENTS)
        self._advice.setWordWrap(True)
        keep = dress(QPushButton("Keep set"), main="true")
        cancel = QPushButton("Cancel")
        keep.clicked.connect(self._tell)
        cancel.clicked.connect(self.hide)
        self._field.returnPressed.connect(self._tell)
        self._field.textEdited.connect(lambda: self._advise(NEVER_PATIENTS, "soft"))
        dress(self, ground="tint")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._label)
        row.addWidget(self._field, 1)
        row.addWidget(keep)
        row.addWidget(cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 8, 8)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._advice)
        self.hide()

    def ask(self, what: str, name: str = "") -> None:
        """Ask for a name, beginning with the one there is."""
        self._label.setText(what)
        self._field.setText(name)
        self._advise(NEVER_PATIENTS, "soft")
        self.show()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._field.selectAll()

    def refuse(self, why: str) -> None:
        """Say why a name will not do, and wait for another."""
        self._advise(why, "look")
        announce(self._field, why)
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _advise(self, words: str, tone: str) -> None:
        dress(self._advice, tone=tone)
        self._advice.setText(words)

    def _tell(self) -> None:
        self.name_given.emit(self._field.text())
