"""The few words that go on one person's copy: a note, a name and a reference. They are kept nowhere."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QWidget

from leaflet_app.domain.selection import Recipient

NOTE_LINES = 2
FIELD_HEIGHT = 32


class PersonalFields(QWidget):
    """Type what is for this person only; all of it is optional."""

    note_changed = Signal(str)
    recipient_changed = Signal(Recipient)

    def __init__(self) -> None:
        super().__init__()
        self._note = NoteEdit()
        self._name = QLineEdit()
        self._reference = QLineEdit()
        self._note.setAccessibleName("Note for you")
        self._note.setAccessibleDescription("Printed in a box near the start of the leaflet")
        self._name.setAccessibleName("Name of the person")
        self._reference.setAccessibleName("Reference")
        for field in (self._note, self._name, self._reference):
            field.setPlaceholderText("optional")
        self._note.textChanged.connect(lambda: self.note_changed.emit(self._note.toPlainText()))
        for line in (self._name, self._reference):
            line.textChanged.connect(lambda _text: self.recipient_changed.emit(self.recipient))
        self._lay_out()

    @property
    def recipient(self) -> Recipient:
        """Return the name and reference as typed."""
        return Recipient(self._name.text().strip(), self._reference.text().strip())

    def focus_person(self) -> None:
        """Put the keyboard on the name."""
        self._name.setFocus()

    def clear(self) -> None:
        """Empty all three for the next person."""
        self._note.clear()
        self._name.clear()
        self._reference.clear()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        labels = (("&Note for you", self._note), ("N&ame", self._name), ("&Ref", self._reference))
        note, name, reference = (_label(words, field) for words, field in labels)
        grid.addWidget(note, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._note, 0, 1)
        person = QHBoxLayout()
        person.setSpacing(8)
        person.addWidget(name)
        person.addWidget(self._name, 3)
        person.addWidget(reference)
        person.addWidget(self._reference, 2)
        grid.addLayout(person, 1, 0, 1, 2)


class NoteEdit(QPlainTextEdit):
    """A small box of two lines, out of which Tab leads."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        margins = 2 * (round(self.document().documentMargin()) + 4)
        self.setFixedHeight(NOTE_LINES * self.fontMetrics().lineSpacing() + margins)


def _label(words: str, field: QWidget) -> QLabel:
    label = QLabel(words)
    label.setBuddy(field)
    label.setMinimumHeight(FIELD_HEIGHT)
    return label
