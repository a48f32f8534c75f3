"""Below the form: who signs, where nobody has said yet, and the buttons that keep what is typed or take it back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from leaflet_app.gui.widgets.dress import dress
from leaflet_app.gui.widgets.own_name import OwnNameRow

BUTTON_WIDTH = 96


class SaveRow(QWidget):
    """The field for a name appears with the first change at a desk whose settings name nobody."""

    save_asked = Signal()
    back_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._signing = OwnNameRow()
        self._save = dress(QPushButton("Save"), main="true")
        self._back = QPushButton("Take back")
        self._save.clicked.connect(lambda _checked: self.save_asked.emit())
        self._back.clicked.connect(lambda _checked: self.back_asked.emit())
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        for button in (self._back, self._save):
            button.setMinimumWidth(BUTTON_WIDTH)
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._signing)
        column.addLayout(row)
        self.offer(is_changed=False)

    @property
    def name(self) -> str:
        """Return who signs; nothing where nobody has said."""
        return self._signing.name

    def know(self, editor: str) -> None:
        """Ask for no name where the settings have one."""
        self._signing.known = editor

    def offer(self, *, is_changed: bool) -> None:
        """Offer to save what was changed, if anything."""
        for button in (self._back, self._save):
            button.setEnabled(is_changed)
        self._signing.offer(wanted=is_changed)

    def hold(self) -> None:
        """Let nobody save twice."""
        self._save.setEnabled(False)

    def ask_name(self) -> bool:
        """Ask for a name where nobody has given one; tell whether that was so."""
        return self._signing.ask()
