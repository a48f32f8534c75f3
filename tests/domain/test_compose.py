"""Joining topics into one leaflet: what a person would see."""

from dataclasses import replace

from leaflet_app.domain.blocks import Numbered, Paragraph, Run, plain
from leaflet_app.domain.topic import SectionKey
from tests.builders import (
    a_fact,
    a_leaflet,
    a_library,
    a_section,
    a_shared_block,
    a_source,
    a_topic,
    an_urgent_line,
)
from tests.domain.reading import headings, said, the


def test_headings_drop_a_level_when_topics_share_a_leaflet():
    alone, together = a_leaflet(a_topic()), a_leaflet(a_topic(), a_topic("vipoma"))

    assert (2, "What is it?") in headings(alone)
    assert [each for each in headings(together) if each[1] in ("Insulinoma", "What is it?")] == [
        (2, "Insulinoma"),
        (3, "What is it?"),
        (3, "What is it?"),
    ]


def test_sections_print_in_their_order_not_the_authors():
    sections = (a_section(SectionKey.TREATMENT, "How it is treated"), a_section(SectionKey.WHAT, "What is it?"))

    printed = [text for _, text in headings(a_leaflet(a_topic(sections=sections)))]
    assert printed.index("What is it?") < printed.index("How it is treated")


def test_a_topic_ticked_twice_is_printed_once():
    topic = a_topic()
    library = a_library(topic)

    assert a_leaflet(topic, topic, library=library) == a_leaflet(topic, library=library)


def test_a_section_left_out_takes_its_sources_with_it():
    section = replace(a_section(), blocks=(Paragraph((Run("about 1 in 10 people", fact="spread"),)),))
    topic = a_topic(sections=(section,), facts={"spread": a_fact()})

    assert "Where the figures come from" in said(a_leaflet(topic))
    assert "Where the figures come from" not in said(a_leaflet(topic, without=frozenset({"what"})))


def test_only_the_topic_that_is_named_loses_its_section():
    leaflet = a_leaflet(a_topic(), a_topic("vipoma"), without=frozenset({"vipoma/what"}))

    assert [text for _, text in headings(leaflet)].count("What is it?") == 1


def test_one_line_of_a_needed_topic_stands_in_for_it():
    overview = a_topic("net-overview", recap="A NET is a growth.")
    topic, other = a_topic(needs=("net-overview",)), a_topic("vipoma", needs=("net-overview",))
    library = a_library(topic, other, overview)

    assert said(a_leaflet(topic, other, library=library)).count("A NET is a growth.") == 1
    assert "A NET is a growth." not in said(a_leaflet(overview, topic, library=library))


def test_the_line_of_a_needed_topic_follows_the_first_section_only():
    overview = a_topic("net-overview", recap="A NET is a growth.")
    sections = (a_section(), a_section(SectionKey.TREATMENT, "How it is treated", "An operation."))
    topic = a_topic(sections=sections, needs=("net-overview",))
    lines = said(a_leaflet(topic, library=a_library(topic, overview)))

    assert lines.count("A NET is a growth.") == 1
    assert lines[lines.index("A NET is a growth.") - 1] == "It is a small growth."


def test_a_needed_topic_with_faults_is_not_missed():
    topic = a_topic(needs=("net-overview",))

    assert "It is a small growth." in said(a_leaflet(topic, library=a_library(topic, faulty={"net-overview": ()})))


def test_a_shared_text_is_printed_once_and_pointed_to_from_each_topic():
    first, second = a_topic(shared=("treat-surgery",)), a_topic("vipoma", shared=("treat-surgery",))
    lines = said(a_leaflet(first, second))

    assert lines.count("An operation takes it out.") == 1
    assert lines.count("Read more on later pages: Surgery.") == 2


def test_the_sources_of_a_shared_text_are_named():
    block = a_shared_block(
        blocks=(Paragraph((Run("about 9 in 10 people", fact="cure"),)),),
        facts={"cure": a_fact("about 9 in 10 people", sources=(a_source("surgeons"),))},
    )
    topic = a_topic(shared=("treat-surgery",))
    leaflet = a_leaflet(topic, library=a_library(topic, shared={"treat-surgery": block}))

    assert any("Page of surgeons" in plain(line) for line in the(Numbered, leaflet).lines)


def test_the_sources_of_an_urgent_line_are_named():
    line = replace(an_urgent_line(), text=(Run("above 38 degrees", fact="fever"),))
    topic = a_topic(urgent=(line,), facts={"fever": a_fact("38 degrees", sources=(a_source("nhs"),))})

    assert any("Page of nhs" in plain(each) for each in the(Numbered, a_leaflet(topic)).lines)


def test_a_source_is_numbered_once_and_cited_in_the_table():
    leaflet = a_leaflet(a_topic(), a_topic("vipoma"))

    assert said(leaflet).count("About 1 in 10 people [1]") == 2
    assert len(the(Numbered, leaflet).lines) == 1


def test_the_sources_of_a_fact_are_cited_in_the_order_of_their_numbers():
    first = a_fact(sources=(a_source("one"), a_source("two")))
    second = a_fact("1 in 5", sources=(a_source("two"), a_source("one")))

    lines = said(a_leaflet(a_topic(facts={"how_common": first, "cancer": second})))
    assert "About 1 in 10 people [1, 2]" in lines
    assert "1 in 5 [1, 2]" in lines


def test_left_out_sources_can_be_asked_for():
    lines = said(a_leaflet(without=frozenset({"sources"})))

    assert "About 1 in 10 people" in lines
    assert "Ask us if you would like to see where the figures come from." in lines


def test_a_source_titled_by_a_question_ends_with_one_mark():
    asking = a_fact(sources=(a_source(title="What is it?"),))

    line = plain(the(Numbered, a_leaflet(a_topic(facts={"cancer": asking}))).lines[0])
    assert "What is it? " in line
    assert "?." not in line


def linked(leaflet):
    return next(
        block.text[0] for block in leaflet.blocks if isinstance(block, Paragraph) and plain(block.text) == "VIPoma"
    )


def test_a_link_to_another_topic_leads_to_its_heading_or_is_plain_words():
    section = replace(a_section(), blocks=(Paragraph((Run("VIPoma", link="topic:vipoma"),)),))
    topic, other = a_topic(sections=(section,)), a_topic("vipoma")
    library = a_library(topic, other)

    assert linked(a_leaflet(topic, other, library=library)).link == "#vipoma"
    assert linked(a_leaflet(topic, library=library)).link == ""
