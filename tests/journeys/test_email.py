"""From the first key to a letter on a real mail server, through the window as it is."""

from email import message_from_bytes
from email.policy import default

import pytest
from PySide6.QtWidgets import QDialog

from leaflet_app.gui.places import OUTBOX
from leaflet_app.pdf.read_back import read_pages
from leaflet_app.services.outbox import mails
from leaflet_app.services.settings import change
from tests.fakes import FakeSecrets, FakeTools
from tests.faults.certificates import make_certificates
from tests.faults.server import PASSWORD, USER, FaultServer
from tests.gui.hands import press, type_words, words_of
from tests.kept import holding

A_WHILE = 30_000
ADDRESS = "tweety.bird@example.org"
SET_UP = {"mail.server": "localhost", "mail.user": USER, "mail.sender": "leaflets@clinic.example", "mail.way": "smtp"}


@pytest.fixture(scope="module")
def certificates(tmp_path_factory):
    return make_certificates(tmp_path_factory.mktemp("certificates"))


@pytest.fixture
def server(desk, certificates, monkeypatch):
    """Return a mail server that the desk trusts and sends to, with nothing to wait for before a mail leaves."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificates.authority))
    desk.tools = FakeTools(secrets=FakeSecrets(mail=PASSWORD))
    with FaultServer(tls=certificates.good.for_server()) as server:
        for name, typed in (SET_UP | {"mail.port": str(server.port), "outbox.undo_seconds": "0"}).items():
            change(desk, name, typed)
        yield server


def test_pick_email_outbox_server_and_the_pdf_read_back(server, window, desk, home, qtbot):
    def sheet(title):
        def found():
            return [each for each in window.findChildren(QDialog) if each.isVisible() and each.windowTitle() == title]

        qtbot.waitUntil(lambda: bool(found()), timeout=A_WHILE)
        return found()[0]

    type_words("insulinoma")
    press("Return")
    window.leaflets.column.address_to("REF-CANARY-77")
    press("Ctrl+E")
    sheet("Email the leaflet")
    type_words(ADDRESS)
    press("Return")
    sheet("Is this right?")
    type_words(ADDRESS)
    press("Return")

    qtbot.waitUntil(lambda: f"✓ Sent to {ADDRESS}." in words_of(window.centralWidget()), timeout=A_WHILE)
    [mail] = mails(desk)
    [handed_over] = server.seen.accepted
    message = message_from_bytes(handed_over, policy=default)
    [leaflet] = message.iter_attachments()
    pages = read_pages(leaflet.get_content())
    assert [each.addr_spec for each in message["To"].addresses] == [ADDRESS]
    assert "Insulinoma" in pages[0]
    assert "REF-CANARY-77" in pages[0]
    assert all(mail.passport in page for page in pages)
    window.show_place(OUTBOX)
    qtbot.waitUntil(lambda: "✓  Sent" in words_of(window.centralWidget()), timeout=A_WHILE)
    window.close()
    assert holding(home, "tweety.bird", "CANARY") == []
