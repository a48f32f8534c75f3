"""Texts go through their review by commands too."""

import json
import re
from types import SimpleNamespace

import click
import pytest

from leaflet_app.services import library_store
from leaflet_app.services.settings import change
from tests.fakes import a_desk
from tests.services.test_review_texts import edited

TEXT = "topics/insulinoma/en-GB.md"
UNTIL = ("--until", "2028-11-01")


def throw(fault):
    raise fault


def seen_now(desk):
    return library_store.newest(desk).files.ids()[TEXT][:10]


@pytest.fixture
def desk(home):
    desk = a_desk(home=home)
    change(desk, "library.editor", "Dr Ada Example")
    change(desk, "library.editor_role", "Consultant")
    change(desk, "library.registration", "GMC 1234567")
    return desk


def test_a_text_is_sent_and_approved_and_history_says_so(run, desk):
    assert "1.0.0 waits for a review" in run("library", "submit", "insulinoma", desk=desk).stdout
    listed = run("library", "reviews", desk=desk).stdout
    assert "For you to review" in listed
    (seen,) = re.findall(rf"\({TEXT}, ([0-9a-f]{{10}})\)", listed)
    approved = run("library", "approve", "insulinoma", "--until", "2028-11-01", "--seen", seen, desk=desk)

    assert "is approved by Dr Ada Example until 2028-11-01" in approved.stdout
    assert desk.library.topics["insulinoma"].review.registration == "GMC 1234567"
    assert "Approve version 1.0.0" in run("library", "history", "insulinoma", desk=desk).stdout


def test_what_may_not_be_approved_is_refused_in_words(run, desk):
    refused = run("library", "approve", "insulinoma", *UNTIL, "--seen", seen_now(desk), desk=desk)

    assert refused.exit_code == 2
    assert "Send it to review first." in refused.stderr


def test_where_nobody_is_asked_nothing_is_approved_unless_the_read_words_are_named(run, desk):
    run("library", "submit", "insulinoma", desk=desk)
    refused = run("library", "approve", "insulinoma", *UNTIL, desk=desk)

    assert refused.exit_code == 2
    assert "give --seen with the id that “library reviews” shows" in refused.stderr
    assert not desk.library.topics["insulinoma"].review.is_approved


def test_words_that_changed_since_they_were_read_are_not_approved(run, desk):
    run("library", "submit", "insulinoma", desk=desk)
    seen = seen_now(desk)
    edited(desk, "small lump", "little lump")
    run("library", "submit", "insulinoma", desk=desk)

    refused = run("library", "approve", "insulinoma", *UNTIL, "--seen", seen, desk=desk)
    assert "does not have the words that you read" in refused.stderr


@pytest.mark.parametrize("is_agreed", [True, False])
def test_at_a_terminal_the_changes_are_shown_and_asked_about(run, desk, monkeypatch, is_agreed):
    run("library", "submit", "insulinoma", desk=desk)
    run("library", "approve", "insulinoma", *UNTIL, "--seen", seen_now(desk), desk=desk)
    edited(desk, "small lump", "little lump")
    run("library", "submit", "insulinoma", desk=desk)
    monkeypatch.setattr(
        "leaflet_app.cli.library.approve.sys", SimpleNamespace(stdin=SimpleNamespace(isatty=lambda: True))
    )
    monkeypatch.setattr("click.confirm", lambda _asked, *, abort: is_agreed or throw(click.Abort()))
    done = run("library", "approve", "insulinoma", *UNTIL, "--name", "Dr Eve Example", desk=desk)

    assert "An insulinoma is a [-small-]{+little+} lump" in done.stdout
    assert "Version 1.0.0 → 1.1.0" in done.stdout
    assert "+++" not in done.stdout
    assert ("is approved by Dr Eve Example" in done.stdout) is is_agreed


def test_nobody_reads_at_a_terminal_what_cannot_be_approved(run, desk, monkeypatch):
    monkeypatch.setattr(
        "leaflet_app.cli.library.approve.sys", SimpleNamespace(stdin=SimpleNamespace(isatty=lambda: True))
    )
    refused = run("library", "approve", "insulinoma", *UNTIL, desk=desk)

    assert "does not wait for a review" in refused.stderr
    assert not refused.stdout


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
    content = library_store.newest(desk).files.ids()[TEXT]
    listed = json.loads(run("library", "reviews", "--json", "--ics", str(tmp_path / "a.ics"), desk=desk).stdout)

    assert {"group": "for_you", "file": TEXT, "title": "Insulinoma", "content": content} in listed
    assert (tmp_path / "a.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")


def test_what_is_for_me_and_what_is_mine_are_listed_apart(run, desk):
    edited(desk, "small lump", "little lump", author="dr ada example")
    run("library", "submit", "insulinoma", desk=desk)
    run("library", "submit", "gastrinoma", desk=desk)
    for_me, mine = (run("library", "reviews", flag, desk=desk).stdout for flag in ("--for-me", "--mine"))

    assert "For you to review:\n  Gastrinoma" in for_me
    assert "Insulinoma" not in for_me
    assert "Waiting for others:\n  Insulinoma" in mine
    assert "Gastrinoma" not in mine


def test_who_has_not_said_their_name_is_told_how(run, home):
    refused = run("library", "reviews", "--mine", desk=a_desk(home=home))

    assert refused.exit_code == 2
    assert "leaflet-app settings set library.editor" in refused.stderr


def test_what_changed_is_saved_to_be_signed(run, desk, tmp_path):
    result = run("library", "changes", "insulinoma", "--output", str(tmp_path / "signed.pdf"), desk=desk)

    assert result.stdout.strip().endswith("signed.pdf")
    assert (tmp_path / "signed.pdf").exists()


def test_who_sends_back_retires_or_brings_back_is_named_in_the_history(run, desk):
    run("library", "submit", "insulinoma", desk=desk)
    signed = ("--author", "Dr Eve Example")
    run("library", "send-back", "insulinoma", "--reason", "Too long.", *signed, desk=desk)
    first = library_store.history(desk, TEXT)[-1].commit
    run("library", "restore", "insulinoma", first, *signed, desk=desk)
    run("library", "retire", "insulinoma", "--reason", "Replaced.", *signed, desk=desk)

    assert [version.author for version in library_store.history(desk, TEXT)[:3]] == ["Dr Eve Example"] * 3


@pytest.mark.parametrize("step", [("submit",), ("send-back", "--reason", "Too long."), ("retire", "--reason", "Old.")])
def test_no_step_of_a_review_is_taken_in_nobodys_name(run, home, step):
    command, *rest = step
    refused = run("library", command, "insulinoma", *rest, desk=a_desk(home=home))

    assert refused.exit_code == 2
    assert "Add --author" in refused.stderr
