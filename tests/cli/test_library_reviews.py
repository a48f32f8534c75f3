"""Texts go through their review by commands too."""

import json

import pytest

from leaflet_app.services import library_store
from leaflet_app.services.settings import change
from tests.fakes import a_desk

TEXT = "topics/insulinoma/en-GB.md"


@pytest.fixture
def desk(home):
    desk = a_desk(home=home)
    change(desk, "library.editor", "Dr Ada Example")
    change(desk, "library.editor_role", "Consultant")
    change(desk, "library.registration", "GMC 1234567")
    return desk


def test_a_text_is_sent_and_approved_and_history_says_so(run, desk):
    assert "1.0.0 waits for a review" in run("library", "submit", "insulinoma", desk=desk).stdout
    assert "Waiting for a review" in run("library", "reviews", desk=desk).stdout
    approved = run("library", "approve", "insulinoma", "--until", "2028-11-01", desk=desk)

    assert "is approved by Dr Ada Example until 2028-11-01" in approved.stdout
    assert desk.library.topics["insulinoma"].review.registration == "GMC 1234567"
    assert "Approve version 1.0.0" in run("library", "history", "insulinoma", desk=desk).stdout


def test_what_may_not_be_approved_is_refused_in_words(run, desk):
    refused = run("library", "approve", "insulinoma", "--until", "2028-11-01", desk=desk)

    assert refused.exit_code == 2
    assert "Send it to review first." in refused.stderr


def test_a_text_goes_back_with_a_reason_and_is_retired_with_one(run, desk):
    run("library", "submit", "insulinoma", desk=desk)
    assert "is a draft again" in run("library", "send-back", "insulinoma", "--reason", "Too long.", desk=desk).stdout
    assert "is retired" in run("library", "retire", "insulinoma", "--reason", "Replaced.", desk=desk).stdout
    messages = [version.message for version in library_store.history(desk, TEXT)]

    assert any("Replaced." in message for message in messages)
    assert any("Too long." in message for message in messages)
    assert "insulinoma" not in desk.library.offered


def test_what_waits_can_be_read_by_programs_and_saved_for_a_calendar(run, desk, tmp_path):
    run("library", "submit", "insulinoma", desk=desk)
    listed = json.loads(run("library", "reviews", "--json", "--ics", str(tmp_path / "a.ics"), desk=desk).stdout)

    assert {"group": "waiting", "file": TEXT, "title": "Insulinoma"} in listed
    assert (tmp_path / "a.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")


def test_what_changed_is_saved_to_be_signed(run, desk, tmp_path):
    result = run("library", "changes", "insulinoma", "--output", str(tmp_path / "signed.pdf"), desk=desk)

    assert result.stdout.strip().endswith("signed.pdf")
    assert (tmp_path / "signed.pdf").exists()
