"""Only approved leaflets leave a desk where that is the rule, whichever way they go."""

import ast
from dataclasses import replace
from datetime import date

import pytest

from leaflet_app.domain.errors import NotApproved
from leaflet_app.domain.printing import PrintChoices
from leaflet_app.services.email_leaflet import Wanted, write_letter
from leaflet_app.services.leaving import see_off
from leaflet_app.services.print_leaflet import print_leaflet
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
