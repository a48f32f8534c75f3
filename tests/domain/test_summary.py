"""A leaflet on one page: what is urgent, the facts, and whom to ask for the rest."""

from dataclasses import replace

import pytest

from leaflet_app.domain.blocks import Box, Glance, Paragraph, People, QrCode, Run, Tone, plain, texts, words
from leaflet_app.domain.compose import basis, compose
from leaflet_app.domain.glossary import Glossary, Term
from leaflet_app.domain.selection import Detail, Recipient
from tests.builders import (
    DRAFT,
    a_fact,
    a_leaflet,
    a_library,
    a_practice,
    a_section,
    a_selection,
    a_shared_block,
    a_topic,
)
from tests.domain.reading import box, headings, reasons, said, the


def a_summary(*topics, **changes):
    return a_leaflet(*topics, is_summary=True, **changes)


def test_a_summary_says_when_to_get_help_the_facts_and_how_to_reach_us():
    summary = a_summary()

    assert summary.is_summary
    assert (summary.title, summary.purpose) == ("Insulinoma", "For people who have it.")
    assert reasons(summary) == [["someone passes out"]]
    assert [label for label, _ in the(Glance, summary).rows] == ["How common"]
    assert box(summary, Tone.CONTACT)
    assert not a_leaflet().is_summary


@pytest.mark.parametrize(
    "gone",
    [
        "What is it?",
        "It is a small growth.",
        "More about tests and treatments",
        "Questions to ask",
        "Has it spread?",
        "Words explained",
        "Who can help",
        "Where the figures come from",
    ],
)
def test_a_summary_leaves_the_rest_to_the_full_leaflet(gone):
    topic = a_topic(shared=("treat-surgery",), support=("ncuk",), bank=("spread",))
    glossary = Glossary((Term("Growth", "more cells"), Term("people", "many of us")))
    library = a_library(topic, glossary=glossary)

    assert gone in said(a_leaflet(topic, library=library))
    assert gone not in said(a_summary(topic, library=library))


def test_a_summary_cites_no_number_of_a_source_that_it_does_not_list():
    summary = a_summary()

    assert plain(the(Glance, summary).rows[0][1]) == "About 1 in 10 people"
    assert plain(the(Glance, a_leaflet()).rows[0][1]) == "About 1 in 10 people [1]"


def test_the_disclaimer_stands_whole_on_a_summary_and_all_else_below_it_in_one_paragraph():
    practice = a_practice(feedback="ideas@example.org", privacy="We keep your name.")
    topic = a_topic(review=DRAFT)
    whole, short = (
        a_leaflet(topic, library=a_library(topic, practice=practice), is_summary=each, recipient=Recipient("Ann"))
        for each in (False, True)
    )

    start = said(whole).index("Please note")
    assert said(short)[-3:] == [
        "Please note",
        "This leaflet gives general information.",
        "Disclaimer version 1.0. We keep your name. Insulinoma: version 0.1.0, awaiting clinical review. "
        "This leaflet was made on 22 November 2026. Tell us what you think of this leaflet: ideas@example.org",
    ]
    assert said(whole)[start + 1] == "This leaflet gives general information."


def test_whom_to_ring_stands_right_below_when_to_ring():
    summary = a_summary()

    boxes = [block.tone for block in summary.blocks if isinstance(block, Box)]
    assert boxes == [Tone.URGENT, Tone.CONTACT]
    assert isinstance(summary.blocks[2], Glance)


def test_a_draft_is_marked_on_its_summary_too():
    assert box(a_summary(a_topic(review=DRAFT)), Tone.DRAFT)


def test_a_draft_that_only_the_full_leaflet_prints_does_not_mark_the_summary():
    topic = a_topic(shared=("treat-surgery",))
    library = a_library(topic, shared={"treat-surgery": a_shared_block(review=DRAFT)})

    assert a_leaflet(topic, library=library).needs_review
    assert not a_summary(topic, library=library).needs_review


