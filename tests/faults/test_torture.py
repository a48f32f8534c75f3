"""A small torture: a failing server, a killed desk, and no mail lost or sent twice."""

import os

import pytest

from tests.faults.torture import Torture


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system makes no copies of a program")
def test_through_faults_and_kills_no_mail_is_lost_or_sent_twice(tmp_path):
    figures = Torture(seed=5, mails=8, kill_after=(0.05, 0.4), most_seconds=60, patience_seconds=0.2, hurry=50_000).run(
        tmp_path
    )

    assert (figures.silently_lost, figures.duplicates, figures.wrong) == (0, 0, [])
    assert figures.sent + figures.failed + figures.unconfirmed == figures.mails
    assert figures.kills
    assert figures.faults
