"""A conversation with a mail server, up to the point where a message may be handed over."""

from __future__ import annotations

import re
import smtplib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import field
from pathlib import Path

from leaflet_app.delivery.mail.smtp.patience import Patience
from leaflet_app.delivery.mail.smtp.reply import Answer, passed
from leaflet_app.delivery.mail.smtp.sign_in import sign_in
from leaflet_app.delivery.mail.smtp.stopped import PLAIN_ANSWERS, Stopped, Trouble
from leaflet_app.delivery.mail.smtp.tls import verified_tls
from leaflet_app.delivery.mail.smtp.wire import Wire
from leaflet_app.domain.mail import Stage
from leaflet_app.domain.settings import MailSettings, Security, SignIn
from leaflet_app.domain.value import value

NEUTRAL_NAME = "localhost.localdomain"
HOST_NAME = re.compile(r"[A-Za-z0-9.-]+")

READY, DONE, SIGNED_IN = 220, 250, 235


@value
class Access:
    """A server, the way in to it, and how long it may take. `told` hears of each stage that is passed."""

    settings: MailSettings
    secret: str | None = field(repr=False)
    authority: Path | None = None
    patience: Patience = Patience()
    told: Callable[[Stage], None] = lambda _: None


class Session(smtplib.SMTP):
    """The commands of smtplib, over a line that keeps time."""

    def __init__(self, wire: Wire, hello_name: str) -> None:
        super().__init__(local_hostname=hello_name)
        self.wire = wire

    def send(self, s: str) -> None:  # type: ignore[override]  # commands only: a body goes over the line itself
        """Send a command."""
        self.wire.send(s.encode("ascii"))

    def getreply(self) -> Answer:
        """Read the answer to it."""
        return self.wire.reply()


@contextmanager
def signed_in(access: Access) -> Iterator[Session]:
    """Connect, encrypt and sign in; say goodbye where the server still listens. Raises Stopped."""
    wire = Wire(access.settings.server, access.settings.port, access.patience)
    try:
        session = Session(wire, _hello_name(access.settings))
        access.told(Stage.CONNECT)
        try:
            _enter(session, access)
            yield session
        except Stopped as stopped:
            if stopped.trouble in PLAIN_ANSWERS:
                _say_goodbye(session)
            raise
        _say_goodbye(session)
    finally:
        wire.close()


def _enter(session: Session, access: Access) -> None:
    """Come to where a message may be handed over. Nothing but a hello is said before the line is encrypted."""
    wire, settings = session.wire, access.settings
    if settings.security is Security.IMPLICIT:
        wire.begin(Stage.TLS)
        wire.encrypt(verified_tls(access.authority))
        access.told(Stage.TLS)
    wire.begin(Stage.GREETING)
    passed(Stage.GREETING, session.getreply(), READY)
    access.told(Stage.GREETING)
    _say_hello(session)
    if settings.security is Security.STARTTLS:
        _encrypt_now(session, access)
        _say_hello(session)
    access.told(Stage.HELLO)
    if settings.sign_in is not SignIn.NONE:
        _sign_in(session, access)


def _say_hello(session: Session) -> None:
    session.wire.begin(Stage.HELLO)
    passed(Stage.HELLO, session.ehlo(), DONE)


def _encrypt_now(session: Session, access: Access) -> None:
    session.wire.begin(Stage.TLS)
    if not session.has_extn("starttls"):
        raise Stopped(Stage.TLS, Trouble.NO_TLS)
    passed(Stage.TLS, session.docmd("STARTTLS"), READY)
    session.wire.encrypt(verified_tls(access.authority))
    access.told(Stage.TLS)


def _sign_in(session: Session, access: Access) -> None:
    session.wire.begin(Stage.SIGN_IN)
    if not access.secret:
        raise Stopped(Stage.SIGN_IN, Trouble.NO_SECRET)
    offered = session.esmtp_features.get("auth", "").upper().split()
    user = access.settings.user or access.settings.sender
    passed(
        Stage.SIGN_IN,
        sign_in(session.docmd, offered, access.settings.sign_in, user, access.secret),
        SIGNED_IN,
    )
    access.told(Stage.SIGN_IN)


def _say_goodbye(session: Session) -> None:
    """End the conversation; how the server takes that is of no matter."""
    try:
        session.wire.begin(Stage.GOODBYE)
        session.docmd("QUIT")
    except Stopped:
        return


def _hello_name(settings: MailSettings) -> str:
    """Return the name to say hello with: never this computer's own, which may be a person's."""
    for name in (settings.hello_name, settings.sender.rpartition("@")[2]):
        if HOST_NAME.fullmatch(name):
            return name
    return NEUTRAL_NAME
