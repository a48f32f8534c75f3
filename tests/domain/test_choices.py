"""What a clinician may choose for one leaflet, and what may not be chosen."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaflet_app.domain.blocks import Box, Tone, texts
from leaflet_app.domain.compose import compose
from leaflet_app.domain.errors import NothingChosen, SectionMustStay, TopicHasFaults, UnknownSection, UnknownTopic
from leaflet_app.domain.faults import Fault
from leaflet_app.domain.selection import Recipient
from leaflet_app.domain.topic import Kind, SectionKey
from tests.builders import DRAFT, a_leaflet, a_library, a_section, a_selection, a_topic
from tests.domain.reading import box, said


def test_nothing_chosen_says_what_to_do():
    with pytest.raises(NothingChosen, match="Tick at least one topic"):
        compose(a_library(), a_selection())


def test_an_unknown_topic_gets_a_suggestion():
    with pytest.raises(UnknownTopic, match="Did you mean insulinoma"):
        compose(a_library(), a_selection("insulimona"))


def test_a_topic_with_faults_cannot_be_printed():
    fault = Fault("topics/vipoma/en-GB.md", 7, "the title is empty", "write one")

    with pytest.raises(TopicHasFaults, match=r"vipoma/en-GB\.md:7: the title is empty, write one"):
        compose(a_library(faulty={"vipoma": (fault,)}), a_selection("vipoma"))


@pytest.mark.parametrize("key", ["urgent", "insulinoma/urgent", "contact", "disclaimer", "about", "review"])
def test_what_keeps_people_safe_cannot_be_left_out(key):
    with pytest.raises(SectionMustStay):
        a_leaflet(without=frozenset({key}))


def test_a_section_that_no_topic_has_gets_the_list_of_those_there_are():
    with pytest.raises(UnknownSection, match="glance, glossary, more, questions, sources, support, what"):
        a_leaflet(without=frozenset({"simptoms"}))


@pytest.mark.parametrize(
    ("key", "gone"),
    [
        ("glance", "At a glance"),
        ("more", "More about tests and treatments"),
        ("questions", "Questions to ask"),
        ("glossary", "Words explained"),
        ("support", "Who can help"),
        ("sources", "Where the figures come from"),
        ("what", "What is it?"),
        ("insulinoma/glance", "At a glance"),
        ("insulinoma/more", "More about tests and treatments"),
        ("insulinoma/questions", "Questions to ask"),
        ("insulinoma/support", "Who can help"),
        ("insulinoma/what", "What is it?"),
    ],
)
def test_every_other_part_can_be_left_out(key, gone):
    section = a_section(SectionKey.WHAT, "What is it?", "It makes a hormone.")
    topic = a_topic(sections=(section,), shared=("treat-surgery",), support=("ncuk",))

    assert gone in said(a_leaflet(topic))
    assert gone not in said(a_leaflet(topic, without=frozenset({key})))


@pytest.mark.parametrize("key", ["insulinoma/glossary", "vipoma/sources", "vipoma/what", "gastrinoma/glance"])
def test_what_would_leave_nothing_out_is_told(key):
    bare = a_topic("vipoma", sections=(), questions=())

    with pytest.raises(UnknownSection):
        a_leaflet(a_topic(), bare, without=frozenset({key}))


def test_topics_of_several_versions_tell_the_oldest_and_the_newest():
    versions = (replace(DRAFT, version=version) for version in ("0.10.0", "0.9.0", "0.9.1"))
    leaflet = a_leaflet(*(a_topic(f"t{number}", review=review) for number, review in enumerate(versions)))

    assert leaflet.version == "0.9.0–0.10.0"
    assert "· version 0.9.0–0.10.0 ·" in leaflet.footer


def test_the_note_has_a_box_of_its_own_with_each_line_a_paragraph():
    leaflet = a_leaflet(note="Eat often.\n\n  Ring me on Monday. ")

    assert list(texts((box(leaflet, Tone.NOTE),))) == ["A note for you", "Eat often.", "Ring me on Monday."]


@pytest.mark.parametrize("note", ["", " \n\t "])
def test_an_empty_note_prints_no_box(note):
    assert not any(isinstance(block, Box) and block.tone is Tone.NOTE for block in a_leaflet(note=note).blocks)


@pytest.mark.parametrize(
    ("recipient", "line"),
    [
        (Recipient("Ada Byron", "A-12"), "For: Ada Byron · A-12"),
        (Recipient("", "A-12"), "For: A-12"),
        (Recipient(" ", ""), ""),
    ],
)
def test_name_and_reference_are_optional(recipient, line):
    assert a_leaflet(recipient=recipient).for_person == line


def test_the_code_tells_the_text_and_nothing_of_the_person():
    plain = a_leaflet()

    assert a_leaflet(recipient=Recipient("Ada"), note="Hello.", made_on=date(2027, 1, 1)).code == plain.code
    assert a_leaflet(without=frozenset({"what"})).code != plain.code
    assert a_leaflet(a_topic(review=DRAFT)).code != plain.code


def test_a_long_row_of_titles_becomes_a_short_one():
    few = a_leaflet(a_topic(), a_topic("vipoma"))
    many = a_leaflet(*(a_topic(f"a-rather-long-name-{letter}") for letter in "abcd"))

    assert few.title == "Insulinoma and Vipoma"
    assert many.title == "Information for you"
    assert "A rather long name d" in many.purpose


def test_the_leaflet_says_when_it_was_made():
    assert "This leaflet was made on 22 November 2026." in said(a_leaflet())


@given(st.lists(st.sampled_from(Kind), min_size=1, max_size=6))
def test_placed_topics_stand_in_the_order_of_their_kinds(kinds):
    topics = [a_topic(f"t{number}", kind=kind) for number, kind in enumerate(kinds)]
    library = a_library(*topics)
    chosen = ()
    for topic in topics:
        chosen = library.placed(chosen, topic.id)

    order = [list(Kind).index(library.topics[each].kind) for each in chosen]
    assert order == sorted(order)
    assert library.placed(chosen, "t0") == chosen


def test_topics_of_a_site_are_listed_by_kind_then_title():
    topics = (a_topic("zeta"), a_topic("alpha"), a_topic("care", kind=Kind.CARE), a_topic("zoo", kind=Kind.OVERVIEW))

    [(_, listed)] = a_library(*topics).by_site()
    assert [topic.id for topic in listed] == ["zoo", "alpha", "zeta", "care"]


def test_dropping_a_topic_drops_the_choices_about_it():
    selection = a_selection("a", "b", without=frozenset({"a/what", "b/what", "glance"}))

    assert selection.without_topic("a") == replace(selection, topics=("b",), without=frozenset({"b/what", "glance"}))