def test_a_summary_rests_on_what_it_prints():
    told = replace(a_section(), blocks=(Paragraph((Run("9 in 10", fact="cure"),)),))
    facts = {"how_common": a_fact(), "cure": a_fact("9 in 10")}
    library = a_library(a_topic(facts=facts, sections=(told,), shared=("treat-surgery",)))

    whole, short = (basis(library, a_selection("insulinoma", is_summary=each)) for each in (False, True))

    assert [fact.text for fact in whole.facts] == ["about 1 in 10 people", "9 in 10"]
    assert [fact.text for fact in short.facts] == ["about 1 in 10 people"]
    assert [title for title, _ in short.reviews] == ["Insulinoma"]


def test_several_topics_have_a_table_each_and_one_without_facts_says_for_whom_it_is():
    coping = a_topic("coping", facts={}, purpose="For everyone.")

    summary = a_summary(a_topic(), coping)

    assert headings(summary)[:2] == [(2, "Insulinoma"), (2, "Coping")]
    assert Paragraph(words("For everyone.")) in summary.blocks


def test_the_words_for_this_person_are_never_dropped():
    summary = a_summary(note="Eat often.", recipient=Recipient("Ann Lee"))

    assert summary.for_person == "For: Ann Lee"
    assert "Eat often." in said(summary)


def test_figures_are_said_as_the_detail_wants_them():
    fact = a_fact("2 in 10", words="some people", low=2, high=2, per=10, picture="2 in 10 people", is_outlook=True)
    topic = a_topic(facts={"cancer": fact})

    assert "Some people" in said(a_summary(topic, detail=Detail.WORDS))
    assert "Some people" in said(a_summary(topic, without_outlook=True))
    assert the(People, a_summary(topic, detail=Detail.PICTURES)).low == 2


def test_parts_left_out_of_the_full_leaflet_may_stay_left_out():
    assert a_summary(without=frozenset({"what", "glossary", "questions"})).is_summary
    assert not any(isinstance(block, Glance) for block in a_summary(without=frozenset({"glance"})).blocks)


def test_a_summary_says_whom_to_ask_for_the_rest():
    assert "This is a summary. Ring us for the full leaflet." in said(a_summary())
    assert not any("summary" in line for line in said(a_leaflet()))


def test_with_a_web_address_the_summary_and_its_square_code_lead_there():
    topic = a_topic()
    library = a_library(topic, practice=a_practice(website="https://example.org/leaflets/"))

    leaflet = a_summary(topic, library=library)
    contact = box(leaflet, Tone.CONTACT)

    line = next(
        block.text for block in contact.blocks if isinstance(block, Paragraph) and "summary" in plain(block.text)
    )
    assert plain(line) == "This is a summary. For the full leaflet, ring us or find us at example.org/leaflets."
    assert [run.link for run in line if run.link] == ["https://example.org/leaflets/"]
    assert not any(each.startswith("Website") for each in texts((contact,)))
    opened = "https://example.org/leaflets/"
    assert contact.blocks[-1] == QrCode(opened, f"QR code that opens {opened}", leaflet.code)


def test_each_way_to_print_it_has_a_code_of_its_own():
    codes = {
        a_leaflet(is_summary=is_summary, tear_off=tear_off).code
        for is_summary in (True, False)
        for tear_off in (True, False)
    }

    assert len(codes) == 4


def test_every_shipped_summary_warns_of_all_that_its_full_leaflet_warns_of(library):
    disclaimer = [plain(text) for text in library.disclaimer.said_by(library.practice, library.wording)]
    for topic in library.topics:
        whole, short = (compose(library, a_selection(topic, is_summary=each)) for each in (False, True))
        lines = said(short)

        assert urgent(short) == urgent(whole)
        assert lines[lines.index("Please note") + 1 :][: len(disclaimer)] == disclaimer
        assert {line for line in lines if line in said(whole)} >= {*disclaimer, "How to contact us"}


def urgent(leaflet):
    """Return the boxes of reasons to get help fast; a topic may have none."""
    return [block for block in leaflet.blocks if isinstance(block, Box) and block.tone is Tone.URGENT]
