"""What fits what someone looks for in the register."""

from datetime import timedelta

import pytest

from leaflet_app.domain.given import GivenTopic, Way
from leaflet_app.domain.sought import Sought, count
from tests.builders import MADE_ON, a_given

A_DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("asked", "fits"),
    [
        (Sought(), True),
        (Sought(since=MADE_ON, until=MADE_ON), True),
        (Sought(since=MADE_ON + A_DAY), False),
        (Sought(until=MADE_ON - A_DAY), False),
        (Sought(topic="insulinoma", version="1.0.0"), True),
        (Sought(topic="insulinoma", version="1.1.0"), False),
        (Sought(topic="coping"), False),
        (Sought(way=Way.PRINT), True),
        (Sought(way=Way.EMAIL), False),
        (Sought(desk="Front desk"), True),
        (Sought(desk="Ward 2"), False),
        (Sought(passport="CL-7K3M9Q-4F"), True),
        (Sought(passport="CL-000000-00"), False),
        (Sought(edition="0" * 64), True),
        (Sought(edition="1" * 64), False),
    ],
)
def test_an_entry_fits_when_all_that_is_asked_is_so(asked, fits):
    assert asked.fits(a_given()) is fits


def test_the_version_asked_for_is_that_of_the_topic_asked_for():
    given = a_given(topics=(GivenTopic("insulinoma", "1.0.0"), GivenTopic("coping", "2.0.0")))

    assert not Sought(topic="insulinoma", version="2.0.0").fits(given)


def test_nothing_is_counted_as_nothing():
    assert (count(()).entries, count(()).leaflets) == (0, 0)
