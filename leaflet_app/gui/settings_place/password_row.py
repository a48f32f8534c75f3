"""A password on its page: typed once, kept in the keyring, never shown again."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from leaflet_app.domain.errors import LeafletError
from leaflet_app.gui.jobs import Jobs
from leaflet_app.gui.settings_place.field_row import FIELD_HEIGHT, LABEL_WIDTH
from leaflet_app.gui.widgets.announce import announce
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.services.desk import Desk

ABOUT = "It goes into the keyring of this computer and into no file. Nobody is shown it again."


class PasswordRow(QWidget):
    """Keeps or removes a password off the window's thread: a keyring may ask a person to open it."""

    told = Signal()

    def __init__(self, desk: Desk, secret: str) -> None:
        super().__init__()
        self._desk = desk
        self._secret = secret
        self._jobs = Jobs(self)
        self._typed = QLineEdit()
        self._typed.setEchoMode(QLineEdit.EchoMode.Password)
        self._typed.setAccessibleName("Password")
        self._typed.setAccessibleDescription(ABOUT)
        self._typed.setPlaceholderText("type it to keep a new one")
        self._keep = QPushButton("Keep password")
        self._forget = QPushButton("Remove")
        self._forget.setAccessibleName("Remove the password")
        self._said = QLabel()
        self._said.setWordWrap(True)
        self._said.hide()
        self._lay_out()
        self._typed.textChanged.connect(lambda typed: self._keep.setEnabled(bool(typed)))
        self._typed.returnPressed.connect(self._keep.click)
        self._keep.setEnabled(False)
        self._keep.clicked.connect(lambda _checked: self._keep_typed())
        self._forget.clicked.connect(lambda _checked: self._remove())

    def stop(self) -> None:
        """End all work."""
        self._jobs.close()

    def _keep_typed(self) -> None:
        tools, typed = self._desk.tools, self._typed.text()
        self._jobs.submit(lambda: tools.secrets.keep(self._secret, typed), self._show_kept, self._show_failed)

    def _remove(self) -> None:
        tools = self._desk.tools
        done = partial(self._say, "✓ The keyring holds no password for this.", "good")
        self._jobs.submit(lambda: tools.secrets.forget(self._secret), lambda _none: done(), self._show_failed)

    def _show_kept(self, _none: object) -> None:
        self._typed.clear()
        self._say("✓ The password is in the keyring.", "good")

    def _show_failed(self, error: LeafletError) -> None:
        self._say(str(error), "urgent")

    def _say(self, words: str, tone: str) -> None:
        dress(self._said, tone=tone)
        self._said.setText(words)
        self._said.show()
        announce(self, words)
        self.told.emit()

    def _lay_out(self) -> None:
        label = QLabel("Password")
        label.setBuddy(self._typed)
        label.setFixedWidth(LABEL_WIDTH)
        label.setMinimumHeight(FIELD_HEIGHT)
        about = dress(QLabel(ABOUT), tone="soft")
        about.setWordWrap(True)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._typed, 1)
        line.addWidget(self._keep)
        line.addWidget(self._forget)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addLayout(line)
        column.addWidget(about)
        column.addWidget(self._said)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.addWidget(label, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(column, 0, 1)
        grid.setColumnStretch(1, 1)
