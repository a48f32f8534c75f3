"""Drafts as files: private, named for nobody, and gone within a day."""

import os
import stat
import sys

import pytest

from leaflet_app import paths
from leaflet_app.delivery.mail.draft import FOLDER, SECONDS_KEPT, discard, shown, sweep, write_draft
from leaflet_app.domain.errors import CannotSave
from tests.kept import holding
from tests.records.letters import ADDRESS, a_letter


def grow_old(folder):
    """Make a folder look older than drafts are kept."""
    then = folder.stat().st_mtime - SECONDS_KEPT - 60
    os.utime(folder, (then, then))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps permissions otherwise")
def test_nobody_else_may_read_a_draft(home):
    files = write_draft(home, a_letter())

    for file in (files.draft, files.attachment, shown(files.attachment)):
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_no_name_of_a_file_tells_anything(home):
    files = write_draft(home, a_letter(file_name="leaflet.pdf"))

    assert files.draft.name == "letter.eml"
    assert files.attachment.name == "leaflet.pdf"
    assert files.attachment.read_bytes() == a_letter().pdf
    assert holding(home, ADDRESS) == [os.fspath(files.draft.relative_to(home))]


def test_two_drafts_do_not_meet(home):
    assert write_draft(home, a_letter()).draft != write_draft(home, a_letter()).draft


def test_old_drafts_are_swept_and_new_ones_stay(home):
    old, new = write_draft(home, a_letter()), write_draft(home, a_letter())
    seen = shown(old.attachment)
    grow_old(old.draft.parent)
    grow_old(seen.parent)

    sweep(home)

    assert not old.draft.parent.exists()
    assert new.draft.exists()
    assert not seen.parent.parent.exists()
    assert paths.downloads().exists()


def test_a_draft_that_nobody_took_leaves_nothing_behind(home):
    discard(write_draft(home, a_letter()))

    assert not (home / FOLDER).exists()


def test_a_home_that_takes_no_files_is_told(home):
    (home / FOLDER).write_text("in the way")

    with pytest.raises(CannotSave, match="not a folder"):
        write_draft(home, a_letter())


def test_sweeping_where_nothing_was_written_does_nothing(home):
    sweep(home)

    assert not list(home.iterdir())
