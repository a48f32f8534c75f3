"""Drafts of texts: private, whole, and there again after a crash."""

import stat
import sys
from datetime import UTC, datetime

import pytest

from leaflet_app.domain.errors import CannotSave
from leaflet_app.services import text_drafts
from leaflet_app.services.text_drafts import TextDraft

AT = datetime(2026, 11, 22, 10, 42, tzinfo=UTC)
DRAFT = TextDraft("topics/insulinoma/en-GB.md", "An insulinoma is rare.\n", "c0", AT)


@pytest.fixture
def home(tmp_path):
    return tmp_path / "home"


def test_a_draft_is_there_again(home):
    text_drafts.keep(home, DRAFT)

    assert text_drafts.left(home) == (DRAFT,)
    assert text_drafts.left_of(home, DRAFT.file) == DRAFT


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps no such modes")
def test_a_draft_is_for_this_person_alone(home):
    text_drafts.keep(home, DRAFT)
    text_drafts.keep(home, DRAFT)

    (path,) = (home / "edits").iterdir()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_draft_that_nobody_wants_is_gone(home):
    text_drafts.keep(home, DRAFT)
    text_drafts.forget(home, DRAFT.file)

    assert text_drafts.left(home) == ()
    text_drafts.forget(home, DRAFT.file)


def test_a_damaged_draft_hides_no_other(home):
    text_drafts.keep(home, DRAFT)
    (home / "edits" / "other.json").write_bytes(b"half")

    assert text_drafts.left(home) == (DRAFT,)


def test_a_draft_that_cannot_be_kept_leaves_the_one_before(home, monkeypatch):
    text_drafts.keep(home, DRAFT)

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(CannotSave, match="disk is full"):
        text_drafts.keep(home, TextDraft(DRAFT.file, "More.\n", "c0", AT))

    assert text_drafts.left(home) == (DRAFT,)


def test_a_first_draft_that_cannot_be_kept_leaves_nothing(home, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(CannotSave):
        text_drafts.keep(home, DRAFT)

    assert list((home / "edits").iterdir()) == []
