"""A leaflet named by its topics, for whoever must shorten it."""

from leaflet_app.domain.blocks import words
from leaflet_app.domain.named import longest, named
from leaflet_app.domain.topic import SectionKey
from tests.builders import a_leaflet, a_section, a_topic


def a_leaflet_of(*ids, **changes):
    return a_leaflet(*(a_topic(each, **changes) for each in ids))


def test_one_topic_gives_the_leaflet_its_name():
    assert named(a_leaflet_of("insulinoma")) == "The leaflet of “Insulinoma”"


def test_several_topics_are_all_named():
    leaflet = a_leaflet_of("insulinoma", "vipoma", "gastrinoma", shared=("treat-surgery",))

    assert named(leaflet) == "The leaflet of “Insulinoma”, “Vipoma” and “Gastrinoma”"


def test_many_topics_are_counted():
    assert named(a_leaflet_of(*"abcdefg")) == "The leaflet of “A”, “B”, “C”, “D” and 3 more topics"


def test_the_topic_that_is_by_far_the_longest_is_named():
    long = a_section(SectionKey.SYMPTOMS, "What you may notice", "You may feel shaky. " * 100)
    topics = (a_topic("insulinoma"), a_topic("vipoma", sections=(a_section(), long)))

    assert longest(a_leaflet(*topics)) == "“Vipoma”"


def test_topics_of_a_length_are_not_to_blame():
    longer = a_section(SectionKey.SYMPTOMS, "What you may notice", "You may feel shaky. " * 3)
    topics = (a_topic("insulinoma"), a_topic("vipoma", sections=(a_section(), longer)))

    assert not longest(a_leaflet_of("insulinoma", "vipoma"))
    assert not longest(a_leaflet(*topics))


def test_a_topic_alone_is_not_to_be_left_out():
    assert not longest(a_leaflet_of("insulinoma", questions=(words("Why? " * 100),)))
