"""One detail of a practice: its name, what it is for, a field, and what to write where it cannot be printed."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from leaflet_app.domain.phones import dialled, phone_refused
from leaflet_app.domain.practice_fields import PracticeField
from leaflet_app.gui.widgets.announce import announce
from leaflet_app.gui.widgets.reading import line

LINES = 5


class DetailRow(QWidget):
    """Tells of each letter typed. A phone number shows how it is rung."""

    edited = Signal()

    def __init__(self, field: PracticeField) -> None:
        super().__init__()
        self.key = field.key
        self.control: QLineEdit | QPlainTextEdit = _lines() if field.has_lines else QLineEdit()
        self.control.setAccessibleName(field.label)
        self.control.setAccessibleDescription(field.purpose)
        self._purpose = field.purpose
        self._told = line(field.purpose, "soft")
        self._wrong = line("", "urgent")
        self._wrong.hide()
        label = QLabel(f"{field.label} (needed)" if field.is_required else field.label)
        label.setBuddy(self.control)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for part in (label, self.control, self._told, self._wrong):
            column.addWidget(part)
        self.control.textChanged.connect(self._tell)

    @property
    def words(self) -> str:
        """Return what is typed."""
        return self.control.text() if isinstance(self.control, QLineEdit) else self.control.toPlainText()

    def show_words(self, words: str) -> None:
        """Show a detail from its beginning, without telling anyone."""
        with QSignalBlocker(self.control):
            if isinstance(self.control, QLineEdit):
                self.control.setText(words)
                self.control.setCursorPosition(0)
            else:
                self.control.setPlainText(words)
        self._tell_ring()

    def say_wrong(self, words: str) -> None:
        """Say what to write; nothing where all is well."""
        if words and words != self._wrong.text():
            announce(self, words)
        self._wrong.setText(words)
        self._wrong.setVisible(bool(words))

    def _tell(self) -> None:
        self._tell_ring()
        self.edited.emit()

    def _tell_ring(self) -> None:
        if self.key == "phone":
            rung = (
                ""
                if phone_refused(self.words.strip())
                else f" Pressed on a phone, it dials {dialled(self.words.strip())}."
            )
            self._told.setText(f"{self._purpose}{rung}")


def _lines() -> QPlainTextEdit:
    field = QPlainTextEdit()
    field.setTabChangesFocus(True)
    field.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    field.setFixedHeight(LINES * field.fontMetrics().lineSpacing() + 2 * (round(field.document().documentMargin()) + 6))
    return field
