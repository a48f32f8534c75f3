"""A mail server that somebody else wrote understands every word."""

import socket
import ssl
from email import message_from_bytes

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword

from leaflet_app.delivery.mail.smtp.hand_over import SmtpHandOver
from leaflet_app.delivery.mail.smtp.tls import verified_tls
from leaflet_app.domain.mail import Stage, Verdict
from leaflet_app.domain.settings import MailSettings, Security
from tests.faults.desk import ADDRESS, MESSAGE, SENDER
from tests.faults.server import PASSWORD, USER


class Kept:
    """Keeps what arrives."""

    def __init__(self) -> None:
        self.envelopes = []
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]

    async def handle_DATA(self, server, session, envelope):  # noqa: N802  (aiosmtpd's name)
        self.envelopes.append(envelope)
        return "250 2.0.0 kept"


def may_enter(server, session, envelope, mechanism, given) -> AuthResult:
    """Let in who knows the password."""
    return AuthResult(success=given == LoginPassword(USER.encode(), PASSWORD.encode()), handled=False)


@pytest.fixture
def kept(certificates):
    """Run aiosmtpd, which takes mail after STARTTLS and a password only, and return what it keeps."""
    handler = Kept()
    controller = Controller(
        handler,
        hostname="127.0.0.1",
        port=handler.port,
        tls_context=certificates.good.for_server(),
        require_starttls=True,
        authenticator=may_enter,
        auth_required=True,
    )
    controller.start()
    yield handler
    controller.stop()


def send(kept, certificates, secret):
    """Hand the message over to aiosmtpd."""
    settings = MailSettings(server="localhost", port=kept.port, security=Security.STARTTLS, user=USER)
    return SmtpHandOver(settings, secret, certificates.authority)(SENDER, ADDRESS, MESSAGE, lambda: None)


def test_a_letter_arrives(kept, certificates):
    assert send(kept, certificates, PASSWORD).verdict is Verdict.SENT

    (envelope,) = kept.envelopes
    assert (envelope.mail_from, envelope.rcpt_tos) == (SENDER, [ADDRESS])
    assert message_from_bytes(envelope.content)["Subject"] == "Information from the clinic"


def test_a_wrong_password_is_refused(kept, certificates):
    outcome = send(kept, certificates, "wrong")

    assert (outcome.verdict, outcome.stage, outcome.code) == (Verdict.PERMANENT, Stage.SIGN_IN, 535)
    assert not kept.envelopes


def test_an_old_kind_of_encryption_is_refused(certificates):
    context = verified_tls(certificates.authority)

    assert context.minimum_version is ssl.TLSVersion.TLSv1_2
    assert context.check_hostname
    assert context.verify_mode is ssl.CERT_REQUIRED
