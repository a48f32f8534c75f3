"""What goes on one person's copy: a note, a body map with a mark and words, a name and a reference. No word is kept."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QWidget

from leaflet_app.domain.selection import Recipient
from leaflet_app.gui.preview.mark_chooser import MarkChooser

NOTE_LINES = 2
FIELD_HEIGHT = 32
LONGEST_BODY_NOTE = 120


class PersonalFields(QWidget):
    """Type what is for this person only; all of it is optional."""

    note_changed = Signal(str)
    recipient_changed = Signal(Recipient)
    body_changed = Signal(bool, str, object)

    def __init__(self) -> None:
        super().__init__()
        self._note = NoteEdit()
        self._name = QLineEdit()
        self._reference = QLineEdit()
        self._body = QCheckBox("Print &map")
        self._body_note = QLineEdit()
        self._mark = MarkChooser()
        self._note.setAccessibleName("Note for you")
        self._note.setAccessibleDescription("Printed in a box near the start of the leaflet")
        self._name.setAccessibleName("Name of the person")
        self._reference.setAccessibleName("Reference")
        for field in (self._note, self._name, self._reference):
            field.setPlaceholderText("optional")
        self._name_body()
        self._note.textChanged.connect(lambda: self.note_changed.emit(self._note.toPlainText()))
        for line in (self._name, self._reference):
            line.textChanged.connect(lambda _text: self.recipient_changed.emit(self.recipient))
        self._body.toggled.connect(self._tell_body)
        self._body_note.textChanged.connect(self._tell_body)
        self._mark.chosen.connect(self._tell_body)
        self._lay_out()

    @property
    def recipient(self) -> Recipient:
        """Return the name and reference as typed."""
        return Recipient(self._name.text().strip(), self._reference.text().strip())

    def address_to(self, reference: str) -> None:
        """Fill in a reference that nobody had to type."""
        self._reference.setText(reference)

    def focus_person(self) -> None:
        """Put the keyboard on the name."""
        self._name.setFocus()

    def clear(self) -> None:
        """Empty everything for the next person."""
        self._note.clear()
        self._name.clear()
        self._reference.clear()
        self._mark.show_place(None)
        self._body_note.clear()
        self._body.setChecked(False)

    def show_body(self, *, is_printed: bool) -> None:
        """Tick or untick the body map without telling anyone."""
        with QSignalBlocker(self._body):
            self._body.setChecked(is_printed)
        self._offer_words(is_offered=is_printed)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        labels = (("&Note for you", self._note), ("N&ame", self._name), ("&Ref", self._reference))
        note, name, reference = (_label(words, field) for words, field in labels)
        grid.addWidget(note, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._body, 0, 0, Qt.AlignmentFlag.AlignBottom)
        grid.addWidget(self._note, 0, 1)
        person = QHBoxLayout()
        person.setSpacing(8)
        person.addWidget(name)
        person.addWidget(self._name, 3)
        person.addWidget(reference)
        person.addWidget(self._reference, 2)
        beside = QHBoxLayout()
        beside.setSpacing(8)
        beside.addWidget(self._mark.label)
        beside.addWidget(self._mark, 2)
        beside.addWidget(self._body_note, 3)
        grid.addLayout(beside, 1, 0, 1, 2)
        grid.addLayout(person, 2, 0, 1, 2)
        order = (self._note, self._body, self._mark, self._body_note, self._name, self._reference)
        for field, following in pairwise(order):
            self.setTabOrder(field, following)

    def _name_body(self) -> None:
        self._body.setAccessibleName("Print a body map")
        self._body.setToolTip("Print the body with the places of the topics marked")
        self._body.setMinimumHeight(24)
        self._body_note.setAccessibleName("Words beside the body map")
        self._body_note.setPlaceholderText("a few words beside the body")
        self._body_note.setMaxLength(LONGEST_BODY_NOTE)
        self._offer_words(is_offered=False)

    def _tell_body(self) -> None:
        is_printed = self._body.isChecked()
        self._offer_words(is_offered=is_printed)
        told = (self._body_note.text(), self._mark.place) if is_printed else ("", None)
        self.body_changed.emit(is_printed, *told)

    def _offer_words(self, *, is_offered: bool) -> None:
        for widget in (self._mark.label, self._mark, self._body_note):
            widget.setVisible(is_offered)


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
