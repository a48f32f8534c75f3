"""A letter goes through a mail server of the real world and comes out of the mailbox as it went in."""

import hashlib
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP

import pytest

from leaflet_app.delivery.mail.smtp.hand_over import SmtpHandOver
from leaflet_app.domain.mail import Stage, Verdict
from leaflet_app.domain.settings import MailSettings, Security, SignIn
from tests.faults.desk import ADDRESS, SENDER
from tests.faults.mta import CannotStart, open_postfix
from tests.faults.server import PASSWORD, TOKEN, USER

PDF = b"%PDF-1.7\n" + bytes(range(256)) * 2_000 + b"\r\n.\r\n..\n%%EOF\n"


@pytest.fixture(scope="module")
def mta(certificates):
    """Start Postfix once."""
    try:
        with open_postfix(certificates.good) as server:
            yield server
    except CannotStart as why:
        pytest.skip(str(why))


def a_message(number: int) -> bytes:
    """Return a message with a leaflet, some lines of which could be taken for its end."""
    message = EmailMessage(policy=SMTP)
    message["From"], message["To"] = SENDER, ADDRESS
    message["Subject"] = "Information from Dr Núñez"
    message["Date"] = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
    message["Message-ID"] = f"<{number}@clinic.example>"
    message.set_content("Dear reader,\n.\n..two dots\nYours\n", cte="7bit")
    message.add_attachment(PDF, maintype="application", subtype="pdf", filename="leaflet.pdf")
    return message.as_bytes()


def hand_over(mta, certificates, security=Security.IMPLICIT, sign_in=SignIn.PASSWORD, secret=PASSWORD) -> SmtpHandOver:
    """Return the way to Postfix."""
    port = mta.implicit if security is Security.IMPLICIT else mta.starttls
    settings = MailSettings(server="localhost", port=port, security=security, sign_in=sign_in, user=USER)
    return SmtpHandOver(settings, secret, certificates.authority)


@pytest.mark.parametrize(
    ("number", "security", "sign_in", "secret"),
    [
        (1, Security.IMPLICIT, SignIn.PASSWORD, PASSWORD),
        (2, Security.STARTTLS, SignIn.PASSWORD, PASSWORD),
        (3, Security.IMPLICIT, SignIn.TOKEN, TOKEN),
    ],
    ids=["implicit", "starttls", "token"],
)
def test_a_letter_is_read_back_from_the_mailbox(number, security, sign_in, secret, mta, certificates):
    sent = a_message(number)
    outcome = hand_over(mta, certificates, security, sign_in, secret)(SENDER, ADDRESS, sent, lambda: None)

    assert (outcome.verdict, outcome.code) == (Verdict.SENT, 250)
    arrived = mta.wait_for(f"<{number}@clinic.example>")
    envelope, _, rest = arrived.replace(b"\r\n", b"\n").partition(b"From: ")
    assert b"From: " + rest == sent.replace(b"\r\n", b"\n"), "every byte is as it was"
    assert envelope.startswith(b"Return-Path: <" + SENDER.encode())
    (attached,) = message_from_bytes(arrived, policy=SMTP).iter_attachments()
    assert hashlib.sha256(attached.get_content()).digest() == hashlib.sha256(PDF).digest()


@pytest.mark.parametrize(("sign_in", "secret"), [(SignIn.PASSWORD, "wrong"), (SignIn.TOKEN, "expired")])
def test_a_wrong_secret_is_refused(sign_in, secret, mta, certificates):
    outcome = hand_over(mta, certificates, Security.IMPLICIT, sign_in, secret)(SENDER, ADDRESS, b"", lambda: None)

    assert (outcome.verdict, outcome.stage, outcome.code) == (Verdict.PERMANENT, Stage.SIGN_IN, 535)


def test_nobody_sends_without_signing_in(mta, certificates):
    outcome = hand_over(mta, certificates, sign_in=SignIn.NONE)(SENDER, ADDRESS, a_message(9), lambda: None)

    assert (outcome.verdict, outcome.stage) == (Verdict.PERMANENT, Stage.RECIPIENT)
