"""Which emails are listed: all, those that wait, those that need a person, those that are sent."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from leaflet_app.domain.mail import Mail
from leaflet_app.gui.outbox.said import Shown


class FilterBar(QWidget):
    """One button each, with how many there are; the chosen one is bold."""

    shown_chosen = Signal(Shown)

    def __init__(self) -> None:
        super().__init__()
        self._buttons = {shown: QToolButton() for shown in Shown}
        group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for shown, button in self._buttons.items():
            button.setText(shown.value)
            button.setCheckable(True)
            button.toggled.connect(lambda is_on, button=button: _embolden(button, is_on=is_on))
            button.clicked.connect(lambda _checked, shown=shown: self.shown_chosen.emit(shown))
            group.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        self._buttons[Shown.ALL].setChecked(True)

    def count(self, mails: tuple[Mail, ...]) -> None:
        """Say how many emails each button would list."""
        for shown, button in self._buttons.items():
            number = sum(map(shown.takes, mails))
            button.setText(f"{shown.value}  {number}")
            button.setAccessibleName(f"{shown.value}, {number}")


def _embolden(button: QToolButton, *, is_on: bool) -> None:
    font = button.font()
    font.setBold(is_on)
    button.setFont(font)
