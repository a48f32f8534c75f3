"""A person's words through every way out of the program: they are on the page and in the mail, and nowhere else."""

import logging
import os
import tempfile

import pikepdf
import pytest
from click.testing import CliRunner

from leaflet_app.bootstrap import build_desk
from leaflet_app.cli.doors import Doors
from leaflet_app.cli.main import command
from leaflet_app.pdf.render import render
from leaflet_app.services.email_leaflet import sweep_drafts
from leaflet_app.services.settings import change
from tests.fakes import FakePrograms, FakeSecrets, FakeTools
from tests.faults.certificates import make_certificates
from tests.faults.server import PASSWORD, USER, Act, At, FaultServer, faultless, once
from tests.kept import holding

CANARIES = ("Canary", "CANARY", "kanarie", "tweety.bird", "yellow feather", "left wing")
ADDRESS = "tweety.bird@example.org"
PERSON = (
    *("--recipient", "Canary Onymous", "--reference", "REF-CANARY-77"),
    *("--note", "Keep the yellow feather dry.", "--body-map", "--body-note", "left wing"),
)
LEAFLET = ("--topics", "insulinoma", *PERSON)
MAIL = ("email", *LEAFLET, "--to", ADDRESS, "--retype", ADDRESS)

FLOWS = {
    "save": [("export", *LEAFLET, "--output", "leaflet.pdf")],
    "save as text too": [("export", *LEAFLET, "--output", "leaflet.pdf", "--also", "html,text", "--check")],
    "save where nobody may": [("export", *LEAFLET, "--output", "no/such/folder/leaflet.pdf")],
    "save what no font can print": [("export", *LEAFLET, "--note", "kanarie 漢", "--output", "leaflet.pdf")],
    "copies": [("copies", "--topics", "coping", "--recipients", "people.csv", "--output", "copies")],
    "print": [("print", *LEAFLET, "--wait")],
    "print where no printer is": [("print", *LEAFLET, "--printer", "gone")],
    "draft": [(*MAIL, "--draft")],
    "another address": [("email", *LEAFLET, "--to", ADDRESS, "--retype", "kanarie@example.net", "--smtp")],
    "send": [(*MAIL, "--smtp"), ("outbox", "send"), ("outbox", "list"), ("register", "list")],
    "send protected": [(*MAIL, "--smtp", "--protect"), ("outbox", "send")],
    "refused": [(*MAIL, "--smtp"), ("outbox", "send"), ("outbox", "list", "--json")],
    "unclear": [(*MAIL, "--smtp"), ("outbox", "send"), ("outbox", "list", "--json")],
    "register": [
        ("export", *LEAFLET, "--output", "leaflet.pdf"),
        ("register", "export", "--output", "register.csv", "--as", "csv"),
        ("register", "export", "--output", "register.json", "--as", "fhir"),
    ],
}
FAULTS = {"refused": once(At.RECIPIENT, b"550 5.1.1 no Canary\r\n"), "unclear": once(At.DOT, Act.CLOSE)}
"""What the mail server does where it does not do its best."""

IN_VAIN = {"save where nobody may", "save what no font can print", "print where no printer is", "another address"}
"""Flows that end with words on what to do."""


@pytest.fixture(scope="module")
def certificates(tmp_path_factory):
    return make_certificates(tmp_path_factory.mktemp("certificates"))


@pytest.fixture
def desk(home):
    """Return the real desk but for printer, keyring and mail program, with nothing to wait for before a mail leaves."""
    desk = build_desk(render)
    desk.tools = FakeTools(secrets=FakeSecrets(mail=PASSWORD), programs=FakePrograms())
    change(desk, "outbox.undo_seconds", "0")
    return desk


@pytest.fixture
def here(tmp_path, monkeypatch):
    """Return the folder that a person works in, beside one of its own for passing files."""
    for name in ("here", "passing"):
        (tmp_path / name).mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "passing"))
    monkeypatch.setenv("TMPDIR", str(tmp_path / "passing"))
    monkeypatch.chdir(tmp_path / "here")
    (tmp_path / "here" / "people.csv").write_text("Name,Reference\nCanary Onymous,REF-CANARY-77\n", encoding="utf-8")
    return tmp_path / "here"


@pytest.mark.parametrize("flow", FLOWS)
def test_nothing_but_page_and_mail_knows_the_person(desk, here, certificates, monkeypatch, caplog, flow):
    caplog.set_level(logging.DEBUG)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificates.authority))
    with FaultServer(FAULTS.get(flow, faultless), tls=certificates.good.for_server()) as server:
        for key, typed in (("server", "localhost"), ("port", str(server.port)), ("user", USER), ("sender", "a@b.org")):
            change(desk, f"mail.{key}", typed)
        for arguments in FLOWS[flow]:
            told = CliRunner().invoke(command, arguments, obj=Doors(lambda: desk, lambda _link: None))
    a_day_later(desk)

    assert bool(told.exit_code) == (flow in IN_VAIN), told.output
    assert not [each for each in CANARIES if each in caplog.text]
    assert holding(desk.home, *CANARIES) == []
    assert holding(here.parent / "passing", *CANARIES) == []
    assert not [path for path in here.rglob("*") if any(each in path.name for each in CANARIES)]
    assert not [title for _, title, _ in desk.tools.printing.sent if any(each in title for each in CANARIES)]
    assert not [path for path in here.rglob("*.pdf") if any(each in metadata(path) for each in CANARIES)]
    assert holding(here, *CANARIES) in ([], ["people.csv"], ["leaflet.html", "leaflet.txt", "people.csv"])


def a_day_later(desk):
    """Let a day pass, and start again."""
    for path in desk.home.rglob("*"):
        os.utime(path, (0, 0))
    sweep_drafts(desk)


def metadata(path) -> str:
    """Return all that a PDF tells about itself."""
    with pikepdf.open(path) as pdf:
        return f"{dict(pdf.docinfo)} {pdf.Root.Metadata.read_bytes().decode()}"
