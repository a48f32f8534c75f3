"""Where the library is shared: the address, a trial of it, and what only a person may decide there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from leaflet_app.gui.widgets.announce import announce
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.gui.widgets.folders import documents_folder
from leaflet_app.gui.widgets.reading import line

HINT = (
    "A folder that every desk can reach, or an address that begins with https:// or ssh://. "
    "A password goes into Settings, Library; it is never part of the address."
)
AskFolder = Callable[[], Path | None]
"""Asks a person for a folder; None to think better of it."""


class PlacePanel(QFrame):
    """Tells which address somebody wants, and what is to be done there."""

    address_kept = Signal(str)
    trial_asked = Signal()
    step_taken = Signal(str)

    def __init__(self, ask_folder: AskFolder | None = None) -> None:
        super().__init__()
        dress(self, ground="panel")
        self._ask_folder = ask_folder or self._ask_with_dialog
        self._kept = ""
        self._address = QLineEdit()
        self._address.setPlaceholderText("Not shared")
        self._address.setAccessibleName("Shared library")
        self._address.setAccessibleDescription(HINT)
        self._choose = QPushButton("Choose &folder…")
        self._keep = QPushButton("&Keep address")
        self._try = QPushButton("&Test the connection")
        self._said = line("", "")
        self._said.hide()
        self._step = dress(QFrame(), ground="look")
        self._step_words = line("", "")
        self._step_button = QPushButton()
        self._step_name = ""
        self._address.textChanged.connect(lambda _text: self._judge())
        self._address.returnPressed.connect(self._keep.click)
        self._choose.clicked.connect(lambda _checked: self._choose_folder())
        self._keep.clicked.connect(lambda _checked: self.address_kept.emit(self._address.text().strip()))
        self._try.clicked.connect(lambda _checked: self.trial_asked.emit())
        self._step_button.clicked.connect(lambda _checked: self.step_taken.emit(self._step_name))
        self._lay_out()
        self._judge()

    def show_address(self, address: str, *, may_change: bool) -> None:
        """Show the address of the settings; what an admin locked can only be read."""
        if address != self._kept or not self._address.text():
            self._kept = address
            self._address.setText(address)
        self._address.setReadOnly(not may_change)
        self._choose.setEnabled(may_change)
        self._judge()

    def say(self, words: str, tone: str) -> None:
        """Say how a trial or a step ended."""
        dress(self._said, tone=tone).setText(words)
        self._said.setVisible(bool(words))
        if words:
            announce(self, words)

    def offer(self, name: str, words: str = "", button: str = "") -> None:
        """Offer a step that a person must want; nothing for none."""
        self._step_name = name
        self._step_words.setText(words)
        self._step_button.setText(button)
        self._step.setVisible(bool(name))

    def _judge(self) -> None:
        is_new = self._address.text().strip() != self._kept
        self._keep.setEnabled(is_new and not self._address.isReadOnly())
        self._try.setEnabled(bool(self._kept) and not is_new)

    def _choose_folder(self) -> None:
        folder = self._ask_folder()
        if folder is not None:
            self._address.setText(str(folder))
            self._keep.setFocus()

    def _ask_with_dialog(self) -> Path | None:
        chosen = QFileDialog.getExistingDirectory(self, "Choose the shared folder", documents_folder())
        return Path(chosen) if chosen else None

    def _lay_out(self) -> None:
        label = QLabel("Shared &library")
        label.setBuddy(self._address)
        typed = _row(self._address, self._choose)
        typed.setStretch(0, 1)
        buttons = _row(self._keep, self._try)
        buttons.addStretch(1)
        step = QHBoxLayout(self._step)
        step.setContentsMargins(12, 8, 8, 8)
        step.addWidget(self._step_words, 1)
        step.addWidget(self._step_button)
        self._step.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(label)
        column.addLayout(typed)
        column.addWidget(line(HINT, "soft"))
        column.addLayout(buttons)
        column.addWidget(self._said)
        column.addWidget(self._step)


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for widget in widgets:
        row.addWidget(widget)
    return row
