"""The first steps are offered once, and can be gone on with."""

from dataclasses import replace

import pytest

from leaflet_app.domain.practice import Practice
from leaflet_app.services.practice import keep, kept
from leaflet_app.services.practice_first_steps import FirstSteps, are_wanted, begun_from, load, put_off
from tests.fakes import a_desk


@pytest.fixture
def desk(library, home):
    return a_desk(library, home=home)


def test_they_are_wanted_where_nothing_was_ever_changed(desk):
    assert are_wanted(desk)


def test_put_off_once_they_are_never_offered_unasked_again(desk):
    put_off(desk, FirstSteps())

    assert not are_wanted(desk)


def test_a_practice_that_somebody_filled_in_needs_none(desk):
    before = kept(desk)
    keep(desk, before, replace(before.practice, name="Hill Clinic"), "Ada Hill")

    assert not are_wanted(desk)


def test_they_begin_empty_where_the_details_are_another_s(desk):
    assert kept(desk).is_shipped
    assert begun_from(kept(desk)) == Practice("", "")


def test_they_begin_with_what_somebody_filled_in(desk):
    before = kept(desk)
    after = keep(desk, before, replace(before.practice, name="Hill Clinic"), "Ada Hill")

    assert not after.is_shipped
    assert begun_from(kept(desk)) == after.practice


def test_what_was_typed_is_there_the_next_time(desk):
    steps = FirstSteps(step=1, typed={"name": "Hill", "band": "#101010"}, logo=b"\x89PNG")
    put_off(desk, steps)

    assert load(desk) == steps


@pytest.mark.parametrize(
    "damaged",
    [
        "",
        "[]",
        "{}",
        '{"is_over": 1, "step": "x", "typed": {}}',
        '{"typed": 3}',
        '{"is_over":0,"step":0,"typed":{},"logo":"%"}',
    ],
)
def test_a_damaged_file_is_as_none(desk, damaged):
    (desk.home / "first-steps.json").write_text(damaged)

    assert load(desk) == FirstSteps()
    assert not are_wanted(desk)
