"""Small runs of what `python -m tests.faults.library sharing` does at length."""

import errno
import os

import pytest

from tests.faults.library import sharing
from tests.faults.library.outcome import Outcome
from tests.faults.library.sharing_refused import refuse_each
from tests.library.store.git_hosts import GIT

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="this system makes no copies of a program"),
    pytest.mark.skipif(GIT is None, reason="git is not installed"),
]


def test_a_desk_killed_while_it_shares_has_lost_nothing():
    outcome = sharing.kills(2)

    assert (outcome.tried, outcome.wrong) == (2, [])


def test_desks_that_share_at_once_lose_nothing():
    assert sharing.race(6).wrong == []


def test_desks_that_share_at_once_through_a_server_lose_nothing():
    assert sharing.race(4, over=sharing.over_https).wrong == []


def test_desks_that_change_one_text_overwrite_nothing():
    assert sharing.race(6, what="one").wrong == []


@pytest.mark.parametrize(("error", "is_lasting"), [(errno.ENOSPC, True), (errno.EIO, False)])
def test_whatever_a_disk_refuses_both_sides_are_whole_and_go_on(error, is_lasting):
    outcome = Outcome("small")
    refuse_each(outcome, error, is_lasting=is_lasting, step=17)

    assert outcome.wrong == []
    assert outcome.tried > 3
