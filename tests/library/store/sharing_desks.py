"""Two desks that share one library through a folder."""

import pytest

from leaflet_app.library.store.folder_remote import FolderRemote
from tests.library.store.desks import SharingDesk


@pytest.fixture
def share(tmp_path):
    folder = tmp_path / "share"
    folder.mkdir()
    FolderRemote(folder).begin()
    return folder


@pytest.fixture
def desk_of(tmp_path, share):
    """Return what sets up a desk; each is closed in the end."""
    begun = []

    def begin(name, shipped=None):
        begun.append(SharingDesk(tmp_path / name, str(share), shipped))
        return begun[-1]

    yield begin
    for desk in begun:
        desk.close()


@pytest.fixture
def ann(desk_of):
    desk = desk_of("Ann")
    desk.sync()
    return desk


@pytest.fixture
def ben(ann, desk_of):
    desk = desk_of("Ben")
    desk.sync()
    return desk
