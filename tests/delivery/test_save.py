"""A file is written whole or not at all, whatever the disk does."""

import errno
import io
import os
import stat
import sys
from pathlib import Path

import pytest

from leaflet_app.delivery.save import pour_whole, save_whole
from leaflet_app.domain.errors import CannotSave

OLD, NEW = b"the old leaflet", b"the new leaflet"


@pytest.fixture
def file(tmp_path):
    """Return a file that is there already, alone in its folder."""
    path = tmp_path / "files" / "leaflet.pdf"
    path.parent.mkdir()
    path.write_bytes(OLD)
    return path


def failing(number):
    """Return a stand-in for any system call that fails with this number."""

    def fail(*_arguments, **_options):
        raise OSError(number, os.strerror(number))

    return fail


def nothing_changed(file: Path) -> bool:
    return file.read_bytes() == OLD and list(file.parent.iterdir()) == [file]


def test_a_new_file_is_written_and_nothing_else(tmp_path):
    folder = tmp_path / "new"
    folder.mkdir()

    save_whole(folder / "leaflet.pdf", NEW)

    assert [path.read_bytes() for path in folder.iterdir()] == [NEW]


def test_an_old_file_is_replaced(file):
    save_whole(file, NEW)

    assert file.read_bytes() == NEW
    assert list(file.parent.iterdir()) == [file]


@pytest.mark.parametrize("call", ["os.fsync", "os.replace", "pathlib.Path.open", "pathlib.Path.chmod"])
@pytest.mark.parametrize(
    ("number", "why"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EACCES, "you may not write there"),
        (errno.EROFS, "this disk can only be read"),
        (errno.EIO, "the disk reported a fault"),
        (errno.EBUSY, "it is open in another program"),
        (errno.EFBIG, "the disk does not take a file of this size"),
        (errno.EXDEV, "the computer refused to write it"),
    ],
)
def test_a_fault_at_any_step_keeps_the_old_file_and_says_why(file, monkeypatch, call, number, why):
    monkeypatch.setattr(call, failing(number))

    with pytest.raises(CannotSave) as fault:
        save_whole(file, NEW)

    monkeypatch.undo()
    assert fault.value.message == f"“leaflet.pdf” could not be saved: {why}. Nothing was lost."
    assert fault.value.remedy.endswith(".")
    assert nothing_changed(file)


def test_an_interrupt_leaves_no_half_file(file, monkeypatch):
    def interrupt(_handle):
        raise KeyboardInterrupt

    monkeypatch.setattr("os.fsync", interrupt)

    with pytest.raises(KeyboardInterrupt):
        save_whole(file, NEW)

    assert nothing_changed(file)


def test_a_missing_folder_is_not_made_up(tmp_path):
    with pytest.raises(CannotSave, match="the folder does not exist"):
        save_whole(tmp_path / "missing" / "leaflet.pdf", NEW)

    assert not (tmp_path / "missing").exists()


def test_a_folder_of_that_name_stays(tmp_path):
    (tmp_path / "leaflet.pdf").mkdir()

    with pytest.raises(CannotSave, match="a folder or device has this name"):
        save_whole(tmp_path / "leaflet.pdf", NEW)


def test_a_file_in_place_of_a_folder_is_told(file):
    with pytest.raises(CannotSave, match="a part of its path is a file"):
        save_whole(file / "leaflet.pdf", NEW)

    assert nothing_changed(file)


def test_a_write_protected_file_is_not_written_over(file):
    file.chmod(0o444)

    with pytest.raises(CannotSave, match="write-protected"):
        save_whole(file, NEW)

    assert nothing_changed(file)


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_can_only_be_read_is_told(file):
    file.parent.chmod(0o555)
    try:
        with pytest.raises(CannotSave, match="you may not write there"):
            save_whole(file, NEW)
        assert nothing_changed(file)
    finally:
        file.parent.chmod(0o755)


def test_a_name_too_long_is_told(tmp_path):
    with pytest.raises(CannotSave, match="the name is too long"):
        save_whole(tmp_path / ("n" * 300 + ".pdf"), NEW)


def test_a_name_with_a_null_character_is_told(tmp_path):
    with pytest.raises(CannotSave, match="no file may have"):
        save_whole(tmp_path / "a\0b.pdf", NEW)


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_a_link_stays_a_link_and_the_file_behind_it_is_written(file):
    link = file.with_name("link.pdf")
    link.symlink_to(file)

    save_whole(link, NEW)

    assert link.is_symlink()
    assert file.read_bytes() == NEW


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_a_link_back_to_itself_is_told(file):
    link = file.with_name("loop.pdf")
    link.symlink_to(link)

    with pytest.raises(CannotSave, match="leads back to itself"):
        save_whole(link, NEW)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights otherwise")
def test_the_rights_of_the_old_file_stay(file):
    file.chmod(0o640)

    save_whole(file, NEW)

    assert file.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(sys.platform == "win32", reason="Windows opens no folders")
def test_content_and_name_both_survive_a_power_cut(file, monkeypatch):
    flushed = []
    monkeypatch.setattr("os.fsync", lambda handle: flushed.append(stat.S_IFMT(os.fstat(handle).st_mode)))

    save_whole(file, NEW)

    assert flushed == [stat.S_IFREG, stat.S_IFDIR]


def test_a_folder_that_cannot_be_flushed_is_no_fault(file, monkeypatch):
    monkeypatch.setattr("os.open", failing(errno.EACCES))

    save_whole(file, NEW)

    assert file.read_bytes() == NEW


def test_a_full_disk_behind_a_stream_is_told():
    stream = io.BytesIO()
    stream.flush = failing(errno.ENOSPC)

    with pytest.raises(CannotSave, match="the disk is full"):
        pour_whole(stream, NEW)


def test_a_reader_that_left_is_no_fault_of_saving():
    stream = io.BytesIO()
    stream.write = failing(errno.EPIPE)

    with pytest.raises(BrokenPipeError):
        pour_whole(stream, NEW)
