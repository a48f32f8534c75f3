"""From the outbox to a real server over real TLS, by the command that a script calls."""

from email import message_from_bytes

import pytest
from click.testing import CliRunner

from leaflet_app.cli.doors import Doors
from leaflet_app.cli.main import command
from leaflet_app.domain.mail import MailState
from leaflet_app.services.outbox import mails, queue
from leaflet_app.services.settings import change
from tests.fakes import FakeSecrets, FakeTools, a_desk
from tests.faults.server import PASSWORD, USER, Act, At, FaultServer, faultless, once
from tests.records.letters import ADDRESS, a_letter


@pytest.fixture
def desk(home, certificates, monkeypatch):
    """Return a desk that trusts the server's authority, whose mails leave at once."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificates.authority))
    desk = a_desk(home=home, tools=FakeTools(secrets=FakeSecrets(mail=PASSWORD)))
    for name, typed in (("mail.server", "localhost"), ("mail.user", USER), ("outbox.undo_seconds", "0")):
        change(desk, name, typed)
    return desk


def sent_by(desk, certificates, plan):
    """Send what is due through a server with this plan; return what the command said, how it ended, and the server."""
    with FaultServer(plan, tls=certificates.good.for_server()) as server:
        change(desk, "mail.port", str(server.port))
        result = CliRunner().invoke(command, ["outbox", "send", "--wait"], obj=Doors(lambda: desk, lambda: None))
    return result, server.seen


def test_a_mail_is_sent_as_it_was_written(desk, certificates):
    letter = a_letter()
    queue(desk, letter)

    result, seen = sent_by(desk, certificates, faultless)

    assert result.output.endswith("Sent 1 email. The outbox is empty.\n")
    assert result.exit_code == 0
    (message,) = map(message_from_bytes, seen.accepted)
    assert (message["To"], message["Message-ID"]) == (ADDRESS, letter.message_id)
    assert message.get_payload(1).get_payload(decode=True) == letter.pdf


def test_a_mail_that_the_server_refuses_ends_the_command_with_2(desk, certificates):
    queue(desk, a_letter())

    result, seen = sent_by(desk, certificates, once(At.RECIPIENT, b"550 5.1.1 unknown\r\n"))

    assert result.exit_code == 2
    assert "Not sent" in result.output
    assert not seen.accepted


def test_a_mail_whose_answer_got_lost_asks_and_ends_the_command_with_2(desk, certificates):
    queue(desk, a_letter())

    result, seen = sent_by(desk, certificates, once(At.DOT, Act.CLOSE))

    assert result.exit_code == 2
    assert "Check with the patient or send again." in result.output
    assert len(seen.accepted) == 1
    assert [mail.state for mail in mails(desk)] == [MailState.UNCONFIRMED]


def test_a_server_without_our_trust_sees_no_password_and_the_mail_waits(desk, certificates, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(certificates.self_signed.chain))
    queue(desk, a_letter())

    result, seen = sent_by(desk, certificates, faultless)

    assert result.exit_code == 0
    assert "1 email still in the outbox." in result.output
    assert (seen.secrets, seen.bodies) == ([], 0)
