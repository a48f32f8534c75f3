"""Choosing topics by id."""

import pytest

from leaflet_app.domain.errors import TopicHasFaults, TopicRetired, UnknownTopic
from leaflet_app.domain.faults import Fault
from leaflet_app.domain.topic import Kind
from leaflet_app.services.choose_topics import choose
from tests.builders import RETIRED, a_library, a_topic

LIBRARY = a_library(
    a_topic("insulinoma"),
    a_topic("gastrinoma"),
    a_topic("net-overview", kind=Kind.OVERVIEW),
    a_topic("coping", kind=Kind.SUPPORT),
)


def test_an_overview_comes_before_a_tumour_and_support_comes_last():
    assert choose(LIBRARY, ["coping", "insulinoma", "net-overview"]) == ("net-overview", "insulinoma", "coping")


def test_tumours_keep_the_order_of_the_clinician():
    assert choose(LIBRARY, ["insulinoma", "gastrinoma"]) == ("insulinoma", "gastrinoma")
    assert choose(LIBRARY, ["gastrinoma", "insulinoma"]) == ("gastrinoma", "insulinoma")


def test_a_topic_named_twice_is_chosen_once():
    assert choose(LIBRARY, ["insulinoma", "insulinoma"]) == ("insulinoma",)


def test_an_unknown_topic_gets_a_suggestion():
    with pytest.raises(UnknownTopic) as fault:
        choose(LIBRARY, ["insulimona"])

    assert fault.value.message == "There is no topic called “insulimona”."
    assert fault.value.remedy == "Did you mean insulinoma?"


def test_a_topic_with_faults_cannot_be_chosen():
    faulty = {"vipoma": (Fault("topics/vipoma/en-GB.md", 3, "the title is empty", "give it one"),)}

    with pytest.raises(TopicHasFaults, match=r"topics/vipoma/en-GB\.md:3"):
        choose(a_library(faulty=faulty), ["vipoma"])


def test_a_retired_topic_goes_into_no_new_leaflet():
    with pytest.raises(TopicRetired, match="“Vipoma” is retired and goes into no new leaflet"):
        choose(a_library(a_topic("vipoma", review=RETIRED)), ["vipoma"])


def test_a_topic_already_in_a_leaflet_does_not_keep_another_out_by_being_retired():
    library = a_library(a_topic("vipoma", review=RETIRED), a_topic("insulinoma"))

    assert library.placed(("vipoma",), "insulinoma") == ("vipoma", "insulinoma")


def test_no_retired_topic_is_suggested():
    with pytest.raises(UnknownTopic, match="Run “leaflet-app topics”"):
        choose(a_library(a_topic("vipoma", review=RETIRED)), ["vipomas"])
