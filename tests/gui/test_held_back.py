"""A leaflet that may not leave is held back before anybody presses a button."""

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from leaflet_app.pdf.render import render
from leaflet_app.services.settings import change
from tests.builders import APPROVED, DRAFT, a_library, a_topic
from tests.fakes import a_desk
from tests.gui.hands import named, press, words_of

WAYS = ("Print", "Email", "Save PDF")


@pytest.fixture
def desk():
    library = a_library(a_topic("insulinoma", review=APPROVED), a_topic("coping", title="Coping", review=DRAFT))
    desk = a_desk(library, render=render)
    change(desk, "library.approved_only", "yes")
    return desk


def are_awake(window):
    return [named(window.leaflets.column, QPushButton, way).isEnabled() for way in WAYS]


def test_a_draft_puts_every_button_to_sleep_and_says_why(window, qtbot):
    window.leaflets.choice.add("insulinoma")
    qtbot.waitUntil(lambda: are_awake(window) == [True, True, True])
    window.leaflets.choice.add("coping")

    qtbot.waitUntil(lambda: are_awake(window) == [False, False, False])
    assert "no clinician has approved Coping" in words_of(window.leaflets.column)
    assert window.leaflets.column.state.value == "May not leave"


@pytest.mark.parametrize("key", ["Ctrl+E", "Ctrl+S", "Ctrl+P", "Ctrl+Shift+P"])
def test_no_key_opens_a_way_that_the_buttons_keep_shut(window, qtbot, key):
    window.leaflets.choice.add("coping")
    qtbot.waitUntil(lambda: are_awake(window) == [False, False, False])
    press(key)

    qtbot.waitUntil(lambda: "no clinician has approved Coping" in window.leaflets.column.message)
    assert window.leaflets.column.state.value == "May not leave"
    assert QApplication.activeWindow() is window


def test_without_the_draft_they_wake_again(window, qtbot):
    window.leaflets.choice.add("coping")
    window.leaflets.choice.add("insulinoma")
    qtbot.waitUntil(lambda: are_awake(window) == [False, False, False])
    window.leaflets.choice.remove("coping")

    qtbot.waitUntil(lambda: are_awake(window) == [True, True, True])
    assert "may not leave" not in words_of(window.leaflets.column)
