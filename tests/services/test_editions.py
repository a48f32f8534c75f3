"""The library that a leaflet was made from is there for as long as the leaflet may be asked about."""

import shutil
from dataclasses import replace

import pytest

from leaflet_app import paths
from leaflet_app.domain.errors import EditionUnreadable
from leaflet_app.library.folder_files import FolderFiles
from leaflet_app.library.read import read_library
from leaflet_app.library.snapshot import edition_of
from leaflet_app.services.editions import keep, library_of
from tests.builders import SHIPPED_FILES, SHIPPED_LIBRARY
from tests.fakes import a_desk

EDITION = edition_of(SHIPPED_FILES, FolderFiles(paths.resources() / "diagrams"))


@pytest.fixture
def desk(library):
    """Return a desk with the shipped library under its own name."""
    return replace(a_desk(library), edition=EDITION)


def test_a_kept_library_is_read_back_equal(desk, library):
    assert keep(desk)

    assert library_of(replace(desk, edition="0" * 64, library=None), EDITION) == library


def test_todays_library_is_at_hand_and_one_that_was_never_kept_is_not(desk):
    assert library_of(desk, EDITION) is desk.library
    assert library_of(desk, "1" * 64) is None


def test_files_that_changed_since_the_desk_began_are_not_kept_under_its_name(desk):
    assert not keep(replace(desk, edition="2" * 64))
    assert not (desk.home / "editions").exists()


def test_a_desk_that_cannot_write_goes_on(desk):
    (desk.home / "editions").write_text("a file where the folder should be")

    assert not keep(desk)


def test_a_kept_library_with_another_word_is_refused(desk, tmp_path):
    other = tmp_path / "other"
    shutil.copytree(SHIPPED_LIBRARY, other)
    files = FolderFiles(other)
    (other / "sets.toml").write_text("# another\n")
    changed = replace(desk, files=files, edition=edition_of(files, FolderFiles(paths.resources() / "diagrams")))
    keep(changed)
    kept = desk.home / "editions" / f"{changed.edition}.zip"
    kept.rename(kept.with_name(f"{EDITION}.zip"))

    with pytest.raises(EditionUnreadable, match="its content is not what was kept"):
        library_of(changed, EDITION)
    assert read_library(files).topics == desk.library.topics
