"""Folders that are no library: nothing of them is kept, and so nothing is sent to other desks."""

import shutil

import pytest

from leaflet_app.services import library_store
from tests.builders import SHIPPED_LIBRARY
from tests.fakes import a_desk


@pytest.fixture
def desk(library):
    return a_desk(library)


@pytest.mark.parametrize(
    "file", ["Letter to John Smith.docx", "topics/insulinoma/scan.dcm", "mail/en-GB.md", "a/b.toml"]
)
def test_a_folder_of_other_things_is_refused_before_any_of_it_is_kept(run, desk, tmp_path, file):
    before = library_store.newest(desk)
    folder = shutil.copytree(SHIPPED_LIBRARY, tmp_path / "whole")
    (folder / file).parent.mkdir(parents=True, exist_ok=True)
    (folder / file).write_text("not of the library")

    result = run("library", "import", str(folder), desk=desk)

    assert result.exit_code == 2
    assert f"“{file}”" in result.stderr
    assert "is no part of a library" in result.stderr
    assert library_store.newest(desk) is before


def test_a_file_that_no_disk_should_have_is_not_read_at_all(run, desk, tmp_path):
    folder = shutil.copytree(SHIPPED_LIBRARY, tmp_path / "whole")
    with (folder / "topics/insulinoma/scan.png").open("wb") as file:
        file.truncate(1 << 40)

    assert "is larger than 32 MB" in run("library", "import", str(folder), desk=desk).stderr


def test_a_folder_whose_name_no_disk_takes_is_told(run, desk):
    assert "cannot be read" in run("library", "import", "a" * 5000, desk=desk).stderr
