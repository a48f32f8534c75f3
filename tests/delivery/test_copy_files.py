"""The folder of copies: whole files of neutral names."""

import errno
import os
from pathlib import Path

import pytest

from leaflet_app.delivery import copy_files
from leaflet_app.delivery.copy_files import LEFT_BEHIND_SECONDS, CopyFolder
from leaflet_app.domain.errors import CannotSave

ID, PDF = b"0123456789abcdef" * 2, b"%PDF-1.7 " + b"x" * 10_000 + b"/ID[<0123456789abcdef0123456789abcdef>]\n%%EOF\n"


@pytest.fixture
def folder(tmp_path):
    folder = CopyFolder(tmp_path / "new" / "copies", "CL-1A2B3C")
    folder.open()
    return folder


def names(folder):
    return sorted(path.name for path in folder.folder.iterdir())


def test_a_copy_is_named_by_the_leaflet_and_the_line_of_its_row(folder):
    folder.put(123, PDF)

    assert names(folder) == ["leaflet-CL-1A2B3C-000123.pdf"]
    assert folder.path(123).read_bytes() == PDF
    assert list(folder.lines()) == [123]


def test_a_finished_copy_is_known_by_its_id_and_its_end(folder):
    folder.put(1, PDF)
    folder.put(2, PDF[:-3])
    folder.put(3, PDF.replace(ID, b"f" * 32))

    assert folder.holds(1, ID)
    assert not any(folder.holds(line, ID) for line in (2, 3, 4))


def test_a_disk_that_fills_up_leaves_the_old_copy_and_no_half_one(folder, monkeypatch):
    folder.put(1, PDF)

    def full(*_arguments):
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "replace", full)

    with pytest.raises(CannotSave, match="the disk is full"):
        folder.put(1, b"new")
    assert names(folder) == ["leaflet-CL-1A2B3C-000001.pdf"]
    assert folder.path(1).read_bytes() == PDF


def test_only_what_a_killed_run_left_long_ago_is_cleared_away(folder):
    old, young, other = (
        folder.folder / f".leaflet-{name}.part" for name in ("CL-1A2B3C-a", "CL-1A2B3C-b", "CL-ZZZZZZ-a")
    )
    for part in (old, young, other):
        part.write_bytes(b"half")
    for part in (old, other):
        os.utime(part, (part.stat().st_mtime - 2 * LEFT_BEHIND_SECONDS,) * 2)

    folder.open()

    assert names(folder) == [young.name, other.name]


def test_two_runs_may_clear_away_at_once(folder, monkeypatch):
    monkeypatch.setattr("pathlib.Path.glob", lambda *_: [folder.folder / ".leaflet-CL-1A2B3C-gone.part"])

    folder.open()

    assert names(folder) == []


def test_files_of_other_names_are_not_counted(folder):
    for name in ("leaflet-CL-1A2B3C-all.pdf", "leaflet-CL-ZZZZZZ-000001.pdf", "letter.pdf"):
        (folder.folder / name).write_bytes(PDF)

    assert list(folder.lines()) == []


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").write_bytes(b"")

    with pytest.raises(CannotSave, match="not a folder"):
        CopyFolder(tmp_path / "file" / "copies", "CL-1A2B3C").open()


def test_all_copies_are_forced_to_the_disk_together(folder, monkeypatch):
    settled = []
    monkeypatch.setattr(copy_files, "_settle", lambda: settled.append(Path))

    folder.settle()

    assert len(settled) == 1
