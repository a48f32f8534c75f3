"""Sharing in the window, from the line at its foot to the page."""

import pytest
from PySide6.QtWidgets import QPushButton

from leaflet_app.gui.editor.editor_page import EditorPage
from leaflet_app.gui.places import LIBRARY
from leaflet_app.gui.sharing.sharing_page import SharingPage
from leaflet_app.gui.sharing.sharing_state import SharingState
from tests.fakes import FakeRender
from tests.gui.hands import words_of
from tests.gui.sharing.conftest import TEXT
from tests.gui.windows import nothing_left_behind, open_window, target

__all__ = ["nothing_left_behind", "open_window", "target"]


@pytest.fixture
def window(open_window, ben):
    ben.render = FakeRender()
    return open_window(ben)


def test_a_click_on_the_state_leads_to_the_page(window, qtbot):
    state = window.findChild(SharingState)
    with qtbot.waitSignal(window._sharing.stood):
        window._sharing.share_now()
    assert isinstance(state, QPushButton)
    state.click()

    page = window.findChild(SharingPage)
    qtbot.waitUntil(lambda: page.isVisible() and "Up to date" in words_of(page))


def test_a_closed_window_shares_no_more(window):
    window.close()

    assert not window._sharing._clock.isActive()


def test_a_text_that_is_opened_is_attended_until_it_is_closed(window):
    window.show_place(LIBRARY)
    window._places.open_text(TEXT)
    assert window._sharing._is_attended

    window.findChild(EditorPage).closed.emit()
    assert not window._sharing._is_attended
