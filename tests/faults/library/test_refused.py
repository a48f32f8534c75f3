"""A disk that refuses: the library is as before or as after, and the next save works."""

import errno
import os
import re
import shutil

import pytest

from leaflet_app.domain.errors import StoreUnusable
from leaflet_app.library.store.repository import Store
from tests.faults.library.outcome import Outcome
from tests.faults.library.refused import ASKED, AT, NEW, Hits, begun, refuse_each, saved_under_strace

READ_ONLY = {"execve", "read", "lseek", "fstat", "close", "getdents64", "ioctl", "fcntl", "mmap"}


@pytest.mark.parametrize(("error", "is_lasting"), [(errno.ENOSPC, True), (errno.EIO, False)])
def test_whatever_the_disk_refuses_the_library_is_whole_and_goes_on(error, is_lasting):
    outcome, hit = Outcome("small"), Hits()
    refuse_each(outcome, hit, NEW, error, is_lasting=is_lasting)

    assert outcome.wrong == []
    assert min(hit.old, hit.new) >= 1
    assert outcome.tried > 20


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EROFS, "nothing may be written"),
        (errno.EACCES, "may not read or write"),
        (errno.EIO, "does not answer"),
        (errno.EBUSY, "refuses it"),
    ],
)
def test_the_reason_is_told_in_words(tmp_path, monkeypatch, error, words):
    def refuse(*_):
        raise OSError(error, os.strerror(error))

    with Store.open(begun(tmp_path / "library.git")) as store:
        monkeypatch.setattr(os, "fsync", refuse)
        with pytest.raises(StoreUnusable, match=words):
            store.save(NEW, "Ann Lee", "Change", base=store.head, at=AT)


@pytest.mark.skipif(shutil.which("strace") is None, reason="no strace on this machine to look on")
def test_what_can_be_refused_is_all_that_a_save_asks_of_the_system(tmp_path):
    folder, trace = begun(tmp_path / "library.git"), tmp_path / "trace"
    if saved_under_strace(folder, trace, "trace=file,desc"):
        pytest.skip("strace may not look on here")
    calls = [line.split(" ", 1)[1].strip() for line in trace.read_text().splitlines() if str(folder) in line]
    changing = {name for call in calls if (name := changes_files(call))}

    assert changing <= {*ASKED, "utimensat"} - {"open"} | {"openat"}
    assert {"write", "fsync", "rename", "openat"} <= changing


def changes_files(call):
    """Return the name of a call of the system that changes files; nothing for one that only looks."""
    name = re.match(r"\w+", call)
    if not name or re.search(r"stat|access|readlink|chdir", name[0]) or name[0] in READ_ONLY:
        return ""
    return "" if name[0] == "openat" and not re.search("O_WRONLY|O_RDWR|O_CREAT", call) else name[0]
