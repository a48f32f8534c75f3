"""Checking a library before anyone relies on it."""

import pytest

from leaflet_app.domain.errors import LibraryUnreadable
from leaflet_app.services.check_library import check
from tests.builders import SHIPPED_LIBRARY
from tests.library.folder import FILES, INSULINOMA, SURGERY, Folder


@pytest.fixture
def folder(tmp_path):
    return Folder(tmp_path / "library")


def test_the_shipped_library_is_clean():
    assert [str(fault) for fault in check(SHIPPED_LIBRARY)] == []


def test_faults_of_files_and_of_wording_are_told_together_in_order(folder):
    folder.change(INSULINOMA, "Blood tests.", "The tumor is found by blood tests.")
    folder.change(SURGERY, "A surgeon", "Don't worry: a surgeon")
    folder.write("topics/vipoma/en-GB.md", "half a file")

    assert [str(fault).partition(" ")[0] for fault in check(folder.root)] == [
        f"{SURGERY}:{folder.line(SURGERY, 'a surgeon')}:",
        f"{INSULINOMA}:{folder.line(INSULINOMA, 'The tumor')}:",
        "topics/vipoma/en-GB.md:1:",
    ]


def test_wording_does_not_keep_a_draft_from_printing(folder):
    folder.change(INSULINOMA, "Blood tests.", "The tumor is found by blood tests.")

    assert check(folder.root)
    assert "insulinoma" in folder.read().topics


def test_the_front_matter_is_read_too(folder):
    folder.change(INSULINOMA, "the pancreas", "the center")

    assert [str(fault) for fault in check(folder.root)] == [
        f"{INSULINOMA}:{folder.line(INSULINOMA, 'the center')}: “center” is American spelling, write “centre”"
    ]


def test_two_topics_may_not_have_one_title(folder):
    folder.write("topics/vipoma/en-GB.md", FILES[INSULINOMA].replace('id = "insulinoma"', 'id = "vipoma"'))

    assert [fault.wrong for fault in check(folder.root)] == ["the topic “insulinoma” has the same title"]


def test_a_folder_that_is_no_library_is_refused(tmp_path):
    with pytest.raises(LibraryUnreadable):
        check(tmp_path)
