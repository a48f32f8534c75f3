"""Nothing goes over a line that is not encrypted and verified: no password, and not a byte of a message."""

import pytest

from leaflet_app.delivery.mail.smtp.hand_over import SmtpHandOver
from leaflet_app.domain.mail import Stage, Verdict
from leaflet_app.domain.settings import SignIn
from tests.faults.desk import ADDRESS, MESSAGE, SENDER, send, settings_for
from tests.faults.server import PASSWORD, At, FaultServer, once

PLAIN_WORDS = {b"EHLO", b"STARTTLS", b"QUIT"}


def assert_nothing_was_seen(server: FaultServer):
    assert not server.seen.secrets
    assert not server.seen.bodies
    assert {command.split()[0].upper() for command in server.seen.commands} <= PLAIN_WORDS


def test_a_server_stripped_of_encryption_gets_nothing(certificates):
    with FaultServer() as server:
        outcome = send(server, certificates)

    assert (outcome.verdict, outcome.stage) == (Verdict.TEMPORARY, Stage.TLS)
    assert outcome.message == "The mail server offers no safe connection, so nothing was sent."
    assert_nothing_was_seen(server)


@pytest.mark.parametrize(
    "answer", [b"454 not now\r\n", b"220 go\r\n250 AUTH PLAIN\r\n", b"501 never\r\n", b"250 ok\r\n"]
)
def test_a_refused_or_forged_start_of_encryption_gets_nothing(answer, certificates):
    with FaultServer(once(At.STARTTLS, answer), tls=certificates.good.for_server(), implicit=False) as server:
        outcome = send(server, certificates)

    assert (outcome.verdict, outcome.stage) == (Verdict.TEMPORARY, Stage.TLS)
    assert_nothing_was_seen(server)


@pytest.mark.parametrize("implicit", [True, False], ids=["implicit", "starttls"])
@pytest.mark.parametrize(
    ("kind", "message"),
    [
        ("wrong_name", "The mail server showed the certificate of another server, so nothing was sent."),
        ("self_signed", "The mail server could not prove who it is, so nothing was sent."),
        ("expired", "The mail server's certificate is out of date, so nothing was sent."),
    ],
)
def test_a_wrong_certificate_gets_nothing(kind, message, implicit, certificates):
    with FaultServer(tls=getattr(certificates, kind).for_server(), implicit=implicit) as server:
        outcome = send(server, certificates)

    assert (outcome.verdict, outcome.stage, outcome.message) == (Verdict.TEMPORARY, Stage.TLS, message)
    assert_nothing_was_seen(server)


def test_a_certificate_of_an_authority_that_this_computer_does_not_know_gets_nothing(certificates):
    with FaultServer(tls=certificates.good.for_server()) as server:
        outcome = SmtpHandOver(settings_for(server), PASSWORD)(SENDER, ADDRESS, MESSAGE, lambda: None)

    assert outcome.message == "The mail server could not prove who it is, so nothing was sent."
    assert_nothing_was_seen(server)


def test_without_a_password_the_server_is_told_nothing(certificates):
    with FaultServer(tls=certificates.good.for_server()) as server:
        hand_over = SmtpHandOver(settings_for(server), None, certificates.authority)
        outcome = hand_over(SENDER, ADDRESS, MESSAGE, lambda: None)

    assert (outcome.verdict, outcome.stage) == (Verdict.TEMPORARY, Stage.SIGN_IN)
    assert_nothing_was_seen(server)


def test_a_server_that_offers_no_way_to_sign_in_is_told_nothing(certificates):
    with FaultServer(tls=certificates.good.for_server(), announced=("AUTH CRAM-MD5 GSSAPI",)) as server:
        outcome = send(server, certificates)

    assert (outcome.verdict, outcome.stage) == (Verdict.TEMPORARY, Stage.SIGN_IN)
    assert_nothing_was_seen(server)


def test_the_name_of_this_computer_is_told_to_nobody(certificates, monkeypatch):
    monkeypatch.setattr("socket.getfqdn", lambda *_: "zebedees-laptop.example")
    with FaultServer(tls=certificates.good.for_server()) as server:
        send(server, certificates)
        send(server, certificates, hello_name="desk.clinic.example")
        send(server, certificates, hello_name="no name\r\nMAIL", sender="", sign_in=SignIn.NONE)

    hellos = [command for command in server.seen.commands if command.startswith(b"ehlo")]
    assert hellos == [b"ehlo clinic.example\r\n", b"ehlo desk.clinic.example\r\n", b"ehlo localhost.localdomain\r\n"]


def test_no_secret_shows_in_what_a_traceback_prints(certificates):
    with FaultServer(tls=certificates.good.for_server()) as server:
        hand_over = SmtpHandOver(settings_for(server), PASSWORD, certificates.authority)

    assert PASSWORD not in repr(vars(hand_over))
