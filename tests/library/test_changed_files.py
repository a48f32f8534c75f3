"""A library with changed files is the library that would be kept."""

import pytest

from leaflet_app.library.changed_files import ChangedFiles
from leaflet_app.library.files import FileUnreadable
from leaflet_app.library.folder_files import FolderFiles
from leaflet_app.library.read import read_library
from tests.library.folder import FILES, INSULINOMA, Folder

CHANGES = {
    INSULINOMA: FILES[INSULINOMA].replace("Insulinoma", "Another").encode(),
    "topics/vipoma/en-GB.md": FILES[INSULINOMA]
    .replace("insulinoma", "vipoma")
    .replace("Insulinoma", "Vipoma")
    .encode(),
    "sets.toml": b"",
}


@pytest.fixture
def folder(tmp_path):
    return Folder(tmp_path / "library")


def test_changed_files_read_as_the_folder_they_would_make(folder):
    changed = ChangedFiles(folder.files, CHANGES)
    before = read_library(changed)
    ids = changed.ids()

    for file, content in CHANGES.items():
        folder.write(file, content)

    assert before == folder.read()
    assert ids == FolderFiles(folder.root).ids()


def test_a_file_that_is_taken_away_is_missing_with_its_folder(folder):
    changed = ChangedFiles(folder.files, {INSULINOMA: None})

    assert not changed.holds(INSULINOMA)
    assert INSULINOMA not in changed.ids()
    assert [entry.name for entry in changed.entries("topics")] == []
    with pytest.raises(FileUnreadable, match="missing"):
        changed.read(INSULINOMA, 10)


def test_no_more_of_a_file_is_read_than_is_asked_for(folder):
    assert len(ChangedFiles(folder.files, {INSULINOMA: b"x" * 100}).read(INSULINOMA, 10)) == 11
