"""Email the leaflet on the desk: ask to whom, read back, let it go, say how it stands."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from leaflet_app.domain.errors import LeafletError
from leaflet_app.domain.mail import Mail
from leaflet_app.domain.selection import Selection
from leaflet_app.domain.settings import MailWay
from leaflet_app.gui.jobs import Jobs
from leaflet_app.gui.send.email_strip import EmailStrip
from leaflet_app.services.desk import Desk
from leaflet_app.services.outbox import cancel

if TYPE_CHECKING:
    from leaflet_app.gui.send.email_sheets import EmailSheets
    from leaflet_app.services.email_leaflet import DraftOpened, Wanted, Written
    from leaflet_app.services.offered_letter import OfferedLetter

# Imports inside functions are late on purpose: the window opens without the sheets and what writes letters.

OPENED = "The email is open in your mail program. Check it there, and press Send."
TAKEN_BACK = "The email was taken back. Nothing was sent."


class LeafletEmailing(QObject):
    """Email exactly the leaflet that was asked for: its letter is written from that selection and no other."""

    emailed = Signal(Selection)
    queued = Signal()
    failed = Signal(LeafletError)

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._checking = Jobs(self)
        self._writing = Jobs(self)
        self._handing_over = Jobs(self)  # its result is never dropped: it shows the passphrase
        self._undoing = Jobs(self)
        self._selection = Selection()
        self._sheets: EmailSheets | None = None
        self.strip = EmailStrip(desk.now, window)
        self.strip.undo_asked.connect(self._undo)

    def email(self, selection: Selection) -> None:
        """Ask to whom this leaflet goes, and how."""
        from leaflet_app.services.offered_letter import offer_letter  # noqa: PLC0415

        self._selection = selection
        self._writing.submit(partial(offer_letter, self._desk, selection), self._ask, self.failed.emit)

    def show_mails(self, mails: tuple[Mail, ...]) -> None:
        """Learn how the mails of the outbox stand."""
        self.strip.show_mails(mails)

    def stop(self) -> None:
        """Do nothing more."""
        for jobs in (self._checking, self._writing, self._handing_over, self._undoing):
            jobs.close()
        if self._sheets is not None:
            self._sheets.close()

    def _ask(self, offered: OfferedLetter) -> None:
        if self._sheets is None:
            self._sheets = self._make_sheets()
        self._sheets.email.begin(offered)

    def _make_sheets(self) -> EmailSheets:
        from leaflet_app.gui.send.email_sheets import EmailSheets  # noqa: PLC0415

        sheets = EmailSheets(self._window)
        sheets.email.address_left.connect(self._check)
        sheets.email.letter_asked.connect(self._write)
        sheets.email.rejected.connect(self._writing.drop)
        sheets.read_back.agreed.connect(self._let_go)
        return sheets

    def _check(self, typed: str) -> None:
        from leaflet_app.services.email_leaflet import check_address  # noqa: PLC0415

        assert self._sheets is not None  # noqa: S101  (it asked)
        to = self._sheets.email.to
        self._checking.submit(
            partial(check_address, typed), partial(to.show_checked, typed), partial(to.show_refused, typed)
        )

    def _write(self, wanted: Wanted) -> None:
        from leaflet_app.services.email_leaflet import write_letter  # noqa: PLC0415

        assert self._sheets is not None  # noqa: S101
        self._writing.submit(
            partial(write_letter, self._desk, self._selection, wanted),
            partial(self._sheets.show_written, way=wanted.way),
            self._sheets.email.show_problem,
        )

    def _let_go(self, written: Written, way: MailWay) -> None:
        from leaflet_app.services.email_leaflet import open_draft, send_by_smtp  # noqa: PLC0415

        assert self._sheets is not None  # noqa: S101
        refuse = self._sheets.read_back.show_problem
        if way is MailWay.SMTP:
            self._handing_over.submit(
                partial(send_by_smtp, self._desk, written), partial(self._show_queued, written), refuse
            )
        else:
            self._handing_over.submit(
                partial(open_draft, self._desk, written), partial(self._show_opened, written), refuse
            )

    def _show_queued(self, written: Written, mail: Mail) -> None:
        self._end(written)
        self.strip.follow(mail)
        self.queued.emit()

    def _show_opened(self, written: Written, opened: DraftOpened) -> None:
        self._end(written)
        if opened.pdf is None:
            said = OPENED
        else:
            QGuiApplication.clipboard().setText(opened.address)
            said = (
                f"No mail program was found. The leaflet is saved as {opened.pdf.name} and shown in its folder, and "
                "the address is copied: paste it into a new email, and attach the leaflet."
            )
        self.strip.tell(" ".join(filter(None, (said, opened.notice))))

    def _end(self, written: Written) -> None:
        """Close what was asked, and show once what opens a protected leaflet."""
        assert self._sheets is not None  # noqa: S101
        self._sheets.end()
        self.emailed.emit(written.selection)
        if written.passphrase:
            self._sheets.show_passphrase(written.passphrase)

    def _undo(self, mail_id: str) -> None:
        self._undoing.submit(partial(cancel, self._desk, mail_id), self._show_undone, self._show_not_undone)

    def _show_undone(self, _nothing: None) -> None:
        self.strip.tell(TAKEN_BACK)
        if self._sheets is not None:
            self._sheets.forget_passphrase()
        self.queued.emit()

    def _show_not_undone(self, error: LeafletError) -> None:
        self.strip.tell(str(error))
        self.queued.emit()
