"""The sheets of one email, one after another: to whom, is this right, and the passphrase."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from leaflet_app.domain.settings import MailWay
from leaflet_app.gui.send.email_sheet import EmailSheet
from leaflet_app.gui.send.passphrase_sheet import PassphraseSheet
from leaflet_app.gui.send.read_back_sheet import ReadBackSheet
from leaflet_app.services.email_leaflet import Written


class EmailSheets:
    """Goes on and back between them. What was typed is kept until the email is on its way or given up."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent
        self._passphrase: PassphraseSheet | None = None
        self.email = EmailSheet(parent)
        self.read_back = ReadBackSheet(parent)
        self.read_back.back_asked.connect(self.email.go_on)
        self.email.rejected.connect(self.email.forget)
        self.read_back.given_up.connect(self.email.forget)

    def show_written(self, written: Written, *, way: MailWay) -> None:
        """Ask whether a letter may go."""
        self.email.hide()
        self.read_back.read_back(written, way)

    def end(self) -> None:
        """Close the sheets and forget what was typed."""
        self.read_back.accept()
        self.email.forget()

    def show_passphrase(self, passphrase: str) -> None:
        """Show once what opens the leaflet."""
        self.forget_passphrase()
        self._passphrase = PassphraseSheet(self._parent)
        self._passphrase.show_once(passphrase)

    def forget_passphrase(self) -> None:
        """Close the passphrase: the email did not go, or another does."""
        if self._passphrase is not None:
            self._passphrase.close()
            self._passphrase.deleteLater()
            self._passphrase = None

    def close(self) -> None:
        """Close every sheet."""
        self.forget_passphrase()
        for sheet in (self.email, self.read_back):
            sheet.hide()
