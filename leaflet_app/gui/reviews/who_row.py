"""Ask who looks at the list, where nobody has said: only then it can tell what is for them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from leaflet_app.gui.widgets.dress import dress
from leaflet_app.gui.widgets.own_name import OwnName

ASKED = "Write your &name once, and this list tells what is for you to review:"


class WhoRow(QFrame):
    """One field; Enter keeps the name."""

    named = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        dress(self, ground="tint")
        self.field = OwnName()
        self._keep = QPushButton("&Keep")
        self._keep.setEnabled(False)
        self._keep.clicked.connect(lambda _checked: self._tell())
        self.field.returnPressed.connect(self._tell)
        self.field.textChanged.connect(lambda _words: self._keep.setEnabled(bool(self.field.name)))
        label = QLabel(ASKED)
        label.setBuddy(self.field)
        label.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(8)
        row.addWidget(label, 1)
        row.addWidget(self.field, 1)
        row.addWidget(self._keep)

    def _tell(self) -> None:
        if self.field.name:
            self.named.emit(self.field.name)
