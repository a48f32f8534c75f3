"""Small runs of what `python -m tests.faults.library` does at length."""

import os

import pytest

from tests.faults.library import desks, disks, flips, kills, mangled


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system makes no copies of a program")
def test_a_desk_killed_while_it_saves_has_lost_nothing_it_acknowledged():
    outcome = kills.run(6)

    assert (outcome.tried, outcome.wrong) == (6, [])


def test_two_people_overwrite_nothing_of_each_other():
    outcome = desks.run(15)

    assert outcome.wrong == []


def test_a_turned_bit_never_gives_another_text():
    outcome = flips.run(60, seed=7)

    assert outcome.wrong == []


def test_a_mangled_library_opens_with_what_is_good():
    outcome = mangled.run(20, seed=7)

    assert outcome.wrong == []


@pytest.mark.skipif(not disks.may_mount(), reason="only root may mount a disk to fill")
def test_a_full_disk_and_one_that_may_only_be_read_leave_the_library_as_it_was():
    outcome = disks.run(1)

    assert (outcome.tried, outcome.wrong) == (2, [])
