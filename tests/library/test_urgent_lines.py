"""Reasons to get help fast that topics share: a leaflet of several prints each id once, in the first topic's words."""

import pytest

from leaflet_app.domain.blocks import plain
from leaflet_app.domain.topic import Urgency
from tests.builders import a_library, a_topic, an_urgent_line


def at_odds(library):
    """Return the ids of which topics say different words, or give different urgencies."""
    said = {}
    for line in (line for topic in library.topics.values() for line in topic.urgent):
        said.setdefault(line.id, set()).add((line.urgency, plain(line.text)))
    return sorted(line_id for line_id, ways in said.items() if len(ways) > 1)


def test_topics_give_one_urgency_and_one_wording_for_each_reason_to_get_help(library):
    assert at_odds(library) == []


def test_every_reason_to_get_help_has_an_id(library):
    assert [topic.id for topic in library.topics.values() if not all(line.id for line in topic.urgent)] == []


@pytest.mark.parametrize(
    "other",
    [an_urgent_line("someone falls asleep"), an_urgent_line(urgency=Urgency.SAME_DAY)],
    ids=["words", "urgency"],
)
def test_topics_at_odds_about_a_reason_are_found(other):
    library = a_library(a_topic("insulinoma"), a_topic("vipoma", urgent=(other,)))

    assert at_odds(library) == ["collapse"]
