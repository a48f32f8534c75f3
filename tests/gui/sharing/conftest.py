"""Two real desks that share one folder; the second one is whose window is open."""

import shutil

import pytest

from leaflet_app.bootstrap import build_desk
from leaflet_app.services import shared_place
from leaflet_app.services.library_store import change, newest
from leaflet_app.services.settings import change as set_setting
from leaflet_app.services.share_library import share
from tests.fakes import FakeTools
from tests.gui.windows import theme

__all__ = ["theme"]

ANN, BEN = "Ann Lee", "Ben Roe"
TEXT = "topics/insulinoma/en-GB.md"
GASTRINOMA = "topics/gastrinoma/en-GB.md"


@pytest.fixture(scope="session")
def practice(tmp_path_factory):
    """Return a folder with two desks and what they share, to be copied: to read a whole library takes its time."""
    made = tmp_path_factory.mktemp("practice")
    (made / "share").mkdir()
    with pytest.MonkeyPatch.context() as patch:
        ann, ben = (desk_in(made, name, patch) for name in (ANN, BEN))
        shared_place.begin(ann)
        share(ann)
        share(ben)
    return made


def desk_in(practice, name, patch):
    """Open the desk of a person."""
    patch.setenv("LEAFLET_APP_HOME", str(practice / name))
    desk = build_desk()
    desk.tools = FakeTools()
    set_setting(desk, "library.editor", name)
    set_setting(desk, "library.shared", str(practice / "share"))
    return desk


@pytest.fixture
def here(practice, tmp_path):
    """Return a practice of the test's own."""
    return shutil.copytree(practice, tmp_path / "practice")


@pytest.fixture
def folder(here):
    """Return the folder that both can reach."""
    return here / "share"


@pytest.fixture
def ann(here, monkeypatch):
    return desk_in(here, ANN, monkeypatch)


@pytest.fixture
def ben(here, ann, monkeypatch):
    return desk_in(here, BEN, monkeypatch)


@pytest.fixture
def quarrel(ann, ben):
    """Let both change one text; Ann has shared hers."""
    edit(ann, "as a specialist nurse says")
    share(ann)
    edit(ben, "as a consultant says")
    return ben


def edit(desk, words, file=TEXT):
    """Put words into a text."""
    now = newest(desk)
    text = now.files.read(file, 2**20).decode()
    change(
        desk,
        {file: text.replace("making insulin", f"making insulin, {words},", 1).encode()},
        "Say it better",
        base=now.commit,
    )


def read(desk, file=TEXT) -> str:
    return newest(desk).files.read(file, 2**20).decode()
