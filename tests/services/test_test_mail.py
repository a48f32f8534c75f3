"""An admin tries the mail server, and reads what works and what does not."""

import pytest

from leaflet_app.domain.errors import MailRefused, NoKeyring
from leaflet_app.domain.mail import Stage, Verdict
from leaflet_app.domain.settings import MailSettings, Settings, SignIn
from leaflet_app.services.test_mail import READY, send_test, try_server
from tests.fakes import FakeSecrets, FakeTools, NoSecrets, a_desk
from tests.faults.certificates import make_certificates
from tests.faults.desk import SENDER, settings_for
from tests.faults.server import PASSWORD, At, FaultServer, once

ADMIN = "admin@clinic.example"


@pytest.fixture(scope="module")
def certificates(tmp_path_factory):
    """Return the certificates of this run."""
    return make_certificates(tmp_path_factory.mktemp("certificates"))


@pytest.fixture(autouse=True)
def trusted(certificates, monkeypatch):
    """Let this computer trust the authority of the tests."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificates.authority))


def a_signed_in_desk(secret=PASSWORD):
    """Return a desk whose keyring holds the password of the mail server."""
    return a_desk(tools=FakeTools(secrets=FakeSecrets(mail=secret)))


def test_each_step_that_works_is_told(certificates):
    with FaultServer(tls=certificates.good.for_server()) as server:
        steps = try_server(a_signed_in_desk(), Settings(mail=settings_for(server)))

    assert steps == (
        "The mail server was found.",
        "The connection is encrypted, and the server proved who it is.",
        "The server answers as a mail server does.",
        "The server accepted the user name and the password.",
        READY,
    )
    assert not server.seen.bodies


def test_the_step_that_fails_is_the_last(certificates):
    with FaultServer(tls=certificates.good.for_server()) as server:
        steps = try_server(a_signed_in_desk("wrong"), Settings(mail=settings_for(server)))

    assert steps[-3:] == (
        "The server answers as a mail server does.",
        "The mail server did not accept the user name or the password (535 5.7.8).",
        "Ask whoever looks after this computer to enter them again in Settings, then press Try again.",
    )


def test_a_server_that_shows_a_wrong_certificate_learns_no_password(certificates):
    with FaultServer(tls=certificates.wrong_name.for_server()) as server:
        steps = try_server(a_signed_in_desk(), Settings(mail=settings_for(server)))

    assert steps[1] == "The mail server showed the certificate of another server, so nothing was sent."
    assert not server.seen.secrets


def test_a_test_email_arrives_without_a_leaflet(certificates):
    with FaultServer(tls=certificates.good.for_server()) as server:
        outcome = send_test(a_signed_in_desk(), Settings(mail=settings_for(server)), ADMIN)

    assert outcome.verdict is Verdict.SENT
    (arrived,) = server.seen.accepted
    assert f"To: {ADMIN}\r\n".encode() in arrived
    assert b"Subject: Test of Clinic Leaflets\r\n" in arrived
    assert f"From: {SENDER}\r\n".encode() in arrived


def test_a_test_email_that_is_refused_says_why(certificates):
    with FaultServer(once(At.SENDER, b"550 5.7.1 not yours\r\n"), tls=certificates.good.for_server()) as server:
        outcome = send_test(a_signed_in_desk(), Settings(mail=settings_for(server)), ADMIN)

    assert (outcome.verdict, outcome.stage) == (Verdict.PERMANENT, Stage.SENDER)


def test_no_server_is_nothing_to_try():
    with pytest.raises(MailRefused, match="no mail server is set up"):
        try_server(a_signed_in_desk(), Settings())


def test_no_keyring_is_told():
    desk = a_desk(tools=FakeTools(secrets=NoSecrets()))

    with pytest.raises(NoKeyring):
        try_server(desk, Settings(mail=MailSettings(server="localhost")))


def test_a_server_that_nobody_signs_in_to_needs_no_keyring(certificates):
    desk = a_desk(tools=FakeTools(secrets=NoSecrets()))
    with FaultServer(tls=certificates.good.for_server()) as server:
        assert try_server(desk, Settings(mail=settings_for(server, sign_in=SignIn.NONE)))[-1] == READY
