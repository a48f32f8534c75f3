"""An entry of the register in words."""

from leaflet_app.domain.given import GivenTopic, Way
from leaflet_app.domain.given_words import moment_said, record_line, topics_said
from leaflet_app.domain.look import Format
from tests.builders import a_given, a_selection

TITLES = {"insulinoma": "Insulinoma"}


def test_a_line_for_the_record_says_what_was_given_when_and_how_and_to_nobody():
    assert record_line(a_given(reference="ZQ-4711"), TITLES) == (
        "22 Nov 2026: patient leaflet “Insulinoma”, version 1.0.0, A4, English, code CL-7K3M9Q-4F, printed"
    )


def test_a_line_for_the_record_names_every_version_once_and_counts_copies():
    given = a_given(
        way=Way.SAVE,
        copies=3,
        topics=(GivenTopic("insulinoma", "1.0.0"), GivenTopic("gone", "1.1.0"), GivenTopic("coping", "1.0.0")),
        selection=a_selection(format=Format.BOOKLET, language="ur"),
    )

    assert record_line(given, TITLES) == (
        "22 Nov 2026: patient leaflet “Insulinoma; gone; coping”, versions 1.0.0 / 1.1.0, A5 booklet on A4, Urdu, "
        "code CL-7K3M9Q-4F, saved as PDF, 3 copies"
    )


def test_a_topic_that_is_gone_since_is_called_by_its_name_in_commands():
    assert topics_said(a_given(), {}) == "insulinoma"


def test_a_moment_is_told_as_on_the_wall_here():
    given = a_given()
    assert moment_said(given) == f"22 Nov 2026, {given.given_at.astimezone():%H:%M}"


def test_every_way_has_words():
    assert all(way.label for way in Way)
