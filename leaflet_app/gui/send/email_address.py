"""The field for the one address, and what is said of it when it is left."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from leaflet_app.domain.errors import LeafletError
from leaflet_app.gui.widgets.announce import announce
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.services.email_leaflet import Checked


class LeftField(QLineEdit):
    """A field that tells when the keyboard goes elsewhere in the window."""

    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that it is left."""
        super().focusOutEvent(event)
        self.left.emit()


class EmailAddress(QWidget):
    """One address. It never offers those that were used before: the next patient's is another."""

    left = Signal(str)
    changed = Signal()
    said = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.field = LeftField()
        self.field.setPlaceholderText("name@example.org")
        self._question = dress(QLabel(), tone="look")
        self._question.setWordWrap(True)
        self._take = QPushButton()
        self._take.setAutoDefault(False)
        self._suggestion = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for each in (self.field, self._question, self._take):
            column.addWidget(each)
        self.field.left.connect(self._tell)
        self.field.textEdited.connect(lambda _typed: self._forget())
        self.field.textChanged.connect(self.changed)
        self._take.clicked.connect(lambda _checked: self._take_suggestion())
        self._forget()

    @property
    def typed(self) -> str:
        """Return what was typed."""
        return self.field.text().strip()

    def clear(self) -> None:
        """Be empty for the next person."""
        self.field.clear()
        self._forget()

    def show_checked(self, typed: str, checked: Checked) -> None:
        """Say what there is to ask about an address, unless another was typed meanwhile."""
        if typed != self.typed:
            return
        self._suggestion = checked.suggestion
        self._say(checked.question if not checked.suggestion else "")
        if checked.suggestion:
            self._take.setText(f"Did you mean {checked.suggestion.replace('&', '&&')}?")
            self._take.setAccessibleName(f"Did you mean {checked.suggestion}?")
            self._take.show()
            self.said.emit()
            announce(self.field, checked.question)

    def show_refused(self, typed: str, error: LeafletError) -> None:
        """Say why no mail can go there."""
        if typed == self.typed:
            self._say(str(error))

    def _tell(self) -> None:
        if self.typed:
            self.left.emit(self.typed)

    def _take_suggestion(self) -> None:
        self.field.setText(self._suggestion)
        self._forget()
        self.field.setFocus()

    def _forget(self) -> None:
        self._suggestion = ""
        self._take.hide()
        self._say("")

    def _say(self, words: str) -> None:
        self._question.setText(words)
        self._question.setVisible(bool(words))
        self.field.setAccessibleDescription(words)
        self.said.emit()
        if words:
            announce(self.field, words)
