"""What is kept of a library is the library, and never an old one."""

import errno
import shutil
from pathlib import Path

import pytest

from leaflet_app import paths
from leaflet_app.library import read, snapshot
from leaflet_app.library.folder_files import FolderFiles
from leaflet_app.library.read import read_library
from leaflet_app.library.snapshot import Remembered, read_back, remembered, written
from tests.builders import SHIPPED_FILES, SHIPPED_LIBRARY, a_library, a_topic


@pytest.fixture
def folder(tmp_path):
    """Return a library that a test may change."""
    return shutil.copytree(SHIPPED_LIBRARY, tmp_path / "library")


@pytest.fixture
def kept(tmp_path):
    return tmp_path / "home" / "library.snapshot"


@pytest.fixture
def readings(monkeypatch):
    """Count how often a library is really read."""
    counted = []

    def counting(files):
        counted.append(files)
        return read_library(files)

    monkeypatch.setattr(read, "read_library", counting)
    return counted


def unread():
    raise AssertionError("nothing is to be read again")


@pytest.mark.parametrize("library", [read_library(SHIPPED_FILES), a_library(a_topic())], ids=["shipped", "small"])
def test_a_kept_library_is_the_library(library):
    assert read_back(*written(Remembered(library, "edition")), unread) == Remembered(library, "edition")


def test_a_leaflet_of_one_topic_rebuilds_no_other(folder, kept, monkeypatch):
    remembered(FolderFiles(folder), kept)
    asked_for = []
    rebuild = snapshot._Rebuilding.__call__
    monkeypatch.setattr(
        snapshot._Rebuilding, "__call__", lambda self, name: asked_for.append(name) or rebuild(self, name)
    )

    library = remembered(FolderFiles(folder), kept).library
    topic = library.topics["insulinoma"]

    assert library.topics["insulinoma"] is topic
    assert "vipoma" in library.topics
    assert len(library.topics) == len(read_library(FolderFiles(folder)).topics)
    assert library.listed["vipoma"].title == "VIPoma"
    assert [site for site, _ in library.listed_by_site()]
    assert asked_for == ["insulinoma"]


def test_a_library_is_read_once(folder, kept, readings):
    assert (
        remembered(FolderFiles(folder), kept).library
        == remembered(FolderFiles(folder), kept).library
        == read_library(FolderFiles(folder))
    )
    assert len(readings) == 1


def test_a_changed_word_is_seen_at_the_next_start(folder, kept):
    remembered(FolderFiles(folder), kept)
    topic = folder / "topics" / "insulinoma" / "en-GB.md"
    topic.write_text(topic.read_text(encoding="utf-8").replace('title = "Insulinoma"', 'title = "Another"'), "utf-8")

    assert remembered(FolderFiles(folder), kept).library.topics["insulinoma"].title == "Another"


def test_a_new_file_is_seen_at_the_next_start(folder, kept):
    remembered(FolderFiles(folder), kept)
    (folder / "topics" / "stray.md").write_text("lost", encoding="utf-8")

    assert any(fault.file == "topics/stray.md" for fault in remembered(FolderFiles(folder), kept).library.faults)


@pytest.mark.parametrize("garbage", [b"", b"{", b"[" * 5000, b"\x00", b"\xff\n\xff", b'"seal"\n["Run"]'])
def test_a_damaged_snapshot_is_read_past(folder, kept, garbage):
    library = remembered(FolderFiles(folder), kept).library
    kept.write_bytes(garbage)

    assert remembered(FolderFiles(folder), kept).library == library


def test_a_snapshot_that_lost_one_letter_is_read_past(folder, kept, readings):
    library = remembered(FolderFiles(folder), kept).library
    kept.write_bytes(kept.read_bytes().replace(b"Insulinoma", b"insulinoma", 1))

    assert remembered(FolderFiles(folder), kept).library == library
    assert len(readings) == 2


def test_an_entry_that_lost_one_letter_is_read_again_when_it_is_asked_for(folder, kept, readings):
    library = remembered(FolderFiles(folder), kept).library
    lines = kept.read_bytes().split(b"\n", 2)
    lines[2] = lines[2].replace(b"insulinoma is", b"insulinoma ix", 1)
    kept.write_bytes(b"\n".join(lines))

    recalled = remembered(FolderFiles(folder), kept).library

    assert len(readings) == 1
    assert recalled.topics == library.topics
    assert len(readings) == 2
    assert not kept.exists()


def test_a_snapshot_of_a_program_with_other_values_is_read_past(folder, kept, readings, monkeypatch):
    remembered(FolderFiles(folder), kept)
    monkeypatch.setattr(snapshot, "shape", lambda: "Topic ['id', 'name']")
    remembered(FolderFiles(folder), kept)

    assert len(readings) == 2


@pytest.mark.parametrize("form", [b"", b"null", b"{}", b"[]\n[]", b"\xff", b"[" * 100_000])
def test_a_snapshot_in_another_form_is_read_past(folder, kept, form):
    library = remembered(FolderFiles(folder), kept).library
    digest = snapshot._digest(snapshot.edition_of(FolderFiles(folder), FolderFiles(paths.resources() / "diagrams")))
    kept.write_bytes(snapshot._seal(digest, form) + b"\n" + form)

    assert remembered(FolderFiles(folder), kept).library == library


def test_a_file_that_may_not_be_read_is_a_fault_and_the_rest_is_there(folder, kept, monkeypatch):
    real = Path.open

    def refuse(path, *arguments, **options):
        if path == folder / "topics" / "insulinoma" / "en-GB.md":
            raise PermissionError(errno.EACCES, "no")
        return real(path, *arguments, **options)

    monkeypatch.setattr(Path, "open", refuse)
    library = remembered(FolderFiles(folder), kept).library

    assert "the file cannot be read" in str(library.faults)
    assert "vipoma" in library.topics


def test_a_home_that_cannot_be_written_costs_nothing_but_time(folder, tmp_path):
    (tmp_path / "file").write_text("in the way", encoding="utf-8")

    assert remembered(FolderFiles(folder), tmp_path / "file" / "library.snapshot").library == read_library(
        FolderFiles(folder)
    )
