"""Reading again what changed gives what reading all gives."""

from dataclasses import replace

import pytest

from leaflet_app.library import reread as rereading
from leaflet_app.library.read import read_library
from leaflet_app.library.reread import reread
from tests.library.folder import FILES, INSULINOMA, SURGERY, Folder
from tests.library.recalling import next_start


@pytest.fixture
def folder(tmp_path):
    return Folder(tmp_path / "library")


@pytest.fixture
def readings(monkeypatch):
    """Note each time whether all is read, or only what changed."""
    noted = []

    def noting(files, **options):
        noted.append("some" if options else "all")
        return read_library(files, **options)

    monkeypatch.setattr(rereading, "read_library", noting)
    return noted


@pytest.fixture(params=[lambda library, _folder: library, next_start], ids=["read", "recalled"])
def before(request, folder, tmp_path):
    """Return the library of the folder as a desk has it: read, or waiting since the last start."""
    return request.param(read_library(folder.files), tmp_path)


@pytest.mark.parametrize(
    ("file", "changed", "read"),
    [
        (INSULINOMA, ('title = "Insulinoma"', 'title = "Insulin tumour"'), ["some"]),
        (INSULINOMA, ('status = "draft"', 'status = "retired"'), ["some"]),
        (INSULINOMA, ('status = "draft"', 'status = "perhaps"'), ["some", "all"]),
        (INSULINOMA, ('shared = ["treat-surgery"]', 'shared = ["nothing"]'), ["some", "all"]),
        (SURGERY, ("takes out the lump", "takes the lump out"), ["some"]),
        (SURGERY, ('title = "Surgery"', 'title = ""'), ["some", "all"]),
        ("organisations.toml", ("Neuroendocrine Cancer UK", "Neuroendocrine Cancer"), ["all"]),
        ("glossary/en-GB.toml", ("a message", "a message, say,"), ["all"]),
    ],
)
def test_what_is_read_again_is_what_reading_all_would_give(folder, readings, before, file, changed, read):
    folder.change(file, *changed)

    again = reread(before, folder.files, [file])

    assert again == read_library(folder.files)
    assert {each: again.listed[each].title for each in again.listed} == {
        each: topic.title for each, topic in again.offered.items()
    }
    assert readings == read


def test_a_text_that_is_mended_lets_others_name_it_again(folder, readings):
    folder.write(SURGERY, "no front matter\n")
    before = read_library(folder.files)
    assert not before.topics
    folder.write(SURGERY, FILES[SURGERY])

    again = reread(before, folder.files, [SURGERY])

    assert again == read_library(folder.files)
    assert set(again.topics) == {"insulinoma"}


def test_a_new_text_and_one_that_is_gone_are_seen(folder):
    before = read_library(folder.files)
    text = (folder.root / INSULINOMA).read_text("utf-8")
    (folder.root / "topics" / "another").mkdir()
    folder.write("topics/another/en-GB.md", text.replace('id = "insulinoma"', 'id = "another"'))

    after = reread(before, folder.files, ["topics/another/en-GB.md"])
    assert after == read_library(folder.files)
    assert set(after.topics) == {"another", "insulinoma"}

    (folder.root / INSULINOMA).unlink()
    (folder.root / INSULINOMA).parent.rmdir()
    assert set(reread(after, folder.files, [INSULINOMA]).topics) == {"another"}


def test_many_changes_in_a_row_go_on_waiting_for_the_rest(folder, tmp_path):
    library = next_start(read_library(folder.files), tmp_path)
    for number in range(1200):
        library = rereading._joined(library, library_of(library, number), rereading.Changed([INSULINOMA]))

    assert library.topics["insulinoma"].title == "Number 1199"
    assert library.shared["treat-surgery"].title == "Surgery"
    assert next_start(library, tmp_path) == library


def library_of(library, number):
    return replace(library, topics={"insulinoma": replace(library.topics["insulinoma"], title=f"Number {number}")})
