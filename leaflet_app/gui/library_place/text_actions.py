"""What can be done with the chosen text."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from leaflet_app.gui.widgets.dress import dress
from leaflet_app.gui.widgets.reading import line
from leaflet_app.services.look_over import Standing

HINT = (
    "Enter opens a text. What you change is a draft until a clinician approves it; desks go on with what was approved."
)


class TextActions(QWidget):
    """A hint on the left, the buttons on the right; they wait until a text is chosen."""

    edit_asked = Signal(str)
    history_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._file = ""
        self._history = QPushButton("&History…")
        self._edit = dress(QPushButton("&Edit"), main="true")
        self._history.clicked.connect(lambda _checked: self.history_asked.emit(self._file))
        self._edit.clicked.connect(lambda _checked: self.edit_asked.emit(self._file))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(line(HINT, "soft"), 1)
        row.addWidget(self._history)
        row.addWidget(self._edit)
        self.show_text(None)

    def show_text(self, text: Standing | None) -> None:
        """Offer what suits the chosen text."""
        self._file = text.file if text else ""
        for button in (self._history, self._edit):
            button.setEnabled(bool(self._file))
