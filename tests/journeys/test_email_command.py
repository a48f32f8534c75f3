"""A leaflet by email from the command line to a real mail server, and read back from what the server was handed."""

from email import message_from_bytes
from email.policy import default

import pytest
from click.testing import CliRunner

from leaflet_app.bootstrap import build_desk
from leaflet_app.cli.doors import Doors
from leaflet_app.cli.main import command
from leaflet_app.domain.mail import MailState
from leaflet_app.pdf.read_back import read_pages
from leaflet_app.pdf.render import render
from leaflet_app.services.outbox import mails
from leaflet_app.services.settings import change
from tests.fakes import FakeSecrets, FakeTools
from tests.faults.certificates import make_certificates
from tests.faults.server import PASSWORD, USER, FaultServer
from tests.kept import holding

ADDRESS = "tweety.bird@example.org"
SENDER = "leaflets@clinic.example"
PERSON = ("--recipient", "Canary Onymous", "--reference", "REF-CANARY-77")


@pytest.fixture(scope="module")
def certificates(tmp_path_factory):
    return make_certificates(tmp_path_factory.mktemp("certificates"))


@pytest.fixture
def desk(home):
    """Return the real desk but for its keyring, with nothing to wait for before a mail leaves."""
    desk = build_desk(render)
    desk.tools = FakeTools(secrets=FakeSecrets(mail=PASSWORD))
    change(desk, "outbox.undo_seconds", "0")
    return desk


@pytest.fixture
def server(desk, certificates, monkeypatch):
    """Return a mail server that the desk trusts and sends to."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificates.authority))
    with FaultServer(tls=certificates.good.for_server()) as server:
        for key, typed in (("server", "localhost"), ("port", str(server.port)), ("user", USER), ("sender", SENDER)):
            change(desk, f"mail.{key}", typed)
        yield server


@pytest.fixture
def run(desk):
    """Return the command line as a function."""

    def run(*arguments):
        told = CliRunner().invoke(command, arguments, obj=Doors(lambda: desk, lambda: None))
        assert told.exit_code == 0, told.output
        return told

    return run


@pytest.mark.parametrize("protection", [(), ("--protect",)])
def test_a_leaflet_arrives_at_one_address_as_it_was_read_back(desk, server, run, protection):
    told = run("email", "--topics", "insulinoma", "--to", ADDRESS, "--retype", ADDRESS, "--smtp", *PERSON, *protection)
    run("outbox", "send")

    [mail] = mails(desk)
    [handed_over] = server.seen.accepted
    message = message_from_bytes(handed_over, policy=default)
    [leaflet] = message.iter_attachments()
    passphrase = told.stderr.splitlines()[-1].strip() if protection else ""
    pages = read_pages(leaflet.get_content(), passphrase)
    assert mail.state is MailState.SENT
    assert [each.addr_spec for each in message["To"].addresses] == [ADDRESS]
    assert [each for each in server.seen.commands if b"@example" in each] == [f"rcpt TO:<{ADDRESS}>\r\n".encode()]
    assert "For: Canary Onymous · REF-CANARY-77" in pages[0]
    assert all(mail.passport in page for page in pages)
    assert len(pages) == mail.pages


def test_nothing_that_stays_here_knows_who_was_written_to(desk, server, run):
    run("email", "--topics", "insulinoma", "--to", ADDRESS, "--retype", ADDRESS, "--smtp", *PERSON)
    run("outbox", "send")

    [handed_over] = server.seen.accepted
    headers = handed_over.partition(b"\r\n\r\n")[0]
    assert not [word for word in (b"Canary", b"CANARY", b"nsulinoma") if word in headers]
    assert holding(desk.home, "Canary", "CANARY", "tweety.bird") == []
