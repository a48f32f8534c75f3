"""What a person does before a picture of the email sheets and the outbox."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox

from docs.pictures.emails import LONG, emails
from docs.pictures.hands import press, wait
from leaflet_app.domain.selection import Recipient
from leaflet_app.gui.main_window import MainWindow
from leaflet_app.gui.outbox.draining import Draining
from leaflet_app.gui.outbox.mail_list import MailList

SENDS = {"mail.server": "smtp.example.org", "mail.sender": "leaflets@example.org", "mail.way": "smtp"}
"""Settings of a desk that sends mail itself."""


def write_email(window: MainWindow) -> None:
    """Begin an email to an address that is mistyped."""
    window.leaflets.choice.address_to(Recipient("Anna Bell", "REF 204 881"))
    begin_email(window, "anna.bell1@gmial.com")
    QTest.keySequence(QApplication.focusWidget(), QKeySequence("Tab"))
    wait(1500)


def read_back(window: MainWindow) -> None:
    """Read an email back that is to be sent from here."""
    window.leaflets.choice.address_to(Recipient("Anna Bell", "REF 204 881"))
    begin_email(window, "anna.bell1O0l@example.org")
    go_on_with_email(window)


def read_back_long(window: MainWindow) -> None:
    """Read back the longest of addresses."""
    name = "Wilhelmina Featherstonehaugh-Cholmondeley of Ambridge"
    window.leaflets.choice.address_to(Recipient(name, "REF 204 881 77"))
    begin_email(window, LONG)
    go_on_with_email(window)


def show_passphrase(window: MainWindow) -> None:
    """Open a protected leaflet as a draft, which shows its passphrase."""
    begin_email(window, "anna.bell@example.org")
    for box in QApplication.activeModalWidget().findChildren(QCheckBox):
        box.setChecked(True)
    go_on_with_email(window)
    QTest.keySequence(QApplication.focusWidget(), QKeySequence("Return"))
    wait(3000)


def begin_email(window: MainWindow, address: str) -> None:
    """Open the email sheet and type an address."""
    press(window, "Ctrl+E")
    wait(1000)
    QTest.keyClicks(QApplication.focusWidget(), address)


def go_on_with_email(window: MainWindow) -> None:
    """Go on to the read-back sheet."""
    press(QApplication.activeModalWidget(), "Return")
    wait(6000)


def fill_outbox(window: MainWindow) -> None:
    """Show an email in every state."""
    window.findChild(Draining).stood.emit(emails(datetime.now(tz=UTC)))
    wait(100)


def fill_outbox_to_the_end(window: MainWindow) -> None:
    """Show the last of them."""
    fill_outbox(window)
    for each in window.findChildren(MailList):
        each.verticalScrollBar().setValue(each.verticalScrollBar().maximum())
