"""Clocks that go wrong: on this desk, or on another whose versions came with the shared library."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from dulwich.objects import Commit

from leaflet_app.library.store.commits import NEVER, commit_of, version_of

TREE = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"


def made_at(seconds) -> Commit:
    commit = commit_of(TREE, (), "Ann Lee", "Change a text", NEVER)
    commit.author_time = commit.commit_time = seconds
    return commit


@pytest.mark.parametrize("at", [datetime(1, 1, 1, tzinfo=UTC), datetime(1969, 12, 31, tzinfo=UTC), NEVER])
def test_no_version_is_from_before_git_s_time(at):
    assert version_of(commit_of(TREE, (), "Ann Lee", "Change a text", at), ()).at == NEVER


@pytest.mark.parametrize("seconds", [-1, -(2**40), 2**62, int(datetime(9999, 12, 31, tzinfo=UTC).timestamp())])
@pytest.mark.parametrize("hours", [-12, 0, 14])
def test_a_time_that_no_calendar_has_can_be_told_at_every_desk(seconds, hours):
    told = version_of(made_at(seconds), ()).at

    assert told.astimezone(timezone(timedelta(hours=hours)))
    assert told == NEVER


def test_a_clock_of_another_century_is_believed():
    at = datetime(2100, 1, 1, tzinfo=UTC)

    assert version_of(commit_of(TREE, (), "Ann Lee", "Change a text", at), ()).at == at
