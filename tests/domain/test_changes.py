"""What changed between two leaflets, and the page that tells it."""

from dataclasses import replace

import pytest

from leaflet_app.domain.blocks import Box, InLanguage, Paragraph, Tone, flat, runs, texts
from leaflet_app.domain.compose import compose
from leaflet_app.domain.compose.changes import Change, Sentence, changes, corrected
from leaflet_app.domain.diagrams import BODY
from leaflet_app.domain.glossary import Glossary, Term
from leaflet_app.domain.topic import SectionKey
from tests.builders import APPROVED, DRAFT, a_fact, a_library, a_practice, a_section, a_selection, a_topic, a_wording

WORDING = a_wording()
OLD = a_topic(sections=(a_section(SectionKey.WHAT, "What is it?", "It is small. It grows slowly. Ask us."),))


def leaflet(*topics, **changed):
    """Return the leaflet of these topics."""
    kept = topics or (OLD,)
    return compose(a_library(*kept, **changed), a_selection(*(each.id for each in kept)))


def what(*lines, heading="What is it?", **changed):
    """Return the topic with another section."""
    return replace(OLD, sections=(a_section(SectionKey.WHAT, heading, *lines),), **changed)


def page(old, new):
    """Return the texts of the page that tells what changed."""
    said = list(texts(corrected(old, new, WORDING).blocks))
    start = said.index("What has changed")
    return said[start + 2 : said.index("Get help fast")]


def test_two_leaflets_of_the_same_words_differ_in_nothing():
    assert changes(leaflet(), leaflet()) == ()


def test_one_other_sentence_is_the_only_change():
    [part] = changes(leaflet(), leaflet(what("It is small. It grows fast. Ask us.")))

    assert (part.anchor, part.title) == ("insulinoma/what", "What is it?")
    assert part.changes == (Change((Sentence("It grows slowly."),), (Sentence("It grows fast."),)),)


def test_the_page_says_the_new_sentence_and_what_it_replaced():
    assert page(leaflet(), leaflet(what("It is small. It grows fast. Ask us."))) == [
        "What is it?",
        "It grows fast.",
        "Before: It grows slowly.",
    ]


def test_a_sentence_that_came_or_went_is_told_so():
    assert page(leaflet(), leaflet(what("It is small. Ask us."))) == ["What is it?", "No longer said: It grows slowly."]
    assert page(leaflet(what("It is small. Ask us.")), leaflet()) == ["What is it?", "It grows slowly."]


def test_another_heading_is_a_change_too():
    assert page(leaflet(), leaflet(what("It is small. It grows slowly. Ask us.", heading="About it"))) == [
        "About it",
        "About it",
        "Before: What is it?",
    ]


def test_a_part_that_is_new_or_gone_is_named_but_not_said_again():
    more = replace(OLD, sections=(*OLD.sections, a_section(SectionKey.TESTS, "Tests", "We take blood.")))

    assert page(leaflet(), leaflet(more)) == ["Tests", "This part is new. Please read it."]
    assert page(leaflet(more), leaflet()) == ["Tests", "This part is no longer in the leaflet."]


def test_a_part_of_several_topics_is_named_by_its_topic():
    vipoma = a_topic("vipoma", questions=())
    other = replace(vipoma, sections=(a_section(SectionKey.WHAT, "What is it?", "It is large."),))

    assert page(leaflet(OLD, vipoma), leaflet(OLD, other))[0] == "Vipoma: What is it?"


def test_a_row_of_the_table_is_told_with_its_label_under_the_name_of_the_table():
    rarer = replace(OLD, facts={"how_common": a_fact("about 1 in 20 people")})

    assert page(leaflet(), leaflet(rarer)) == [
        "At a glance",
        "How common: About 1 in 20 people [1]",
        "Before: How common: About 1 in 10 people [1]",
    ]


def test_another_meaning_is_told_with_its_word():
    old, new = (
        leaflet(what("A hormone."), glossary=Glossary((Term("Hormone", said, ()),)))
        for said in ("a message", "a messenger")
    )

    assert page(old, new) == ["Words explained", "Hormone: a messenger", "Before: Hormone: a message"]


def test_another_phone_number_is_told_whole():
    old, new = leaflet(), leaflet(practice=a_practice(phone="07565 978311"))
    numbers = [run.text for block in flat(corrected(old, new, WORDING).blocks) for run in runs(block) if run.whole]

    assert "Before: Phone: 07565 978310" in page(old, new)
    assert {"07565 978310", "07565 978311"} <= set(numbers)


def test_where_only_the_review_changed_the_page_says_that_the_words_are_the_same():
    newer = replace(OLD, review=replace(APPROVED, version="1.0.1"))

    assert [part.anchor for part in changes(leaflet(), leaflet(newer))] == ["review"]
    assert page(leaflet(), leaflet(newer)) == [WORDING.changed_none]


def test_the_draft_banner_stays_at_the_head():
    newer = what("It is large.", review=DRAFT)
    own_page, *_ = corrected(leaflet(), leaflet(newer), WORDING).blocks
    first, second, *_ = own_page.blocks

    assert isinstance(first, Box)
    assert first.tone is Tone.DRAFT
    assert second.anchor == "changed"


def test_the_code_stays_that_of_the_text():
    new = leaflet(what("It is large."))

    assert corrected(leaflet(), new, WORDING).code == new.code


@pytest.mark.parametrize("lang", ["ar", "ur"])
def test_english_sentences_run_their_own_way_below_words_of_the_leaflets_language(lang):
    wording = a_wording(lang)
    changed = Change((Sentence("It is small.", "en-GB"),), (Sentence("It is large.", "en-GB"),))
    old, new = (
        replace(leaflet(), lang=lang, blocks=(InLanguage("en-GB", leaflet(what(said)).blocks),))
        for said in ("It is small.", "It is large.")
    )
    [part] = changes(old, new)
    own_page, *_ = corrected(old, new, wording).blocks
    _, _, *told = own_page.blocks

    assert part.changes == (changed,)
    assert [type(block) for block in told] == [InLanguage, InLanguage, Paragraph, InLanguage]
    assert next(texts(told[2:3])) == wording.changed_before.replace("{text}", "").strip()


def test_a_drawing_that_is_gone_is_a_part_that_is_gone():
    selection = a_selection("insulinoma", body_map=True)
    old, new = compose(a_library(OLD), selection), compose(a_library(OLD, diagrams={}), selection)

    assert [(part.anchor, part.is_gone) for part in changes(old, new)] == [("body-map", True)]
    assert BODY not in a_library(OLD, diagrams={}).diagrams
