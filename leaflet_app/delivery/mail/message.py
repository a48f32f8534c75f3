"""A letter as the bytes that travel (RFC 5322, MIME): seven bits, one recipient, and no word of this computer."""

from __future__ import annotations

import re
import unicodedata
from email.header import Header
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import format_datetime, quote

from leaflet_app.delivery.mail.address import ON_THE_WIRE
from leaflet_app.domain.errors import MailRefused
from leaflet_app.domain.mail import Letter

LINE = 76
"""The longest line of a header with encoded words (RFC 2047 §2)."""

FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,60}\.pdf")
RETYPE = "Type it again, on one line."


class _AsWritten(EmailPolicy):
    """Lines end as in mail, seven bits are enough for every server, and subject and sender stay as we encode them.

    The standard library loses spaces where it folds words of other alphabets (3.11.7).
    """

    def header_store_parse(self, name: str, value: str) -> tuple[str, str]:
        """Keep subject and sender; have the others checked."""
        return (name, value) if name in {"Subject", "From"} else super().header_store_parse(name, value)


POLICY = _AsWritten(linesep="\r\n", cte_type="7bit", refold_source="none")


def message_of(letter: Letter) -> bytes:
    """Return the message that a mail server is handed. Equal letters differ in the lines between their parts only.

    Raises MailRefused.
    """
    message = EmailMessage(policy=POLICY)
    message["From"] = _sender(letter)
    message["To"] = _recipient(letter)
    message["Subject"] = _encoded(fit_for_header(letter.subject, "the subject"), "Subject")
    message["Date"] = format_datetime(letter.sent_on)
    message["Message-ID"] = fit_for_header(letter.message_id, "the number of the message")
    return _filled(message, letter)


def draft_of(letter: Letter) -> bytes:
    """Return a message that a mail program opens as one still to be sent. Raises MailRefused.

    It has no sender, day or number: the program that sends it knows its own.
    """
    message = EmailMessage(policy=POLICY)
    message["X-Unsent"] = "1"
    message["To"] = _recipient(letter)
    message["Subject"] = _encoded(fit_for_header(letter.subject, "the subject"), "Subject")
    return _filled(message, letter)


def fit_for_header(text: str, what: str) -> str:
    """Return a text that may stand in a header. Raises MailRefused for one that could begin another."""
    if any(unicodedata.category(letter) in {"Cc", "Cs", "Zl", "Zp"} for letter in text):
        raise MailRefused(f"{what} holds a character that no mail may have there", RETYPE)
    return text


def _encoded(text: str, header: str) -> str:
    """Return words of ASCII as they are and the rest encoded: `[secure]` must stand in a subject as it is."""
    plain, rest = text, ""
    if not text.isascii():
        at = next(at for at, letter in enumerate(text) if not letter.isascii())
        split = text.rfind(" ", 0, at) + 1
        plain, rest = text[:split], text[split:]
    header_text = Header(plain.rstrip(), "us-ascii", maxlinelen=LINE, header_name=header)
    if rest:
        header_text.append(rest, "utf-8")
    return header_text.encode(linesep="\r\n")


def _sender(letter: Letter) -> str:
    address = _plain(letter.sender, "sender")
    name = fit_for_header(letter.sender_name, "the sender's name")
    if not name:
        return address
    if name.isascii():
        return f'"{quote(name)}" <{address}>'
    encoded = Header(name, "utf-8", maxlinelen=LINE, header_name="From").encode(linesep="\r\n")
    return f"{encoded}\r\n <{address}>"


def _recipient(letter: Letter) -> Address:
    return Address(addr_spec=_plain(letter.address, "recipient"))


def _plain(address: str, whose: str) -> str:
    if not ON_THE_WIRE.fullmatch(address):
        raise MailRefused(f"the {whose} has no address that mail can go to", "Type the address again.")
    return fit_for_header(address, f"the address of the {whose}")


def _filled(message: EmailMessage, letter: Letter) -> bytes:
    """Put text, page and leaflet below the headers."""
    if not FILE_NAME.fullmatch(letter.file_name):
        raise MailRefused("the attachment has a name that not every computer takes", "Use plain letters and “.pdf”.")
    message.set_content(letter.text)
    message.add_alternative(letter.html, subtype="html")
    message.add_attachment(letter.pdf, maintype="application", subtype="pdf", filename=letter.file_name)
    return message.as_bytes()
