"""How much a leaflet says in numbers."""

import pytest

from leaflet_app.domain.blocks import Paragraph, People, Run, plain, texts
from leaflet_app.domain.compose import compose
from leaflet_app.domain.selection import Detail, Selection
from leaflet_app.domain.topic import Section, SectionKey
from tests.builders import MADE_ON, a_fact, a_leaflet, a_library, a_selection, a_source, a_topic, a_wording

SPREAD = a_fact(
    "about 1 in 10 spread",
    low=1,
    high=1,
    per=10,
    words="a few spread",
    is_outlook=True,
    sources=(a_source("spread"),),
    picture="About 1 in 10 insulinomas spread.",
)
FAMILY = a_fact(
    "about 5 to 10 in 100 people",
    low=5,
    high=10,
    per=100,
    words="some people",
    picture="About 5 to 10 in 100 people have MEN1.",
)
RARE = a_fact("about 3 people in a million", low=3, high=3, per=1_000_000, words="very few people")
TOLD = Section(
    SectionKey.WHAT,
    "What is it?",
    (Paragraph((Run("Doctors say that "), Run(SPREAD.text, fact="cancer"), Run("."))),),
)
TOPIC = a_topic(facts={"how_common": RARE, "cancer": SPREAD, "inherited": FAMILY}, sections=(TOLD,))


def said(leaflet):
    return " ".join(texts(leaflet.blocks))


def people(leaflet):
    return [block for block in leaflet.blocks if isinstance(block, People)]


def test_figures_are_printed_unless_asked_otherwise():
    leaflet = a_leaflet(TOPIC)

    assert "About 3 people in a million" in said(leaflet)
    assert "Doctors say that about 1 in 10 spread." in said(leaflet)
    assert people(leaflet) == []
    assert a_wording().figures_left_out not in said(leaflet)


def test_words_only_say_every_figure_in_words_and_that_more_is_to_be_had():
    leaflet = a_leaflet(TOPIC, detail=Detail.WORDS)

    assert "Doctors say that a few spread." in said(leaflet)
    assert "Very few people" in said(leaflet)
    assert "million" not in said(leaflet)
    assert a_wording().figures_left_out in said(leaflet)


def test_outlook_alone_can_be_said_in_words():
    leaflet = a_leaflet(TOPIC, without_outlook=True)

    assert "a few spread" in said(leaflet)
    assert "About 3 people in a million" in said(leaflet)
    assert a_wording().figures_left_out in said(leaflet)


def test_a_source_of_figures_left_out_is_not_listed():
    assert "Page of spread" in said(a_leaflet(TOPIC))
    assert "Page of spread" not in said(a_leaflet(TOPIC, detail=Detail.WORDS))


def test_pictures_show_the_same_number_of_people_throughout():
    pictured = people(a_leaflet(TOPIC, detail=Detail.PICTURES))

    assert [(each.low, each.high, each.out_of) for each in pictured] == [(10, 10, 100), (5, 10, 100)]


def test_ten_people_suffice_where_every_figure_is_a_tenth():
    pictured = people(a_leaflet(a_topic(facts={"cancer": SPREAD}), detail=Detail.PICTURES))

    assert [(each.low, each.out_of) for each in pictured] == [(1, 10)]


def test_a_rare_thing_is_never_drawn():
    assert people(a_leaflet(a_topic(facts={"how_common": RARE}), detail=Detail.PICTURES)) == []


def test_a_picture_is_described_and_its_sentence_stands_beside_it():
    (picture,) = people(a_leaflet(a_topic(facts={"inherited": FAMILY}), detail=Detail.PICTURES))

    assert picture.alt == "5 to 10 of 100 people filled in"
    assert plain(picture.text) == "About 5 to 10 in 100 people have MEN1."


def test_a_figure_without_a_sentence_of_its_own_is_not_drawn():
    assert people(a_leaflet(a_topic(facts={"cancer": a_fact(low=1, high=1, per=10)}), detail=Detail.PICTURES)) == []


def test_outlook_left_out_is_not_drawn_either():
    pictured = people(a_leaflet(TOPIC, detail=Detail.PICTURES, without_outlook=True))

    assert [plain(each.text) for each in pictured] == ["About 5 to 10 in 100 people have MEN1."]


def test_each_detail_has_a_code_of_its_own():
    codes = {a_leaflet(TOPIC, detail=detail).code for detail in Detail}

    assert len(codes | {a_leaflet(TOPIC, without_outlook=True).code}) == 4


def test_a_leaflet_without_figures_does_not_speak_of_them():
    leaflet = compose(a_library(a_topic(facts={})), a_selection("insulinoma", detail=Detail.WORDS))

    assert a_wording().figures_left_out not in said(leaflet)


@pytest.mark.parametrize("detail", Detail)
def test_every_shipped_topic_can_be_said_at_every_detail(library, detail):
    for topic in library.topics.values():
        leaflet = compose(library, Selection((topic.id,), detail=detail, made_on=MADE_ON))

        chances = [fact.text for fact in topic.facts.values() if fact.is_chance]
        printed = said(leaflet)
        if detail is Detail.WORDS:
            assert not [text for text in chances if text in printed]
