"""Drafts of texts: private, whole, and there again after a crash."""

import json
import stat
import sys
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from leaflet_app.domain.errors import CannotSave
from leaflet_app.domain.topic import Kind, Site
from leaflet_app.services import text_drafts
from leaflet_app.services.edit_text import begin_topic
from leaflet_app.services.text_drafts import TextDraft
from tests.fakes import a_desk

AT = datetime(2026, 11, 22, 10, 42, tzinfo=UTC)
DRAFT = TextDraft("topics/insulinoma/en-GB.md", "An insulinoma is rare.\n", "c0", AT)


@pytest.fixture
def home(tmp_path):
    return tmp_path / "home"


def test_a_draft_is_there_again(home):
    text_drafts.keep(home, DRAFT)

    assert text_drafts.left(home) == (DRAFT.file,)
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

    assert text_drafts.left(home) == (DRAFT.file,)


def test_a_draft_that_cannot_be_kept_leaves_the_one_before(home, monkeypatch):
    text_drafts.keep(home, DRAFT)

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(CannotSave, match="disk is full"):
        text_drafts.keep(home, TextDraft(DRAFT.file, "More.\n", "c0", AT))

    assert text_drafts.left_of(home, DRAFT.file) == DRAFT


def test_a_first_draft_that_cannot_be_kept_leaves_nothing(home, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(CannotSave):
        text_drafts.keep(home, DRAFT)

    assert list((home / "edits").iterdir()) == []


def test_a_draft_holds_lists_and_pictures_and_what_was_taken_away(home):
    draft = replace(
        DRAFT, beside={"sources.toml": b"[[source]]\n", "topics/a/scan.png": b"\x89PNG\x00", "old.png": None}
    )
    text_drafts.keep(home, draft)

    assert text_drafts.left_of(home, DRAFT.file) == draft
    assert text_drafts.left(home) == (DRAFT.file,)


def test_a_draft_of_an_older_program_is_still_read(home):
    text_drafts.keep(home, DRAFT)
    (path,) = (home / "edits").iterdir()
    older = json.loads(path.read_text())
    del older["beside"]
    path.write_text(json.dumps(older))

    assert text_drafts.left_of(home, DRAFT.file) == DRAFT


def test_a_draft_that_is_too_large_is_refused_and_the_one_before_stays(home, monkeypatch):
    text_drafts.keep(home, DRAFT)
    monkeypatch.setattr(text_drafts, "LARGEST", 4000)

    with pytest.raises(CannotSave, match="more pictures than a draft can"):
        text_drafts.keep(home, replace(DRAFT, beside={"topics/a/scan.png": bytes(4000)}))
    assert text_drafts.left_of(home, DRAFT.file) == DRAFT


def test_a_topic_begun_again_opens_what_was_left_of_it(home):
    desk = a_desk(home=home)
    file = begin_topic(desk, "a-new-topic", "A new topic", Kind.TUMOUR, Site.PANCREAS)
    text_drafts.keep(home, replace(text_drafts.left_of(home, file), text="All that was written.\n"))

    assert begin_topic(desk, "a-new-topic", "A new topic", Kind.TUMOUR, Site.PANCREAS) == file
    assert text_drafts.left_of(home, file).text == "All that was written.\n"
