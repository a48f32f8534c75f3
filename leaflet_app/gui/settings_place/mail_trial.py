"""Try the mail server step by step, and send a test mail."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from leaflet_app.domain.errors import LeafletError
from leaflet_app.gui.jobs import Jobs
from leaflet_app.gui.settings_place.field_row import FIELD_HEIGHT, LABEL_WIDTH
from leaflet_app.gui.widgets.announce import announce
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.services.desk import Desk
from leaflet_app.services.settings import load

if TYPE_CHECKING:
    from leaflet_app.services.try_mail import Tried

ABOUT = "It holds no leaflet and names nobody. Send it to yourself and see whether it arrives."


class MailTrial(QWidget):
    """An address, a button, and below them each step as it went."""

    told = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._jobs = Jobs(self)
        self._address = QLineEdit()
        self._address.setAccessibleName("Address for a test mail")
        self._address.setAccessibleDescription(ABOUT)
        self._address.setPlaceholderText("the sender's address")
        self._send = QPushButton("Send a test mail")
        self._steps = _words("soft")
        self._end = _words("good")
        self._lay_out()
        self._send.clicked.connect(lambda _checked: self._try())
        self._address.returnPressed.connect(self._send.click)

    def stop(self) -> None:
        """End all work."""
        self._jobs.close()

    def _try(self) -> None:
        self._send.setEnabled(False)
        self._say(self._steps, "Asking the mail server …", "soft")
        self._end.hide()
        self._jobs.submit(partial(_tried, self._desk, self._address.text().strip()), self._show, self._show_failed)

    def _show(self, tried: Tried) -> None:
        self._send.setEnabled(True)
        self._say(self._steps, "\n".join(f"✓ {step}" for step in tried.steps), "soft")
        self._say(self._end, f"{'✓' if tried.is_well else '✗'} {tried.ended}", "good" if tried.is_well else "urgent")

    def _show_failed(self, error: LeafletError) -> None:
        self._send.setEnabled(True)
        self._steps.hide()
        self._say(self._end, f"✗ {error}", "urgent")

    def _say(self, label: QLabel, words: str, tone: str) -> None:
        dress(label, tone=tone)
        label.setText(words)
        label.setVisible(bool(words))
        announce(self, words)
        self.told.emit()

    def _lay_out(self) -> None:
        label = QLabel("Test mail to")
        label.setBuddy(self._address)
        label.setFixedWidth(LABEL_WIDTH)
        label.setMinimumHeight(FIELD_HEIGHT)
        about = _words("soft")
        about.setText(ABOUT)
        about.show()
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._address, 1)
        line.addWidget(self._send)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addLayout(line)
        for each in (about, self._steps, self._end):
            column.addWidget(each)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.addWidget(label, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(column, 0, 1)
        grid.setColumnStretch(1, 1)


def _tried(desk: Desk, address: str) -> Tried:
    """Try the server, then send to the address, or to the sender's own."""
    from leaflet_app.services.try_mail import try_mail  # noqa: PLC0415  (few try it)

    return try_mail(desk, address or load(desk).mail.sender)


def _words(tone: str) -> QLabel:
    label = dress(QLabel(), tone=tone)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.hide()
    return label
