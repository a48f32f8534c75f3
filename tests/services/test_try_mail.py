"""An admin tries the mail server, and reads what works and what does not."""

import pytest

from leaflet_app.domain.errors import AddressRefused, MailRefused, NoKeyring
from leaflet_app.domain.settings import SignIn
from leaflet_app.services.settings import change
from leaflet_app.services.try_mail import READY, TAKEN, try_mail
from tests.fakes import FakeSecrets, FakeTools, NoSecrets, a_desk
from tests.faults.certificates import make_certificates
from tests.faults.desk import SENDER, settings_for
from tests.faults.server import PASSWORD, At, FaultServer, once

ADMIN = "admin@clinic.example"

STEPS = (
    "The mail server was found.",
    "The connection is encrypted, and the server proved who it is.",
    "The server answers as a mail server does.",
    "The server accepted the user name and the password.",
)


@pytest.fixture(scope="module")
def certificates(tmp_path_factory):
    """Return the certificates of this run."""
    return make_certificates(tmp_path_factory.mktemp("certificates"))


@pytest.fixture(autouse=True)
def trusted(certificates, monkeypatch):
    """Let this computer trust the authority of the tests."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificates.authority))


@pytest.fixture
def desk(home):
    return a_desk(home=home, tools=FakeTools(secrets=FakeSecrets(mail=PASSWORD)))


def set_up(desk, server, **changes):
    """Make this server the mail server of a desk."""
    settings = settings_for(server, **changes)
    for key in ("server", "port", "sender", "user"):
        change(desk, f"mail.{key}", str(getattr(settings, key)))
    change(desk, "mail.sign_in", settings.sign_in.value)


def test_each_step_that_works_is_told_and_nothing_is_sent(desk, certificates):
    with FaultServer(tls=certificates.good.for_server()) as server:
        set_up(desk, server)
        tried = try_mail(desk)

    assert (tried.steps, tried.ended, tried.is_well) == (STEPS, READY, True)
    assert not server.seen.bodies


def test_the_steps_end_where_the_server_refuses(desk, certificates):
    desk.tools.secrets.kept["mail"] = "wrong"
    with FaultServer(tls=certificates.good.for_server()) as server:
        set_up(desk, server)
        tried = try_mail(desk, ADMIN)

    assert tried.steps == STEPS[:3]
    assert tried.ended == (
        "The mail server did not accept the user name or the password (535 5.7.8). "
        "Ask whoever looks after this computer to enter them again in Settings, then press Try again."
    )
    assert not tried.is_well
    assert not server.seen.bodies


def test_a_server_that_shows_a_wrong_certificate_learns_no_password(desk, certificates):
    with FaultServer(tls=certificates.wrong_name.for_server()) as server:
        set_up(desk, server)
        tried = try_mail(desk)

    assert tried.steps == STEPS[:1]
    assert "showed the certificate of another server, so nothing was sent." in tried.ended
    assert not server.seen.secrets


def test_a_test_mail_arrives_without_a_leaflet(desk, certificates):
    with FaultServer(tls=certificates.good.for_server()) as server:
        set_up(desk, server)
        tried = try_mail(desk, ADMIN)

    assert (tried.ended, tried.is_well) == (TAKEN, True)
    (arrived,) = server.seen.accepted
    assert f"To: {ADMIN}\r\n".encode() in arrived
    assert b"Subject: Test of Clinic Leaflets\r\n" in arrived
    assert f"From: {SENDER}\r\n".encode() in arrived


def test_a_test_mail_that_is_refused_says_why(desk, certificates):
    with FaultServer(once(At.SENDER, b"550 5.7.1 not yours\r\n"), tls=certificates.good.for_server()) as server:
        set_up(desk, server)
        tried = try_mail(desk, ADMIN)

    assert tried.steps == STEPS
    assert tried.ended.startswith("The mail server does not let this")
    assert not tried.is_well


def test_an_address_that_is_none_is_refused_before_the_server_is_called(desk, certificates):
    with FaultServer(tls=certificates.good.for_server()) as server:
        set_up(desk, server)
        with pytest.raises(AddressRefused):
            try_mail(desk, "no address")

    assert not server.seen.secrets


def test_no_server_is_nothing_to_try(desk):
    with pytest.raises(MailRefused, match="no mail server is set up"):
        try_mail(desk)


def test_a_desk_without_a_sender_is_never_said_to_work(desk, certificates):
    with FaultServer(tls=certificates.good.for_server()) as server:
        set_up(desk, server)
        change(desk, "mail.sender", "")
        with pytest.raises(MailRefused, match="no address is set that leaflets come from"):
            try_mail(desk)


def test_no_keyring_is_told(home, certificates):
    desk = a_desk(home=home, tools=FakeTools(secrets=NoSecrets()))
    with FaultServer(tls=certificates.good.for_server()) as server:
        set_up(desk, server)
        with pytest.raises(NoKeyring):
            try_mail(desk)


def test_a_server_that_nobody_signs_in_to_needs_no_keyring(home, certificates):
    desk = a_desk(home=home, tools=FakeTools(secrets=NoSecrets()))
    with FaultServer(tls=certificates.good.for_server()) as server:
        set_up(desk, server, sign_in=SignIn.NONE)
        assert try_mail(desk).is_well
