"""The box that a leaflet's code is typed or scanned into."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from leaflet_app.domain.given import Way
from leaflet_app.domain.passport import passport
from leaflet_app.domain.topic import SectionKey
from leaflet_app.gui.register_place.entry_table import EntryTable
from leaflet_app.gui.register_place.register_place import RegisterPlace
from leaflet_app.services import passport as standings
from leaflet_app.services import recreate_leaflet
from leaflet_app.services.make_leaflet import make_leaflet
from leaflet_app.services.register import given_of, note
from tests.builders import DRAFT, RETIRED, a_library, a_section, a_selection, a_topic
from tests.fakes import EDITION, a_desk
from tests.gui.hands import click, named, words_of
from tests.gui.test_accessibility import nameless

LIBRARY = a_library(a_topic("insulinoma"), a_topic("coping"))
SELECTION = a_selection("insulinoma", "coping")
NEWER = "1" * 64


@pytest.fixture
def given(home):
    """Give a leaflet of yesterday's library."""
    desk = a_desk(LIBRARY, home=home)
    return note(
        desk, given_of(desk, Way.PRINT, make_leaflet(desk.library, SELECTION, desk.render), SELECTION, copies=2)
    )


@pytest.fixture
def open_place(qtbot, home, tmp_path):
    opened = []

    def open_on(library):
        desk = a_desk(library, home=home)
        desk.edition = EDITION if library is LIBRARY else NEWER
        place = RegisterPlace(desk, ask_file=lambda offered, _kinds: tmp_path / offered)
        qtbot.addWidget(place)
        opened.append(place)
        place.resize(1200, 760)
        place.show()
        qtbot.waitUntil(lambda: "Reading the register" not in words_of(place))
        return place

    yield open_on
    for place in opened:
        place.stop()


@pytest.fixture
def kept(monkeypatch):
    """Let the desk have kept yesterday's library."""

    def library_of(desk, edition):
        return {EDITION: LIBRARY, desk.edition: desk.library}.get(edition)

    for room in (standings, recreate_leaflet):
        monkeypatch.setattr(room, "library_of", library_of)


def check(qtbot, place, code, expected):
    field = named(place, QLineEdit, "Check a code")
    field.setText(code)
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: expected in words_of(place))


def library_with(**changes):
    return a_library(a_topic("insulinoma", **changes), a_topic("coping"))


def test_a_leaflet_whose_words_are_those_of_today_is_current(qtbot, given, open_place):
    place = open_place(LIBRARY)
    check(qtbot, place, given.passport, "● Current: Insulinoma; Coping")

    assert "Given 2 times, last on 22 Nov 2026" in words_of(place)


def test_a_code_may_be_typed_as_it_was_read(qtbot, given, open_place):
    place = open_place(LIBRARY)
    check(qtbot, place, given.passport.lower().replace("-", " "), "● Current")

    assert f"Code {given.passport}." in words_of(place)


def test_a_leaflet_that_is_said_in_other_words_today_is_superseded_and_says_where(qtbot, kept, given, open_place):
    newer = replace(a_topic().review, version="1.1.0")
    place = open_place(
        library_with(sections=(a_section(SectionKey.WHAT, "What is it?", "Other words."),), review=newer)
    )
    check(qtbot, place, given.passport, "▲ Superseded: Insulinoma; Coping")

    assert "What changed: Insulinoma" in words_of(place)


def test_a_leaflet_with_a_retired_topic_is_withdrawn(qtbot, given, open_place):
    check(qtbot, open_place(library_with(review=RETIRED)), given.passport, "× Withdrawn")


def test_a_draft_says_that_it_awaits_review(qtbot, home, open_place):
    desk = a_desk(library_with(review=DRAFT), home=home)
    given = note(desk, given_of(desk, Way.SAVE, make_leaflet(desk.library, SELECTION, desk.render), SELECTION))

    place = open_place(desk.library)
    check(qtbot, place, given.passport, "○ Draft")
    assert "Its text awaits clinical review today" in words_of(place)


