"""What waits for whoever answers for the texts."""

from datetime import date

import pytest

from leaflet_app.domain.review_tray import Group
from leaflet_app.services import library_store
from leaflet_app.services.review_texts import approve, retire, submit
from leaflet_app.services.review_tray import tray
from tests.fakes import a_desk
from tests.services.test_review_texts import ADA, TEXT, edited


@pytest.fixture
def desk(home):
    return a_desk(home=home)


def waiting(desk, group):
    return [(each.file, each.said) for each in tray(desk) if each.group is group]


def at(desk, year, month, day):
    desk.today = lambda: date(year, month, day)


@pytest.fixture
def approved(desk):
    submit(desk, TEXT, "1.0.0", "First checked version.")
    approve(desk, TEXT, ADA, date(2027, 11, 22))
    return desk


def test_a_text_sent_to_review_waits_with_its_author_and_note(desk):
    submit(desk, TEXT, "1.0.0", "First checked version.")

    assert waiting(desk, Group.WAITING) == [(TEXT, "Version 1.0.0 by Product team. First checked version.")]


def test_an_approved_text_waits_only_when_its_day_is_near(approved):
    assert waiting(approved, Group.SOON) == []
    at(approved, 2027, 8, 25)
    assert waiting(approved, Group.SOON) == [(TEXT, "By 22 Nov 2027.")]
    at(approved, 2027, 11, 24)
    assert waiting(approved, Group.OVERDUE) == [(TEXT, "Since 22 Nov 2027, 2 days ago.")]
    assert tray(approved)[0].group is Group.OVERDUE


def test_what_desks_print_is_overdue_though_a_new_draft_is_begun(approved):
    edited(approved, "small lump", "little lump")
    at(approved, 2027, 11, 24)

    assert [file for file, _ in waiting(approved, Group.OVERDUE)] == [TEXT]


def test_a_retired_text_waits_for_nobody(approved):
    retire(approved, TEXT, "Replaced.")
    at(approved, 2027, 11, 24)

    assert waiting(approved, Group.OVERDUE) == []


def test_numbers_that_nobody_has_checked_wait(desk):
    said = dict(waiting(desk, Group.ORGANISATIONS))
    assert list(said) == ["organisations.toml"]
    assert "nobody has checked the number yet. Leaflets leave it out" in said["organisations.toml"]


def test_facts_with_old_sources_wait_by_their_text(desk):
    at(desk, 2028, 1, 1)
    files = {file for file, _ in waiting(desk, Group.FACTS)}

    assert TEXT in files
    assert all(library_store.newest(desk).files.holds(file) for file in files)


def test_a_waiting_text_says_who_sent_it_and_what_they_changed(desk):
    edited(desk, "small lump", "little lump", author="Pat Admin")
    submit(desk, TEXT, "1.0.0", "First draft from public sources.", author="Pat Admin")

    assert waiting(desk, Group.WAITING) == [(TEXT, "Version 1.0.0, sent by Pat Admin. Change words.")]


def test_a_note_given_at_the_sending_is_what_waits(desk):
    edited(desk, "small lump", "little lump", author="Pat Admin")
    submit(desk, TEXT, "1.0.0", "Easier words.", author="Pat Admin")

    assert waiting(desk, Group.WAITING) == [(TEXT, "Version 1.0.0, sent by Pat Admin. Easier words.")]
