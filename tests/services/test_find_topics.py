"""Finding topics at the desk."""

from leaflet_app.library.search import TopicIndex
from leaflet_app.services.find_topics import find
from tests.builders import a_library, a_topic


def test_topics_are_found_best_first():
    library = a_library(a_topic(), a_topic("vipoma"))

    assert find(TopicIndex(library), library, "vip") == ("vipoma",)


def test_a_topic_that_has_left_the_library_is_not_offered():
    before = a_library(a_topic(), a_topic("vipoma"))

    assert find(TopicIndex(before), a_library(a_topic()), "vipoma") == ()
