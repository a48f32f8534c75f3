"""A picture comes into a topic with its words, under a name that no other has."""

import tomllib

import pytest

from leaflet_app.domain.errors import EditRefused
from leaflet_app.domain.topic import SectionKey
from leaflet_app.services.add_picture import added, cleaned, picture_name, read_picture, to_save
from tests.library.folder import FILES, INSULINOMA, Folder
from tests.pdf.authors_pictures import a_drawing, a_photograph

PHOTOGRAPH = cleaned(a_photograph(90, 60))


@pytest.fixture
def folder(tmp_path) -> Folder:
    """Return a small library without a fault."""
    return Folder(tmp_path / "library")


def test_a_topic_with_an_added_picture_reads_without_a_fault(folder):
    picture = added(
        FILES[INSULINOMA], PHOTOGRAPH, " A scan of\nthe pancreas ", SectionKey.TESTS, caption="It shows the lump."
    )
    folder.write(INSULINOMA, picture.text)
    folder.write(f"topics/insulinoma/{picture.file}", picture.content)
    library = folder.read()
    [read] = library.topics["insulinoma"].pictures

    assert library.faults == ()
    assert (read.file, read.alt, read.content) == (
        "a-scan-of-the-pancreas.jpg",
        "A scan of the pancreas",
        PHOTOGRAPH.content,
    )


def test_any_byte_of_the_picture_is_bound_to_the_text(folder):
    picture = added(FILES[INSULINOMA], PHOTOGRAPH, "A scan", SectionKey.TESTS)
    folder.write(INSULINOMA, picture.text)
    folder.write(f"topics/insulinoma/{picture.file}", cleaned(a_photograph(80, 60)).content)

    assert any("is not the picture that this text was written with" in fault for fault in folder.faults())


def test_another_picture_leaves_the_first_as_it_was():
    first = added(FILES[INSULINOMA], PHOTOGRAPH, "A scan", SectionKey.TESTS)
    second = added(first.text, cleaned(a_drawing()), "A scan", SectionKey.WHAT, taken={first.file})
    rows = tomllib.loads(second.text.split("+++\n")[1])["pictures"]

    assert [row["file"] for row in rows] == ["a-scan.jpg", "a-scan.png"]


@pytest.mark.parametrize(
    ("alt", "name"),
    [
        ("A scan", "a-scan-2.png"),
        ("Ein Bärchen – süß!", "ein-barchen-su.png"),
        ("لبلبہ", "picture.png"),
        ("con", "picture.png"),
        ("../../etc/passwd", "etc-passwd.png"),
        ("long words " * 9, "long-words-long-words-long-words-long.png"),
        ("x" * 90, "picture.png"),
    ],
)
def test_a_name_is_made_from_the_words(alt, name):
    assert picture_name(alt, ".png", {"a-scan.png", "a-scan-1.png"}) == name


@pytest.mark.parametrize("alt", ["", " \n", "a" * 126])
def test_no_picture_comes_without_words(alt):
    with pytest.raises(EditRefused, match="words for those who cannot see it"):
        added(FILES[INSULINOMA], PHOTOGRAPH, alt, SectionKey.TESTS)


def test_a_file_that_is_gone_is_told_of(tmp_path):
    with pytest.raises(EditRefused, match="cannot be read"):
        read_picture(tmp_path / "gone.png")


def test_only_pictures_that_the_text_names_are_saved_with_it():
    room = "topics/insulinoma"
    first = added(FILES[INSULINOMA], PHOTOGRAPH, "A scan", SectionKey.TESTS)
    changes = {f"{room}/{first.file}": first.content, f"{room}/undone.png": b"x", "sources.toml": b"y"}

    assert to_save(FILES[INSULINOMA], first.text, room, changes) == {
        f"{room}/a-scan.jpg": first.content,
        "sources.toml": b"y",
    }
    assert to_save(first.text, FILES[INSULINOMA], room, {}) == {f"{room}/a-scan.jpg": None}
    assert to_save(first.text, "broken", room, {}) == {}
