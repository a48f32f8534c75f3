"""What is checked of a summary."""

from dataclasses import replace

import pytest

from leaflet_app.domain.blocks import headings
from leaflet_app.domain.checks import FORMAT, PERSON, Outcome, Proof, check
from leaflet_app.domain.compose import basis, compose
from leaflet_app.domain.selection import Recipient
from leaflet_app.domain.topic import Kind
from tests.builders import DRAFT, a_selection, a_topic
from tests.domain.test_checks import SHEET, a_good_topic, asked


def on(pages):
    return replace(SHEET, summary_pages=pages)


def test_a_summary_on_one_page_is_as_one_hopes():
    found = asked("Summary", sheet=on(1), is_summary=True)

    assert (found.outcome, found.why) == (Outcome.PASS, "The summary stands on one page.")


@pytest.mark.parametrize(
    ("pages", "said"),
    [
        (2, "The summary does not fit on one page; it takes 2 pages, the front and back of one sheet."),
        (3, "The summary does not fit on one page; it takes 3 pages."),
    ],
)
def test_a_longer_summary_says_so_kindly_and_what_to_do(pages, said):
    found = asked("Summary", sheet=on(pages), is_summary=True)

    assert (found.outcome, found.why, found.anchor) == (Outcome.LOOK, said, FORMAT)
    assert found.remedy == "Print it on both sides, or choose fewer topics or a shorter note."


def test_a_topic_without_facts_has_nothing_to_sum_up():
    bare = a_topic("coping", kind=Kind.SUPPORT, facts={})

    found = asked("Summary", a_good_topic(), bare, sheet=on(1), is_summary=True)

    assert (found.outcome, found.why) == (Outcome.LOOK, "There are no facts to sum up in Coping.")


def test_the_full_leaflet_may_be_of_any_length():
    assert asked("Summary").outcome is Outcome.PASS


def test_groups_are_left_to_the_full_leaflet():
    assert asked("Support", is_summary=True).outcome is Outcome.PASS
    assert asked("Support", a_good_topic(support=()), is_summary=True).outcome is Outcome.LOOK


def test_a_summary_says_that_the_treatment_is_to_be_told():
    assert asked("Treatment choices", is_summary=True).why == "It does not say how it is treated: Insulinoma."


def test_what_a_summary_has_no_heading_for_leads_to_its_last_one():
    assert asked("Date and clinical review", a_good_topic(review=DRAFT)).anchor == "review"
    assert asked("Date and clinical review", a_good_topic(review=DRAFT), is_summary=True).anchor == "about"


def test_every_answer_about_a_shipped_summary_leads_somewhere(library):
    for topic in library.topics:
        selection = a_selection(topic, is_summary=True, recipient=Recipient("Ann"))
        leaflet = compose(library, selection)
        found = check(Proof(leaflet, library, selection, *basis(library, selection), on(2)))
        there = {"", "title", PERSON, FORMAT, *(heading.anchor for heading in headings(leaflet.blocks))}

        assert {each.anchor for each in found} <= there
