"""Which way an email goes: from the person's own mail program, or from here."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QRadioButton, QVBoxLayout, QWidget

from leaflet_app.domain.settings import MailWay
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.services.offered_letter import OfferedLetter

NO_SERVER = "To send from here, name a mail server in Settings."
HELD = "Your administrator has set this."


class WayChooser(QWidget):
    """Two ways; the one that is not open here says why."""

    def __init__(self) -> None:
        super().__init__()
        self._draft = QRadioButton("Open it in my &mail program, to send from there")
        self._smtp = QRadioButton("Send it &from here")
        self._why = dress(QLabel(), tone="soft")
        self._why.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for each in (self._draft, self._smtp, self._why):
            column.addWidget(each)

    @property
    def way(self) -> MailWay:
        """Return the way that is chosen."""
        return MailWay.SMTP if self._smtp.isChecked() else MailWay.DRAFT

    def offer(self, offered: OfferedLetter) -> None:
        """Offer the ways that are open."""
        (self._smtp if offered.way is MailWay.SMTP else self._draft).setChecked(True)
        self._draft.setEnabled(not offered.is_way_held or offered.way is MailWay.DRAFT)
        can_send = offered.can_send and (not offered.is_way_held or offered.way is MailWay.SMTP)
        self._smtp.setEnabled(can_send)
        why = HELD if offered.is_way_held else "" if offered.can_send else NO_SERVER
        self._why.setText(why)
        self._why.setVisible(bool(why))
        for each in (self._draft, self._smtp):
            each.setAccessibleDescription(why)
