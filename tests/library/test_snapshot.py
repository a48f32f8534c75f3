"""What is kept of a library is the library, and never an old one."""

import errno
import re
import shutil
from pathlib import Path

import pytest

from leaflet_app import paths
from leaflet_app.library import read, snapshot, waiting
from leaflet_app.library.folder_files import FolderFiles
from leaflet_app.library.read import read_library
from leaflet_app.library.reread import reread
from leaflet_app.library.snapshot import Remembered, keep, recalled, remembered
from tests.builders import SHIPPED_FILES, SHIPPED_LIBRARY, a_library, a_topic
from tests.library.recalling import unread


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


def lines_beside(kept):
    """Return the files in which entries wait."""
    return [*kept.parent.glob(f"{kept.name}-*")]


@pytest.mark.parametrize("library", [read_library(SHIPPED_FILES), a_library(a_topic())], ids=["shipped", "small"])
def test_a_kept_library_is_the_library(library, kept):
    assert keep("name", kept, Remembered(library, "edition"), unread) == Remembered(library, "edition")
    assert recalled("name", kept, unread) == Remembered(library, "edition")


def test_a_leaflet_of_one_topic_rebuilds_no_other(folder, kept, monkeypatch):
    remembered(FolderFiles(folder), kept)
    asked_for = []
    rebuild = waiting.Rebuilding.__call__
    monkeypatch.setattr(
        waiting.Rebuilding, "__call__", lambda self, name: asked_for.append(name) or rebuild(self, name)
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
    remembered(FolderFiles(folder), kept)
    library = read_library(FolderFiles(folder))
    [lines] = lines_beside(kept)
    lines.write_bytes(lines.read_bytes().replace(b"insulinoma is", b"insulinoma ix", 1))

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


@pytest.fixture
def changed(folder, kept):
    """Return a function that gives the insulinoma another title and keeps the library with it, as a change does."""

    def change(before, title):
        topic = folder / "topics" / "insulinoma" / "en-GB.md"
        topic.write_text(re.sub('^title = ".*"$', f'title = "{title}"', topic.read_text("utf-8"), flags=re.M), "utf-8")
        files = FolderFiles(folder)
        edition = snapshot.edition_of(files, snapshot.drawings())
        library = reread(before.library, files, ["topics/insulinoma/en-GB.md"])
        return keep(edition, kept, Remembered(library, edition), unread)

    return change


def test_a_change_adds_the_line_of_what_changed_and_no_other(folder, kept, changed, readings):
    before = remembered(FolderFiles(folder), kept)
    [lines] = lines_beside(kept)
    size = lines.stat().st_size
    assert [topic.title for topic in before.library.topics.values()]

    now = changed(before, "Another")

    assert lines_beside(kept) == [lines]
    assert lines.stat().st_size - size < 30_000
    assert remembered(FolderFiles(folder), kept) == now
    assert len(readings) == 1
    assert now.library == read_library(FolderFiles(folder))


def test_lines_that_nobody_needs_any_more_are_folded_away(folder, kept, changed, monkeypatch):
    monkeypatch.setattr(waiting, "_LEAST", 0)
    now = remembered(FolderFiles(folder), kept)
    [first] = lines_beside(kept)
    largest = 3 * first.stat().st_size

    for number in range(120):
        now = changed(now, f"Number {number}")
        assert len(lines_beside(kept)) == 1
        assert lines_beside(kept)[0].stat().st_size < largest

    assert lines_beside(kept) != [first]
    assert now.library == read_library(FolderFiles(folder))


def test_a_library_goes_on_after_another_program_has_folded_its_lines(folder, kept, changed):
    before = remembered(FolderFiles(folder), kept)
    for lines in lines_beside(kept):
        lines.unlink()

    now = changed(before, "Another")

    assert now.library == read_library(FolderFiles(folder))
    assert remembered(FolderFiles(folder), kept) == now


def test_a_snapshot_whose_lines_are_gone_is_read_past(folder, kept, readings):
    library = remembered(FolderFiles(folder), kept).library
    for lines in lines_beside(kept):
        lines.unlink()

    assert remembered(FolderFiles(folder), kept).library == library
    assert len(readings) == 2


def test_lines_cut_short_are_read_again_and_only_once(folder, kept, readings):
    remembered(FolderFiles(folder), kept)
    [lines] = lines_beside(kept)
    lines.write_bytes(lines.read_bytes()[:1000])

    assert remembered(FolderFiles(folder), kept).library == read_library(FolderFiles(folder))
    assert len(readings) == 2


def test_a_disk_that_fills_while_lines_are_written_leaves_none_of_them(folder, kept, monkeypatch):
    def full(_handle, _content):
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as patch:
        patch.setattr("leaflet_app.library.kept_lines.os.write", full)
        assert remembered(FolderFiles(folder), kept).library == read_library(FolderFiles(folder))

    assert lines_beside(kept) == []
