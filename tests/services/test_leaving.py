"""Only approved leaflets leave a desk where that is the rule, whichever way they go."""

import ast
from dataclasses import replace
from datetime import date

import pytest

from leaflet_app.domain.blocks import texts
from leaflet_app.domain.errors import NotApproved, OverdueUnexplained
from leaflet_app.domain.printing import PrintChoices
from leaflet_app.domain.sought import Sought
from leaflet_app.services.correct_leaflet import todays_selection
from leaflet_app.services.email_leaflet import Wanted, write_letter
from leaflet_app.services.leaving import held_back, see_off
from leaflet_app.services.leaving import overdue as overdue_now
from leaflet_app.services.print_leaflet import print_leaflet
from leaflet_app.services.register_reading import entries
from leaflet_app.services.settings import change
from tests.architecture.sources import name, nodes, python
from tests.builders import APPROVED, DRAFT, a_library, a_selection, a_topic
from tests.fakes import a_desk

GATE, NOTES = "see_off", {"note_given", "given_of", "leaflet_for_anyone"}
NOT_AGAIN = {"leaflet_app/services/register.py", "leaflet_app/services/make_copies.py"}
"""Where these are written, not used."""


@pytest.fixture
def draft():
    desk = a_desk(a_library(a_topic(review=DRAFT)))
    change(desk, "library.approved_only", "yes")
    return desk


def test_a_draft_leaves_where_nobody_forbids_it():
    see_off(a_desk(a_library(a_topic(review=DRAFT))), a_selection("insulinoma"))


def test_a_draft_is_held_back_by_the_setting_of_a_desk(draft):
    with pytest.raises(NotApproved, match="no clinician has approved Insulinoma,"):
        see_off(draft, a_selection("insulinoma"))


def test_a_draft_is_held_back_by_the_rule_of_the_practice():
    library = a_library(a_topic(review=DRAFT))
    desk = a_desk(replace(library, practice=replace(library.practice, approved_only=True)))

    with pytest.raises(NotApproved):
        see_off(desk, a_selection("insulinoma"))


def test_an_approved_leaflet_leaves_until_its_review_is_overdue(draft):
    desk = replace(draft, library=a_library(a_topic(review=APPROVED)))
    see_off(desk, a_selection("insulinoma"))
    desk.today = lambda: date(2099, 1, 1)

    with pytest.raises(NotApproved, match="is overdue"):
        see_off(desk, a_selection("insulinoma"))


@pytest.fixture
def overdue():
    desk = a_desk(a_library(a_topic(review=APPROVED)))
    desk.today = lambda: date(2099, 1, 1)
    return desk


def because(reason):
    return a_selection("insulinoma", overdue_reason=reason, made_on=date(2099, 1, 1))


def test_an_overdue_leaflet_leaves_with_a_reason(overdue):
    see_off(overdue, because("No clinician is here before Monday; the text still holds."))


@pytest.mark.parametrize(
    ("reason", "why"),
    [
        ("", "the review of Insulinoma is overdue"),
        ("   ", "the review of Insulinoma is overdue"),
        ("a" * 201, "201 letters, and 200 is the most"),
        ("one\ntwo", "cannot be printed"),
        ("a\u202eb", "cannot be printed"),
        ("a\x00b", "cannot be printed"),
    ],
)
def test_an_overdue_leaflet_is_held_back_without_a_reason_in_one_line(overdue, reason, why):
    with pytest.raises(OverdueUnexplained, match=why):
        see_off(overdue, because(reason))


def test_whoever_is_asked_for_a_reason_is_told_to_write_of_no_patient(overdue):
    with pytest.raises(OverdueUnexplained) as asked:
        see_off(overdue, because(""))

    assert "kept in the register: write about the text, never about the patient" in asked.value.remedy


def test_a_reason_that_is_still_to_be_given_puts_no_button_to_sleep(overdue):
    assert held_back(overdue, because("")) == ""
    assert overdue_now(overdue, because("")) == ("Insulinoma",)
    assert overdue_now(overdue, because("It still holds.")) == ()


def with_disclaimer(desk, until, **fields):
    library = desk.library
    disclaimer = replace(library.disclaimer, title="Research", next_review=until, **fields)
    library = replace(library, disclaimer=disclaimer, disclaimers={disclaimer.id: disclaimer})
    return replace(desk, library=library)


def test_an_overdue_disclaimer_asks_for_a_reason_as_a_topic_does():
    desk = a_desk(a_library(a_topic(review=APPROVED)))
    desk_after = replace(with_disclaimer(desk, date(2026, 1, 1), is_approved=True), today=lambda: date(2026, 1, 2))

    with pytest.raises(OverdueUnexplained, match="the review of the disclaimer “Research” is overdue"):
        see_off(desk_after, a_selection("insulinoma"))
    see_off(desk_after, a_selection("insulinoma", overdue_reason="It still holds."))


def test_a_disclaimer_that_nobody_approved_is_not_overdue():
    desk = replace(
        with_disclaimer(a_desk(a_library(a_topic(review=APPROVED))), date(2020, 1, 1)), today=lambda: date(2026, 1, 2)
    )

    see_off(desk, a_selection("insulinoma"))


def test_where_only_approved_leaflets_leave_no_reason_helps(overdue):
    change(overdue, "library.approved_only", "yes")

    with pytest.raises(NotApproved, match="no reason lets them out before"):
        see_off(overdue, because("It still holds."))


def test_the_reason_is_noted_in_the_register_and_the_leaflet_says_since_when(overdue):
    selection = because("It still holds.")
    printed = print_leaflet(overdue, selection, PrintChoices())

    assert "review overdue since 1 June 2028" in " ".join(texts(printed.made.leaflet.blocks))
    (entry,) = entries(overdue, Sought())
    assert entry.selection.overdue_reason == "It still holds."
    with pytest.raises(OverdueUnexplained):
        see_off(overdue, todays_selection(overdue, entry))


@pytest.mark.parametrize("lang", ["ar", "cy", "pl", "ur"])
def test_an_overdue_leaflet_says_so_in_each_language(library, lang):
    assert "{next}" in library.translations[lang].wording.review_overdue


def test_it_is_neither_printed_nor_put_into_a_letter(draft):
    with pytest.raises(NotApproved):
        print_leaflet(draft, a_selection("insulinoma"), PrintChoices())
    with pytest.raises(NotApproved):
        write_letter(draft, a_selection("insulinoma"), Wanted("anna@example.org"))

    assert not draft.tools.printing.sent


def called(path):
    return {node.id for node in nodes(path, ast.Name)}


def test_every_way_out_passes_the_gate():
    ways_out = [path for path in python("leaflet_app") if called(path) & NOTES and name(path) not in NOT_AGAIN]

    assert len(ways_out) >= 5
    assert [name(path) for path in ways_out if GATE not in called(path)] == []
