"""Three steps to a leaflet of one's own: offered once, put off with Esc, gone on with, and never in the way."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton

from leaflet_app.domain.errors import SharingStopped
from leaflet_app.gui.launch.first_start import FirstStart
from leaflet_app.gui.practice import joining
from leaflet_app.gui.practice.first_steps import FirstStepsSheet, open_first_steps
from leaflet_app.gui.preview.chooser import Chooser
from leaflet_app.services import library_store
from leaflet_app.services.practice import Listed, keep, kept
from leaflet_app.services.practice_first_steps import are_wanted, load
from leaflet_app.services.settings import change as set_to
from leaflet_app.services.signing import editor
from tests.gui.test_practice_page import button, field, says
from tests.services.test_practice_logo import a_file


@pytest.fixture
def open_steps(qtbot, desk):
    """Return a function that opens the steps, with the practice read."""

    def open_them():
        sheet = FirstStepsSheet(desk)
        qtbot.addWidget(sheet)
        sheet.show()
        qtbot.waitUntil(button(sheet, "Next").isEnabled)
        return sheet

    return open_them


def name_hill(sheet):
    QTest.keyClicks(field(sheet, "Practice"), "Hill Clinic")
    QTest.keyClicks(field(sheet, "Consultant"), "Dr Ada Hill")
    QTest.keyClicks(field(sheet, "Phone"), "020 7946 0000")


def test_three_steps_lead_to_a_leaflet_of_one_s_own(qtbot, open_steps, desk):
    sheet = open_steps()
    name_hill(sheet)
    QTest.keyClick(field(sheet, "Practice"), Qt.Key.Key_Return)
    field(sheet, "Main colour").setText("#004D00")
    qtbot.waitUntil(lambda: bool(desk.render.asked) and desk.render.asked[-1][0].band.brand.band == "#004D00")
    button(sheet, "Next").click()
    button(sheet, "Finish").click()
    assert says(sheet, "Write your name, for the history of changes. You are asked once.")
    QTest.keyClicks(field(sheet, "Your name, for the history"), "Ada Hill")
    with qtbot.waitSignal(sheet.finished_with):
        button(sheet, "Finish").click()
    assert library_store.history(desk)[0].author == editor(desk) == "Ada Hill"

    practice = library_store.newest(desk).library.practice
    assert (practice.name, practice.brand.band) == ("Hill Clinic", "#004D00")
    assert (practice.consultant_name, practice.phone, practice.brand.logo) == ("Dr Ada Hill", "020 7946 0000", b"")
    assert load(desk).is_over
    assert not sheet.isVisible()
    assert not are_wanted(desk)


def test_esc_puts_them_off_and_what_was_typed_is_there_the_next_time(qtbot, open_steps, desk):
    sheet = open_steps()
    name_hill(sheet)
    button(sheet, "Next").click()
    field(sheet, "Second colour").setText("#004D00")
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert not are_wanted(desk)
    assert library_store.newest(desk).library.practice.name == ""

    again = open_steps()
    assert field(again, "Second colour").text() == "#004D00"
    assert button(again, "Back").isEnabled()
    button(again, "Back").click()
    assert field(again, "Practice").text() == "Hill Clinic"


def test_a_step_with_something_wrong_is_not_left_and_can_be_put_off(open_steps):
    sheet = open_steps()
    field(sheet, "Phone").setText("ring me")
    button(sheet, "Next").click()

    assert says(sheet, "Write it with its area code")
    assert not button(sheet, "Back").isEnabled()
    button(sheet, "Later").click()
    assert not sheet.isVisible()


def test_nobody_hands_out_the_name_and_number_that_came_with_the_program(open_steps):
    sheet = open_steps()
    assert (field(sheet, "Consultant").text(), field(sheet, "Phone").text()) == ("", "")
    QTest.keyClicks(field(sheet, "Practice"), "Hill Clinic")
    assert not says(sheet, "Write the consultant")  # nobody came there yet
    button(sheet, "Next").click()

    assert says(sheet, "Write the consultant's name")
    assert sheet.focusWidget() is field(sheet, "Consultant")
    assert not button(sheet, "Back").isEnabled()
    QTest.keyClicks(field(sheet, "Consultant"), "Dr Ada Hill")
    assert not says(sheet, "Write the consultant's name")
    button(sheet, "Next").click()
    assert sheet.focusWidget() is field(sheet, "Phone")


def test_next_puts_the_keyboard_on_what_is_wrong_with_the_logo_or_the_colours(qtbot, open_steps):
    sheet = open_steps()
    name_hill(sheet)
    button(sheet, "Next").click()
    field(sheet, "Second colour").setText("blue")
    button(sheet, "Next").click()
    assert says(sheet, "Mend what is marked")
    assert sheet.focusWidget() is field(sheet, "Second colour")

    sheet._brand.logo.offer(lambda: a_file("RGB", (200, 200), "white", "black"))
    qtbot.waitUntil(lambda: says(sheet, "Describe the logo for those who cannot see it."))
    button(sheet, "Next").click()
    assert sheet.focusWidget() is field(sheet, "What the logo shows")


def test_a_name_that_is_needed_says_so_and_has_the_keyboard(open_steps):
    sheet = open_steps()
    name_hill(sheet)
    button(sheet, "Next").click()
    button(sheet, "Next").click()

    assert says(sheet, "Your &name, for the history (needed)")
    assert sheet.focusWidget() is field(sheet, "Your name, for the history")


def test_the_steps_that_are_open_come_forward_instead_of_others(qtbot, window, desk):
    open_first_steps(desk, window)
    [first] = shown(window)
    qtbot.waitUntil(button(first, "Next").isEnabled)
    QTest.keyClicks(field(first, "Practice"), "Hill Clinic")
    open_first_steps(desk, window)

    assert shown(window) == [first]
    assert field(first, "Practice").text() == "Hill Clinic"
    first.reject()
    open_first_steps(desk, window)
    [again] = shown(window)
    qtbot.waitUntil(button(again, "Next").isEnabled)
    again.reject()


@pytest.fixture
def joined(monkeypatch):
    """Return the addresses that were joined, and what this desk prints as; “/gone” holds no library."""
    asked = []

    def join(_desk, address):
        asked.append(address)
        if address == "/gone":
            raise SharingStopped("there is no library yet", "Look again.")
        return (Listed("practice", "Hill Clinic", True), Listed("south", "South Clinic", False))

    monkeypatch.setattr(joining, "join", join)
    monkeypatch.setattr(joining, "print_as", lambda _desk, practice_id: asked.append(practice_id))
    return asked


def test_a_desk_that_joins_is_only_asked_which_practice_it_prints_as(qtbot, open_steps, joined, desk):
    sheet = open_steps()
    address = field(sheet, "Shared library")
    QTest.keyClicks(address, "/gone")
    QTest.keyClick(address, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: says(sheet, "The library was not shared: there is no library yet."))
    assert field(sheet, "Practice").isVisible()  # nobody is held up

    address.setText("/share")
    QTest.keyClick(address, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: says(sheet, "✓ This desk has the shared library now"))
    assert not field(sheet, "Practice").isVisible()
    [practice] = [each for each in sheet.findChildren(Chooser) if each.accessibleName() == "This desk prints as"]
    practice.setCurrentIndex(1)
    with qtbot.waitSignal(sheet.finished_with):
        button(sheet, "Finish").click()
    assert joined == ["/gone", "/share", "south"]
    assert not sheet.isVisible()
    assert load(desk).is_over


def test_nobody_is_asked_twice_where_the_library_is_shared(open_steps, desk):
    set_to(desk, "library.shared", "/share")

    assert not field(open_steps(), "Shared library").isVisible()


def test_put_off_they_leave_the_practice_as_it_is(open_steps, desk):
    before = library_store.newest(desk).commit
    open_steps().reject()

    assert library_store.newest(desk).commit == before


def test_where_nothing_was_changed_nothing_is_kept(qtbot, open_steps, desk):
    ours = kept(desk)
    keep(desk, ours, replace(ours.practice, name="Hill Clinic"), "Ada Hill")
    before = library_store.newest(desk).commit
    sheet = open_steps()
    button(sheet, "Next").click()
    button(sheet, "Next").click()
    button(sheet, "Finish").click()

    assert not sheet.isVisible()
    assert library_store.newest(desk).commit == before
    assert load(desk).is_over


def test_they_never_hold_the_window(open_steps):
    assert not open_steps().isModal()


def shown(window):
    return [each for each in window.findChildren(QDialog) if isinstance(each, FirstStepsSheet) and each.isVisible()]


def test_a_first_start_offers_them_after_the_window_stands(qtbot, window, desk):
    FirstStart(desk, window)
    assert not shown(window)

    qtbot.waitUntil(lambda: shown(window) != [])
    [sheet] = shown(window)
    qtbot.waitUntil(button(sheet, "Next").isEnabled)
    sheet.reject()


def test_somebody_who_has_begun_a_leaflet_is_left_in_peace(qtbot, window, desk):
    start = FirstStart(desk, window)
    window.leaflets.choice.add("insulinoma")
    start._offer(wanted=True)

    assert not shown(window)


def test_a_window_opens_none_by_itself(window):
    assert not shown(window)
    assert window.findChildren(FirstStart) == []
    assert window.findChildren(QPushButton)
