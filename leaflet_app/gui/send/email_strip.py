"""The strip that tells how the newest email stands, and lets it be taken back while there is time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from leaflet_app.domain.counted import counted
from leaflet_app.domain.mail import Mail, MailState
from leaflet_app.gui.widgets.announce import announce
from leaflet_app.gui.widgets.strip import Strip

SECOND_MS = 1000
UNDER_WAY = {MailState.QUEUED, MailState.SENDING, MailState.HANDED_OVER}


class EmailStrip(Strip):
    """Counts the seconds down in silence; a screen reader hears the first and the last word."""

    undo_asked = Signal(str)
    outbox_asked = Signal()

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__()
        self.setParent(parent)
        self._now = now
        self._mail: Mail | None = None
        self._undo = self.offer("&Undo", self._ask_to_undo)
        self._undo.setAccessibleName("Undo sending the email")
        self._open = self.offer("Open the outbox", self.outbox_asked.emit)
        self._close = self.offer("Close", self.close_news)
        self._clock = QTimer(self, interval=SECOND_MS)
        self._clock.timeout.connect(self._count)
        self.hide()

    def follow(self, mail: Mail) -> None:
        """Tell of this mail from now on, and of none before it."""
        self._mail = mail
        self._clock.start()
        self._count()
        announce(self, self._words.text())

    def show_mails(self, mails: tuple[Mail, ...]) -> None:
        """Learn how the mail stands that is followed."""
        if self._mail is None:
            return
        news = next((each for each in mails if each.id == self._mail.id), None)
        if news is not None and news != self._mail:
            self._learn(news)

    def tell(self, words: str) -> None:
        """Say something about an email, and follow none."""
        self._stop()
        self._offer(undo=False, outbox=False)
        self.say(words)
        announce(self, words)

    def close_news(self) -> None:
        """Take the strip away; the outbox tells the rest."""
        self._stop()
        self.hide()

    def _learn(self, news: Mail) -> None:
        address = news.address or (self._mail.address if self._mail else "")
        self._mail = news
        self._count()
        if news.state is MailState.SENT:
            self.tell(f"✓ Sent to {address}.")
        elif news.state not in UNDER_WAY:
            self._stop()
            self.say(f"{news.message} {news.remedy}".strip())
            self._offer(undo=False, outbox=True)
            announce(self, self._words.text())

    def _count(self) -> None:
        if self._mail is None:
            return
        seconds = round((self._mail.due - self._now()).total_seconds())
        is_free = self._mail.state is MailState.QUEUED
        if is_free and not self._mail.attempts and seconds > 0:
            self.say(f"The email to {self._mail.address} leaves in {counted(seconds, 'second')}.")
        else:
            self.say(self._mail.message if self._mail.attempts else f"Sending the email to {self._mail.address} …")
        self._offer(undo=is_free, outbox=bool(self._mail.attempts))

    def _ask_to_undo(self) -> None:
        if self._mail is not None:
            self._clock.stop()
            self._undo.setEnabled(False)
            self.undo_asked.emit(self._mail.id)

    def _offer(self, *, undo: bool, outbox: bool) -> None:
        self._undo.setEnabled(undo)
        self._undo.setVisible(undo)
        self._open.setVisible(outbox)

    def _stop(self) -> None:
        self._clock.stop()
        self._mail = None