def test_a_mistyped_code_is_told_at_once(qtbot, given, open_place):
    place = open_place(LIBRARY)
    wrong = given.passport[:-1] + ("0" if given.passport[-1] != "0" else "1")
    check(qtbot, place, wrong, "This is no leaflet code")

    assert "Type it again as it stands at the foot of the page." in words_of(place)


def test_a_code_that_nobody_gave_here_is_told(qtbot, given, open_place):
    check(qtbot, open_place(LIBRARY), passport(1), "this desk has no record of it")


def test_the_leaflet_is_made_again_as_it_was(qtbot, given, open_place, tmp_path):
    place = open_place(LIBRARY)
    check(qtbot, place, given.passport, "● Current")
    click(place, "Make this leaflet again…")

    file = tmp_path / f"leaflet-{given.passport}.pdf"
    qtbot.waitUntil(lambda: f"Saved as {file.name}." in words_of(place))
    assert file.read_bytes() == make_leaflet(LIBRARY, SELECTION, a_desk().render).rendered.pdf


@pytest.mark.parametrize("is_kept", [True, False])
def test_a_superseded_leaflet_is_made_again_from_the_library_that_was_kept(
    qtbot, given, open_place, tmp_path, request, is_kept
):
    if is_kept:
        request.getfixturevalue("kept")
    place = open_place(library_with(title="Another title"))
    check(qtbot, place, given.passport, "▲ Superseded")
    click(place, "Make this leaflet again…")

    if is_kept:
        qtbot.waitUntil(lambda: "Saved as" in words_of(place))
        file = tmp_path / f"leaflet-{given.passport}.pdf"
        assert file.read_bytes() == make_leaflet(LIBRARY, SELECTION, a_desk().render).rendered.pdf
    else:
        qtbot.waitUntil(lambda: "cannot be read: this desk has not kept it" in words_of(place))


def test_the_times_it_was_given_are_shown(qtbot, given, open_place, home):
    desk = a_desk(LIBRARY, home=home)
    other = a_selection("coping")
    note(desk, given_of(desk, Way.PRINT, make_leaflet(LIBRARY, other, desk.render), other))
    place = open_place(LIBRARY)
    table = place.findChild(EntryTable)
    assert table.model().rowCount() == 2

    check(qtbot, place, given.passport, "● Current")
    click(place, "Show when it was given")
    qtbot.waitUntil(lambda: table.model().rowCount() == 1)
    click(place, "Show all")
    qtbot.waitUntil(lambda: table.model().rowCount() == 2)


def test_an_answer_can_be_closed_and_everything_has_a_name(qtbot, given, open_place):
    place = open_place(LIBRARY)
    check(qtbot, place, given.passport, "● Current")
    assert nameless(place) == []

    click(place, "Close this answer")
    assert "● Current" not in words_of(place)


def test_an_empty_box_asks_nothing(given, open_place):
    place = open_place(LIBRARY)
    click(place, "Check")

    assert "no leaflet code" not in words_of(place)


def test_the_chosen_leaflet_is_corrected_and_the_correction_is_noted(qtbot, kept, given, open_place, tmp_path):
    place = open_place(library_with(title="Another title"))
    table = place.findChild(EntryTable)
    table.selectRow(0)
    click(place, "Make corrected leaflet…")

    qtbot.waitUntil(lambda: table.model().rowCount() == 2)
    assert (tmp_path / f"leaflet-{given.passport}-corrected.pdf").exists()
    [correction] = [each for each in table.model().entries if each.corrects]
    assert (correction.corrects, correction.edition) == (EDITION, NEWER)


def test_a_correction_that_cannot_be_made_is_told(qtbot, given, open_place):
    place = open_place(library_with(title="Another title"))
    place.findChild(EntryTable).selectRow(0)
    click(place, "Make corrected leaflet…")

    qtbot.waitUntil(lambda: "cannot be read: this desk has not kept it" in words_of(place))
