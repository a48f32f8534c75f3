"""Whether mail can be sent as it is set: on the command line, and with the button in the window."""

import pytest
from click.testing import CliRunner
from PySide6.QtWidgets import QLineEdit, QPushButton

from leaflet_app.cli.doors import Doors
from leaflet_app.cli.main import command
from leaflet_app.gui.settings_place.mail_trial import MailTrial
from leaflet_app.services.settings import change
from tests.fakes import FakeSecrets, FakeTools, a_desk
from tests.faults.certificates import make_certificates
from tests.faults.desk import SENDER
from tests.faults.server import PASSWORD, USER, At, FaultServer, once
from tests.gui.hands import click, named, words_of
from tests.gui.test_accessibility import nameless

ADMIN = "admin@clinic.example"


@pytest.fixture(scope="module")
def certificates(tmp_path_factory):
    return make_certificates(tmp_path_factory.mktemp("certificates"))


@pytest.fixture(autouse=True)
def trusted(certificates, monkeypatch):
    """Let this computer trust the authority of the tests."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificates.authority))


@pytest.fixture
def desk(home):
    return a_desk(home=home, tools=FakeTools(secrets=FakeSecrets(mail=PASSWORD)))


@pytest.fixture
def serve(desk, certificates):
    """Return a function that makes a server with these faults the mail server of the desk."""

    def serve(*plan):
        server = FaultServer(*plan, tls=certificates.good.for_server())
        set_up = {"server": "localhost", "port": str(server.port), "user": USER, "sender": SENDER}
        for key, typed in set_up.items():
            change(desk, f"mail.{key}", typed)
        return server

    return serve


def run(desk, *arguments):
    doors = Doors(lambda: desk, lambda: None)
    return CliRunner().invoke(command, ("settings", "test", *arguments), obj=doors)


def test_the_command_tells_each_step_and_sends_where_it_is_told_to(desk, serve):
    with serve() as server:
        said = run(desk, "--to", ADMIN)

    assert said.exit_code == 0
    lines = said.output.splitlines()
    assert lines[0] == "✓ The mail server was found."
    assert all(line.startswith("✓ ") for line in lines)
    assert len(server.seen.accepted) == 1
    assert PASSWORD not in said.output


def test_the_command_says_what_stops_it_and_exits_2(desk, serve):
    with serve(once(At.SENDER, b"550 5.7.1 not yours\r\n")):
        said = run(desk, "--to", ADMIN)

    assert said.exit_code == 2
    assert said.output.splitlines()[-1].startswith("✗ ")


def test_a_desk_without_a_server_is_told_what_to_do(desk):
    said = run(desk)

    assert said.exit_code == 2
    assert "no mail server is set up" in said.stderr


@pytest.fixture
def trial(qtbot, desk):
    shown = MailTrial(desk)
    qtbot.addWidget(shown)
    shown.resize(700, 300)
    with qtbot.waitExposed(shown):
        shown.show()
    yield shown
    shown.stop()


def test_the_button_sends_to_the_sender_and_tells_each_step(desk, serve, trial, qtbot):
    with serve() as server:
        click(trial, "Send a test mail")
        assert not named(trial, QPushButton, "Send a test mail").isEnabled()
        qtbot.waitUntil(lambda: "✓ The server accepted the user name and the password." in words_of(trial))

    assert f"To: {SENDER}\r\n".encode() in server.seen.accepted[0]
    assert named(trial, QPushButton, "Send a test mail").isEnabled()
    assert nameless(trial) == []


def test_the_button_sends_to_the_address_that_is_typed(desk, serve, trial, qtbot):
    named(trial, QLineEdit, "Address for a test mail").setText(ADMIN)
    with serve() as server:
        click(trial, "Send a test mail")
        qtbot.waitUntil(lambda: bool(server.seen.accepted))
        qtbot.waitUntil(named(trial, QPushButton, "Send a test mail").isEnabled)

    assert f"To: {ADMIN}\r\n".encode() in server.seen.accepted[0]


def test_the_button_says_what_stopped_it(desk, trial, qtbot):
    click(trial, "Send a test mail")

    qtbot.waitUntil(lambda: "✗ The email cannot be sent: no mail server is set up." in words_of(trial))
    assert named(trial, QPushButton, "Send a test mail").isEnabled()
