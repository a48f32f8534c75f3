"""Whose leaflet it is: shown only where there is a choice, and back to the desk's own for the next patient."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel

from leaflet_app.domain.blocks import words
from leaflet_app.domain.practice import Disclaimer
from leaflet_app.gui.preview.bearer import Bearer
from leaflet_app.gui.preview.more_choices import MoreChoices
from leaflet_app.services.settings import change as set_to
from tests.builders import a_practice

PRACTICES = {
    "practice": a_practice(),
    "hill": a_practice(name="Hill Clinic", disclaimer="private"),
}
DISCLAIMERS = {
    "standard": Disclaimer("1.0", (words("One."),), is_approved=True),
    "private": Disclaimer("1.0", (words("Two."),), id="private", title="For private patients", is_approved=True),
}


@pytest.fixture
def several(desk, library):
    """Return a desk with two practices and two disclaimers."""
    return replace(desk, library=replace(library, practices=PRACTICES, disclaimers=DISCLAIMERS))


def choosers(window):
    bearer = window.findChild(MoreChoices).findChild(Bearer)
    return bearer, bearer._practice, bearer._disclaimer


def choose(chooser, label):
    chooser.setCurrentIndex(chooser.findText(label))
    chooser.activated.emit(chooser.currentIndex())


def test_where_there_is_one_there_is_nothing_to_choose(window):
    bearer, *_ = choosers(window)

    assert bearer.isHidden()


def test_a_leaflet_is_made_for_the_practice_that_is_chosen(qtbot, open_window, several):
    window = open_window(several)
    bearer, practice, disclaimer = choosers(window)
    window.leaflets.choice.add("insulinoma")
    choose(practice, "Hill Clinic")

    assert not bearer.isHidden()
    assert window.leaflets.choice.selection.practice == "hill"
    assert disclaimer.currentText() == "For private patients"
    assert "Hill Clinic" in window.leaflets.column.more.told(window.leaflets.choice.selection)
    qtbot.waitUntil(lambda: bool(several.render.asked) and several.render.asked[-1][0].band.name == "Hill Clinic")


def test_a_disclaimer_is_chosen_and_goes_with_its_practice(open_window, several):
    window = open_window(several)
    _, practice, disclaimer = choosers(window)
    choose(disclaimer, "For private patients")
    assert window.leaflets.choice.selection.disclaimer == "private"
    choose(practice, "Hill Clinic")
    assert window.leaflets.choice.selection.disclaimer == ""
    choose(disclaimer, "Standard")
    assert window.leaflets.choice.selection.disclaimer == "standard"
    choose(disclaimer, "For private patients")
    assert window.leaflets.choice.selection.disclaimer == ""


def test_the_next_patient_gets_the_practice_of_this_desk_again(open_window, several):
    set_to(several, "library.practice", "hill")
    window = open_window(several)
    _, practice, _ = choosers(window)
    assert practice.currentText() == "Hill Clinic"
    assert "Practice: Hill Clinic" in [each.text() for each in window.statusBar().findChildren(QLabel)]

    window.leaflets.choice.add("insulinoma")
    choose(practice, "Dr Mark Vanderpump")
    assert window.leaflets.choice.selection.practice == ""
    window.leaflets.start_afresh()
    assert window.leaflets.choice.selection.practice == "hill"


def test_the_first_stands_in_for_a_practice_that_is_removed_meanwhile_and_that_is_said(open_window, several):
    set_to(several, "library.practice", "hill")
    window = open_window(several)
    window.leaflets.choice.add("insulinoma")
    assert window.leaflets.choice.selection.practice == "hill"
    several.library = replace(several.library, practices={"practice": PRACTICES["practice"]})
    window.leaflets.take_library()

    assert window.leaflets.choice.selection.practice == ""
    told = "The library has changed. The practice of this leaflet was removed: it bears Dr Mark Vanderpump now."
    assert told in [each.text() for each in window.findChildren(QLabel)]
    window.leaflets.start_afresh()
    assert window.leaflets.choice.selection.practice == ""
