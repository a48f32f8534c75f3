"""The questions on a sheet of their own, to take to the appointment."""

from collections import Counter

from leaflet_app.domain.blocks import Heading, Paragraph, Questions, Run, TearOff, plain, texts, words
from leaflet_app.domain.compose import compose
from leaflet_app.domain.glossary import Glossary, Term
from tests.builders import a_leaflet, a_library, a_practice, a_selection, a_topic
from tests.domain.reading import said, the


def sheet(leaflet):
    """Return what stands on the sheet, which is the last thing of the leaflet."""
    assert isinstance(leaflet.blocks[-1], TearOff)
    return leaflet.blocks[-1]


def test_the_sheet_says_what_it_is_for_and_has_room_to_write():
    lines = list(texts(sheet(a_leaflet(a_topic(bank=("spread",)), tear_off=True)).blocks))

    assert lines == [
        "Questions to ask",
        "Take this sheet to your appointment. There is room to write down the answers.",
        "Phone: 07565 978310",
        "Has it spread?",
        "Has my tumour spread?",
    ]


def test_the_questions_of_all_topics_stand_on_it_and_nowhere_else():
    topics = (a_topic(), a_topic("vipoma", questions=(words("Will it come back?"),)))

    leaflet = a_leaflet(*topics, tear_off=True)

    assert [said(leaflet).count(each) for each in ("Questions to ask", "Has it spread?", "Will it come back?")] == [
        1
    ] * 3
    assert not any(isinstance(block, Questions) for block in leaflet.blocks)
    assert the(Questions, a_leaflet(*topics))


def test_without_questions_there_is_no_sheet():
    bare = a_leaflet(a_topic(questions=()), tear_off=True)
    left_out = a_leaflet(tear_off=True, without=frozenset({"questions"}))

    assert not any(isinstance(block, TearOff) for leaflet in (bare, left_out) for block in leaflet.blocks)


def test_its_words_are_explained_in_the_leaflet():
    topic = a_topic(questions=(words("Who is my surgeon?"),))
    library = a_library(topic, glossary=Glossary((Term("Surgeon", "a doctor who operates"),)))

    assert "Words explained" in said(a_leaflet(topic, library=library, tear_off=True))


def test_the_number_on_it_says_when_to_ring():
    topic = a_topic()
    library = a_library(topic, practice=a_practice(phone_note="ask for the nurse"))

    number = sheet(a_leaflet(topic, library=library, tear_off=True)).blocks[2]

    assert isinstance(number, Paragraph)
    assert plain(number.text) == "Phone: 07565 978310 (ask for the nurse)"
    assert [run.whole for run in number.text if run.link] == [True]


def test_a_question_may_lead_to_a_topic_of_the_leaflet():
    topic = a_topic(questions=((Run("About it?", link="topic:vipoma"),),))

    *_, asked = sheet(a_leaflet(topic, a_topic("vipoma"), tear_off=True)).blocks

    assert asked.lines[0] == (Run("About it?", link="#vipoma"),)


def test_a_summary_may_have_the_sheet_too():
    leaflet = a_leaflet(is_summary=True, tear_off=True)

    assert isinstance(sheet(leaflet).blocks[0], Heading)
    assert said(leaflet).count("Has it spread?") == 1


def test_on_a_sheet_to_tear_off_no_word_of_a_shipped_leaflet_is_lost_or_said_twice(library):
    for topic in library.topics:
        whole, apart = (Counter(said(compose(library, a_selection(topic, tear_off=each)))) for each in (False, True))

        assert not whole - apart
        assert sorted((apart - whole).elements()) == sorted([library.wording.tear_off, "Phone: 07565 978310"])
