"""The emails of the outbox, newest first, a row each."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from leaflet_app.domain.counted import counted
from leaflet_app.domain.mail import Mail
from leaflet_app.gui.outbox.mail_row import MailRow, Step
from leaflet_app.gui.widgets.dress import dress

MOST_ROWS = 200


class MailList(QScrollArea):
    """Keeps a row for as long as its email is listed."""

    step_chosen = Signal(str, Step)

    def __init__(self, titles: Mapping[str, str]) -> None:
        super().__init__()
        self._titles = dict(titles)
        self._rows: dict[str, MailRow] = {}
        self._more = dress(QLabel(), tone="soft")
        page = dress(QWidget(), bare="true")
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(0, 0, 4, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self._more)
        self._column.addStretch(1)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("Emails")
        self.setWidget(page)

    def take_titles(self, titles: Mapping[str, str]) -> None:
        """Name topics by other titles."""
        self._titles.clear()
        self._titles.update(titles)
        for row in self._rows.values():
            row.say_topics()

    def show_mails(self, mails: tuple[Mail, ...]) -> None:
        """List these emails."""
        listed = mails[:MOST_ROWS]
        for gone in set(self._rows) - {mail.id for mail in listed}:
            row = self._rows.pop(gone)
            self._column.removeWidget(row)
            row.setParent(None)
            row.deleteLater()
        for place, mail in enumerate(listed):
            row = self._rows.get(mail.id) or self._new_row(mail.id)
            if self._column.indexOf(row) != place:
                self._column.insertWidget(place, row)
            row.show_mail(mail)
        hidden = len(mails) - len(listed)
        self._more.setText(f"… and {counted(hidden, 'older email')}.")
        self._more.setVisible(bool(hidden))

    def _new_row(self, mail_id: str) -> MailRow:
        row = self._rows[mail_id] = MailRow(self._titles)
        row.step_chosen.connect(self.step_chosen)
        return row
