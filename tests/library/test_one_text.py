"""Check one text while somebody writes it."""

import pytest

from leaflet_app.library.one_text import check_text
from tests.library.folder import FILES, INSULINOMA, SURGERY, Folder


@pytest.fixture
def folder(tmp_path):
    return Folder(tmp_path / "library")


def checked(folder, file, text):
    return check_text(folder.files, file, text, folder.read())


def test_a_sound_text_has_no_faults_and_can_be_read(folder):
    found = checked(folder, INSULINOMA, FILES[INSULINOMA].replace("Insulinoma", "Insulinoma here"))

    assert found.faults == ()
    assert found.text.title == "Insulinoma here"


def test_the_library_holds_the_text_that_is_written(folder):
    found = checked(folder, INSULINOMA, FILES[INSULINOMA].replace("Insulinoma", "Insulinoma here"))

    assert found.library.topics["insulinoma"].title == "Insulinoma here"
    assert "treat-surgery" in found.library.shared


def test_a_broken_text_says_where_and_is_not_there(folder):
    found = checked(folder, INSULINOMA, "half a text")

    assert found.text is None
    assert [fault.line for fault in found.faults] == [1]
    assert "insulinoma" not in found.library.topics


def test_warnings_of_wording_are_found_after_the_faults(folder):
    text = FILES[INSULINOMA].replace("Blood tests.", "The tumor is harmless.")

    assert [str(fault.weight) for fault in checked(folder, INSULINOMA, text).faults] == ["fault", "warning"]


def test_a_shared_text_is_checked_too(folder):
    found = checked(folder, SURGERY, FILES[SURGERY] + "\n## A heading\n")

    assert found.text is None
    assert "no headings of its own" in found.faults[0].wrong


def test_a_topic_that_is_not_there_yet_joins_the_library(folder):
    text = FILES[INSULINOMA].replace("insulinoma", "vipoma").replace("Insulinoma", "Vipoma")
    found = checked(folder, "topics/vipoma/en-GB.md", text)

    assert found.faults == ()
    assert set(found.library.topics) == {"insulinoma", "vipoma"}


def test_a_broken_text_is_mended_in_the_library_it_broke(folder):
    folder.write(INSULINOMA, "half a text")

    assert "insulinoma" in checked(folder, INSULINOMA, FILES[INSULINOMA]).library.topics
