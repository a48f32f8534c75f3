"""Email a leaflet to one person: from their own mail program, or by way of the outbox."""

from __future__ import annotations

from dataclasses import field
from pathlib import Path

from leaflet_app.delivery.mail.address import Checked, checked
from leaflet_app.domain.mail import Letter, Mail
from leaflet_app.domain.selection import Selection
from leaflet_app.domain.settings import MailWay
from leaflet_app.domain.value import value
from leaflet_app.services.desk import Desk
from leaflet_app.services.make_leaflet import Made

__all__ = ["Checked", "DraftOpened", "Wanted", "Written", "check_address", "open_draft", "send_by_smtp", "write_letter"]


@value
class Wanted:
    """How one leaflet is to be emailed.

    `address` and `retyped` are as a person typed them; where `retyped` is not empty, they must name one address.
    `greeting`, `subject` and `body` are the person's own for this mail, empty for what the settings say; so is
    `is_protected` where it is None.
    """

    address: str
    retyped: str = ""
    way: MailWay = MailWay.DRAFT
    greeting: str = ""
    subject: str = ""
    body: str = ""
    is_protected: bool | None = None


@value
class Written:
    """A letter that was read back and may go, and what a person should see before it does.

    `subject` is that of the letter, with the prefix that asks for encryption. `passphrase` opens the attachment and is
    shown once; it is empty for an open one.
    """

    letter: Letter
    made: Made
    selection: Selection
    pages: int
    warnings: tuple[str, ...] = ()
    passphrase: str = field(default="", repr=False)


@value
class DraftOpened:
    """What became of a draft: opened in the person's mail program, or the PDF saved because there is none.

    `pdf` is where the PDF was saved, None where a program took the letter. `notice` tells what else went wrong.
    """

    address: str
    pdf: Path | None = None
    notice: str = ""


def check_address(untrusted: str) -> Checked:
    """Return the one address that a person typed, and a question about it. Raises AddressRefused."""
    return checked(untrusted)


def write_letter(desk: Desk, selection: Selection, wanted: Wanted) -> Written:
    """Make the leaflet, put it into a letter, and read the attachment back.

    Raises AddressRefused, MailRefused and what make_leaflet raises.
    """
    raise NotImplementedError


def open_draft(desk: Desk, written: Written, *, folder: Path | None = None) -> DraftOpened:
    """Open the letter in the person's mail program; where there is none, save the PDF into `folder` and show it.

    Raises CannotSave.
    """
    raise NotImplementedError


def send_by_smtp(desk: Desk, written: Written) -> Mail:
    """Put the letter into the outbox. Raises MailRefused, NoKeyring, RecordsUnusable."""
    raise NotImplementedError
