"""What is typed about a practice is never thrown away unasked: by another choice, by a save that runs, by a reading."""

from threading import Event

import pytest

from leaflet_app.gui.preview.chooser import Chooser
from leaflet_app.services import library_store
from leaflet_app.services import practice as practices
from leaflet_app.services.practice import keep_new
from tests.gui.test_practice_page import HILL, button, choose, field, page, save, says

__all__ = ["page"]


@pytest.fixture
def hill(qtbot, page, desk):
    """Return the page, with a second practice to choose."""
    keep_new(desk, HILL)
    page.look_again()
    qtbot.waitUntil(lambda: chooser(page).count() == 2)
    return page


@pytest.fixture
def held(monkeypatch):
    """Return a door at which a save waits."""
    door, keep = Event(), practices.keep

    def waiting(*asked):
        assert door.wait(20)
        return keep(*asked)

    monkeypatch.setattr(practices, "keep", waiting)
    yield door
    door.set()


def chooser(page):
    return next(each for each in page.findChildren(Chooser) if each.accessibleName() == "Practice")


def go_to_hill(page):
    chooser(page).setCurrentIndex(1)
    page._chooser.chosen.emit("hill-clinic")  # as the list tells it


def test_choosing_another_practice_asks_first_and_the_list_goes_back(hill):
    field(hill, "Practice").setText("Mine")
    go_to_hill(hill)

    assert says(hill, "Dr Mark Vanderpump has changes that are not saved.")
    assert chooser(hill).currentIndex() == 0
    button(hill, "Keep typing").click()
    assert field(hill, "Practice").text() == "Mine"
    assert not hill._strip.isVisible()


def test_what_is_typed_is_saved_and_then_the_other_comes(qtbot, hill, desk):
    field(hill, "Practice").setText("Mine")
    go_to_hill(hill)
    with qtbot.waitSignal(hill.library_changed):
        button(hill._strip, "Save").click()

    assert library_store.newest(desk).library.practice.name == "Mine"
    qtbot.waitUntil(lambda: field(hill, "Consultant").text() == "Dr Ada Hill")


def test_what_cannot_be_saved_stays_and_so_does_the_form(hill):
    field(hill, "Phone").setText("ring me")
    go_to_hill(hill)
    button(hill._strip, "Save").click()

    assert says(hill, "Not saved yet")
    assert field(hill, "Phone").text() == "ring me"


def test_it_is_thrown_away_where_somebody_says_so(qtbot, hill, desk):
    field(hill, "Practice").setText("Mine")
    go_to_hill(hill)
    button(hill, "Throw away").click()

    qtbot.waitUntil(lambda: field(hill, "Consultant").text() == "Dr Ada Hill")
    assert library_store.newest(desk).library.practice.name == ""


def test_a_new_practice_asks_too(qtbot, page):
    field(page, "Practice").setText("Mine")
    button(page, "Another practice").click()

    assert says(page, "Dr Mark Vanderpump has changes that are not saved.")
    button(page, "Throw away").click()
    qtbot.waitUntil(lambda: field(page, "Consultant").text() == "")


def test_what_is_typed_while_a_save_runs_stays(qtbot, page, held, desk):
    field(page, "Practice").setText("Hill")
    button(page, "Save").click()
    field(page, "Practice").setText("Hill Clinic")
    assert not button(page, "Save").isEnabled()  # one save at a time
    with qtbot.waitSignal(page.library_changed):
        held.set()
    qtbot.waitUntil(button(page, "Save").isEnabled)

    assert field(page, "Practice").text() == "Hill Clinic"
    save(qtbot, page)
    assert library_store.newest(desk).library.practice.name == "Hill Clinic"


def test_a_practice_chosen_while_a_save_runs_comes_after_it(qtbot, hill, held, desk):
    field(hill, "Practice").setText("Mine")
    button(hill, "Save").click()
    go_to_hill(hill)
    assert field(hill, "Practice").text() == "Mine"
    held.set()

    qtbot.waitUntil(lambda: field(hill, "Consultant").text() == "Dr Ada Hill")
    assert library_store.newest(desk).library.practice.name == "Mine"


def test_the_first_letters_after_coming_to_the_page_stay(qtbot, page, desk):
    keep_new(desk, HILL)
    page.look_again()
    field(page, "Practice").setText("M")
    qtbot.waitUntil(lambda: chooser(page).count() == 2)

    assert field(page, "Practice").text() == "M"
    assert button(page, "Save").isEnabled()


def test_undo_is_of_the_practice_that_was_saved(qtbot, hill, desk):
    field(hill, "Practice").setText("Mine")
    save(qtbot, hill)
    qtbot.waitUntil(lambda: says(hill, "Saved "))
    choose(qtbot, hill, "hill-clinic")

    assert not hill._strip.isVisible()
    assert library_store.newest(desk).library.practices["hill-clinic"] == HILL


def test_a_new_practice_stays_new_when_somebody_looks_elsewhere(qtbot, page, desk):
    button(page, "Another practice").click()
    qtbot.waitUntil(lambda: field(page, "Consultant").text() == "")
    keep_new(desk, HILL)
    page.hide()
    page.show()
    qtbot.waitUntil(lambda: chooser(page).count() == 3)  # both, and the new one

    assert not page._strip.isVisible()
    assert field(page, "Consultant").text() == ""


def test_a_new_practice_is_not_blamed_before_anything_is_typed(qtbot, page):
    button(page, "Another practice").click()
    qtbot.waitUntil(lambda: field(page, "Consultant").text() == "")

    assert not says(page, "Write the consultant")
    assert says(page, "The leaflet is shown as soon as there are a consultant and a phone number.")
    assert page.focusWidget() is field(page, "Practice")
