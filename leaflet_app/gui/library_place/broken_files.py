"""On top of the list: files that no row of it can show, and the way into each that is a text."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout

from leaflet_app.domain.faults import Fault
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.gui.widgets.flow import Flow

BROKEN = "In these files something is wrong. A topic with a fault cannot be printed until it is mended:"
MOST_SHOWN = 8
MOST_OPENED = 6
ROOMS = ("topics/", "shared/")


class BrokenFiles(QFrame):
    """Shows itself only where there are any. The editor is where a broken text is mended."""

    text_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        dress(self, ground="look")
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._words.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._ways = Flow()
        self._buttons: list[QPushButton] = []
        column = QVBoxLayout(self)
        column.addWidget(self._words)
        column.addLayout(self._ways)
        self.hide()

    def show_faults(self, faults: tuple[Fault, ...]) -> None:
        """Show these faults."""
        more = [f"… and {len(faults) - MOST_SHOWN} more."] if len(faults) > MOST_SHOWN else []
        self._words.setText("\n".join((BROKEN, *map(str, faults[:MOST_SHOWN]), *more)))
        for old in self._buttons:
            self._ways.removeWidget(old)
            old.deleteLater()
        texts = dict.fromkeys(
            fault.file for fault in faults if fault.file.startswith(ROOMS) and fault.file.endswith(".md")
        )
        self._buttons = [self._way(file) for file in tuple(texts)[:MOST_OPENED]]
        self.setVisible(bool(faults))

    def _way(self, file: str) -> QPushButton:
        button = QPushButton(f"Mend {file}")
        button.clicked.connect(lambda _checked: self.text_asked.emit(file))
        self._ways.addWidget(button)
        return button
