"""What is shared between desks can never be erased: no word of a patient, and no name but the editor's, goes there."""

from zipfile import ZipFile

import pytest
from click.testing import CliRunner

from leaflet_app.bootstrap import build_desk
from leaflet_app.cli.doors import Doors
from leaflet_app.cli.main import command
from leaflet_app.library.store.repository import Store
from leaflet_app.pdf.render import render
from leaflet_app.services import shared_place
from leaflet_app.services.library_store import change, newest, store_folder
from leaflet_app.services.settings import change as set_setting
from leaflet_app.services.share_library import conflicts, settle, share
from leaflet_app.services.text_drafts import TextDraft, keep
from tests.fakes import FakePrograms, FakeSecrets, FakeTools
from tests.journeys.test_canary import CANARIES, LEAFLET, MAIL
from tests.kept import holding

EDITOR = "Dr Ann Lee"
TEXT = "topics/insulinoma/en-GB.md"
WHO = ("USER", "LOGNAME", "USERNAME", "EMAIL", "GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "HOSTNAME")


@pytest.fixture
def desk(home, tmp_path, monkeypatch):
    """Return a desk at a computer whose every name is a patient's, and that shares in a folder."""
    for name in WHO:
        monkeypatch.setenv(name, "Canary Onymous")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "share").mkdir()
    desk = build_desk(render)
    desk.tools = FakeTools(secrets=FakeSecrets(), programs=FakePrograms())
    set_setting(desk, "library.shared", str(tmp_path / "share"))
    set_setting(desk, "library.editor", EDITOR)
    shared_place.begin(desk)
    return desk


@pytest.mark.parametrize(
    "flow", [("export", *LEAFLET, "--output", "leaflet.pdf"), (*MAIL, "--draft"), ("print", *LEAFLET, "--wait")]
)
def test_nothing_that_is_shared_knows_the_person(desk, tmp_path, flow):
    told = CliRunner().invoke(command, flow, obj=Doors(lambda: desk, lambda _link: None))
    now = newest(desk)
    change(desk, {TEXT: now.files.read(TEXT, 2**20) + b"\nMore.\n"}, "Say more", base=now.commit)
    share(desk)

    assert told.exit_code == 0, told.output
    for folder in (store_folder(desk), tmp_path / "share"):
        assert [each for each in CANARIES if each.encode() in everything_in(folder)] == []


SEEN = "the words as they stand"
SIGNED = ("--seen", SEEN, "--name", "Dr Bo Hall", "--role", "Consultant", "--registration", "GMC 1234567")
KEEPING = [
    ("library", "submit", "insulinoma"),
    ("library", "approve", "insulinoma", "--until", "2028-11-01", *SIGNED),
    ("library", "pack", "export", "insulinoma", "--output", "nets"),
    ("library", "changes", "insulinoma", "--output", "changes.pdf"),
    ("library", "reviews", "--ics", "reviews.ics"),
    ("library", "export", "folder"),
    ("library", "sync"),
]


def test_whoever_keeps_the_library_after_a_patient_was_here_keeps_nothing_of_the_patient(desk, tmp_path):
    doors = Doors(lambda: desk, lambda _link: None)
    now = newest(desk)
    change(desk, {TEXT: now.files.read(TEXT, 2**20).replace(b"small lump", b"little lump", 1)}, "Say", base=now.commit)
    for arguments in (("export", *LEAFLET, "--output", "leaflet.pdf"), (*MAIL, "--draft"), *KEEPING):
        given = [newest(desk).files.ids()[TEXT] if each is SEEN else each for each in arguments]
        told = CliRunner().invoke(command, given, obj=doors)
        assert told.exit_code == 0, (arguments, told.output)
    keep(desk.home, TextDraft(TEXT, "Half a word", now.commit, desk.now()))

    for folder in (store_folder(desk), tmp_path / "share"):
        assert [each for each in CANARIES if each.encode() in everything_in(folder)] == []
    left = holding(tmp_path, *CANARIES)
    assert [each for each in left if any(name in each for name in ("edits", "snapshot", "editions", "folder"))] == []
    with ZipFile(tmp_path / "nets.leafpack") as pack:
        assert not [name for name in pack.namelist() for each in CANARIES if each.encode() in pack.read(name)]
    assert not {"changes.pdf", "reviews.ics", "nets.leafpack"} & set(left)


def test_every_change_bears_the_name_of_the_editor_alone(desk):
    now = newest(desk)
    change(desk, {TEXT: now.files.read(TEXT, 2**20) + b"\nMore.\n"}, "Say more", base=now.commit)
    share(desk)
    settle_nothing(desk)

    with Store.open(store_folder(desk)) as store:
        assert {each.author for each in store.versions()} == {EDITOR, "Clinic Leaflets"}


def settle_nothing(desk):
    """Have nothing to settle."""
    seen = conflicts(desk)
    assert seen == ()
    with pytest.raises(Exception, match="Someone else"):
        settle(desk, seen, {TEXT: b"x"})


def everything_in(folder) -> bytes:
    """Return all that a store holds: every object unpacked, every name, every other file as it is."""
    with Store.open(folder) as store:
        objects = store.repo.object_store
        unpacked = b"\n".join(objects.get_raw(each)[1] for each in objects.all_ids())
    others = [path for path in folder.rglob("*") if path.is_file() and "objects" not in path.parts]
    return unpacked + b"\n".join(path.read_bytes() + path.name.encode() for path in others)
