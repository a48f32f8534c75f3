"""Hand one message over to a mail server, stage by stage."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from leaflet_app.delivery.mail.address import ON_THE_WIRE
from leaflet_app.delivery.mail.smtp.outcome import outcome, sent
from leaflet_app.delivery.mail.smtp.patience import Patience
from leaflet_app.delivery.mail.smtp.reply import passed
from leaflet_app.delivery.mail.smtp.session import DONE, Access, Session, signed_in
from leaflet_app.delivery.mail.smtp.stopped import Reply, Stopped, Trouble
from leaflet_app.domain.mail import Outcome, Stage
from leaflet_app.domain.settings import MailSettings

ANY_LINE_END = re.compile(rb"\r\n|\r|\n")
DOT_AT_START = re.compile(rb"^\.", re.MULTILINE)

GO_AHEAD = 354
WILL_FORWARD, WILL_TRY = 251, 252
TAKEN = range(200, 300)


class SmtpHandOver:
    """Hands messages over to the server of the settings; each in a conversation of its own."""

    def __init__(
        self,
        settings: MailSettings,
        secret: str | None,
        authority: Path | None = None,
        patience: Patience | None = None,
    ) -> None:
        self._access = Access(settings, secret, authority, patience or Patience())

    def __call__(self, sender: str, address: str, message: bytes, before_last_dot: Callable[[], None]) -> Outcome:
        """Try once. `before_last_dot` is called after the body and before the final dot; what it raises stops it."""
        try:
            _check_plain(sender, address, message)
            with signed_in(self._access) as session:
                _give_envelope(session, sender, address, len(message))
                reply = _give_message(session, message, before_last_dot)
        except Stopped as stopped:
            return outcome(stopped)
        return sent(reply)


def _check_plain(sender: str, address: str, message: bytes) -> None:
    """Refuse what a server may not understand, before it is told anything. Raises Stopped."""
    for stage, is_plain in (
        (Stage.SENDER, ON_THE_WIRE.fullmatch(sender)),
        (Stage.RECIPIENT, ON_THE_WIRE.fullmatch(address)),
        (Stage.BODY, message.isascii() and b"\0" not in message),
    ):
        if not is_plain:
            raise Stopped(stage, Trouble.NOT_ASCII)


def _give_envelope(session: Session, sender: str, address: str, size: int) -> None:
    """Name the sender and the one recipient."""
    session.wire.begin(Stage.SENDER)
    largest = session.esmtp_features.get("size", "").strip()
    if largest.isdecimal() and 0 < int(largest) < size:
        raise Stopped(Stage.SENDER, Trouble.TOO_LARGE)
    passed(Stage.SENDER, session.mail(sender, [f"size={size}"] if session.has_extn("size") else []), DONE)
    session.wire.begin(Stage.RECIPIENT)
    passed(Stage.RECIPIENT, session.rcpt(address), DONE, WILL_FORWARD, WILL_TRY)


def _give_message(session: Session, message: bytes, before_last_dot: Callable[[], None]) -> Reply:
    """Send the message, and return what the server took it with."""
    wire = session.wire
    wire.begin(Stage.DATA)
    passed(Stage.DATA, session.docmd("DATA"), GO_AHEAD)
    wire.begin(Stage.BODY)
    wire.send(_on_the_wire(message))
    before_last_dot()
    wire.begin(Stage.LAST_DOT)
    wire.send(b".\r\n")
    return passed(Stage.LAST_DOT, session.getreply(), *TAKEN)


def _on_the_wire(message: bytes) -> bytes:
    """Return a message with the line ends of mail and no line that could be its final dot (RFC 5321 §4.5.2)."""
    lines = ANY_LINE_END.sub(b"\r\n", message)
    return DOT_AT_START.sub(b"..", lines if lines.endswith(b"\r\n") else lines + b"\r\n")
