"""The first version of a desk's library, made and read once and then copied: most tests only need that there is one."""

import shutil
from pathlib import Path
from threading import Lock

import pytest

from leaflet_app.services import library_beginning
from leaflet_app.services.library_standing import SNAPSHOT, STORE, stand


class Beginnings:
    """Makes a first store as the program does, and copies it where all that decides its bytes is the same."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.make = library_beginning.make_store
        self._made: dict[object, Path] = {}
        self._one_at_a_time = Lock()

    def __call__(self, desk, folder, author):
        """Stand in for `make_store`: the store appears whole, for other threads of a window look for it meanwhile.

        The snapshot beside it is the one that the first look would write.
        """
        shipped = library_beginning.shipped_files()
        decides = author, desk.now(), frozenset(shipped.ids().items())
        with self._one_at_a_time:  # a page of the test before may still begin its own
            if decides not in self._made:
                home = self._folder / str(len(self._made))
                home.mkdir()
                self.make(desk, home / STORE, author)
                assert stand(home).fault is None
                self._made[decides] = home
        beside = folder.with_name(f"{folder.name}.copied")
        shutil.copytree(self._made[decides] / STORE, beside)
        shutil.copyfile(self._made[decides] / SNAPSHOT, folder.with_name(SNAPSHOT))
        beside.rename(folder)


@pytest.fixture(scope="session", autouse=True)
def beginnings(tmp_path_factory):
    """Let every test begin with a copy of the one first version."""
    with pytest.MonkeyPatch.context() as patch:
        made_once = Beginnings(tmp_path_factory.mktemp("beginnings"))
        patch.setattr(library_beginning, "make_store", made_once)
        yield made_once


@pytest.fixture
def made_anew(beginnings, monkeypatch):
    """Make the first version as the program does, for a test of the making itself."""
    monkeypatch.setattr(library_beginning, "make_store", beginnings.make)
