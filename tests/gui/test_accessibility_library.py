"""What a screen reader and a keyboard find on each page of the Library, and in what opens over them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QTabWidget, QWidget

from docs.pictures.translating import translate
from leaflet_app.gui.editor.editor_page import EditorPage
from leaflet_app.gui.facing.facing_page import FacingPage
from leaflet_app.gui.places import LIBRARY
from tests.gui.hands import press, words_of
from tests.gui.test_accessibility import nameless

TEXT, NOTICE, WELSH = "topics/insulinoma/en-GB.md", "practice/disclaimer/en-GB.md", "shared/rights/cy.md"
PAGES = ("Texts", "Reviews", "Practice", "Packs", "Sharing")
STEPS = 300


def takes_tab(widget):
    """Tell whether somebody must come to a control with Tab; what scrolls a page is scrolled by what stands in it."""
    wanted = widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
    return wanted and widget.isVisible() and widget.isEnabled() and not isinstance(widget, QScrollArea)


def in_place(window):
    place = window._places.currentWidget()
    return [each for each in place.findChildren(QWidget) if takes_tab(each) and each.focusProxy() is None]


def walked(window, first):
    """Return what Tab comes to, until it comes round."""
    first.setFocus(Qt.FocusReason.TabFocusReason)
    reached = [QApplication.focusWidget()]
    for _ in range(STEPS):
        press("Tab")
        if QApplication.focusWidget() in reached:
            break
        reached.append(QApplication.focusWidget())
    return reached


def unreached(window):
    """Return the controls that Tab does not come to; of buttons of one choice it comes to the chosen one."""
    wanted = in_place(window)
    reached = set(walked(window, wanted[0]))
    left = [each for each in wanted if each not in reached]
    return [said(each) for each in left]


def said(widget):
    return type(widget).__name__, widget.accessibleName() or getattr(widget, "text", str)()


def look(widget):
    return widget.window().grab().toImage()


def bring_into_view(widget):
    """Scroll to a control, as Tab does."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()


def unseen(window):
    """Return the controls that look the same with the keyboard on them as without."""
    found = []
    for widget in in_place(window):
        bring_into_view(widget)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        with_it = look(widget)
        widget.clearFocus()
        if look(widget) == with_it:
            found.append(said(widget))
    return found


def settled(qtbot, window):
    """Wait for the page to show what it reads."""
    place = window._places.currentWidget()
    qtbot.waitUntil(lambda: len(in_place(window)) > 1 and "Checking all" not in words_of(place), timeout=20_000)


@pytest.fixture
def library_window(window, desk, qtbot):
    window.show_place(LIBRARY)
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    return window


@pytest.mark.parametrize("name", PAGES)
def test_each_page_is_named_reached_and_shows_the_keyboard(library_window, qtbot, name):
    library_window._places._library_place.show_page(name)
    assert nameless(library_window) == []
    settled(qtbot, library_window)

    assert nameless(library_window) == []
    assert unreached(library_window) == []
    assert unseen(library_window) == []


@pytest.mark.parametrize("file", [TEXT, NOTICE])
def test_the_editor_and_each_form_are_named_reached_and_show_the_keyboard(library_window, qtbot, file):
    library_window._places._library_place.open_text(file)
    [page] = library_window.findChildren(EditorPage)
    qtbot.waitUntil(lambda: page.body is not None, timeout=20_000)
    tabs = page.findChild(QTabWidget)
    for number in range(tabs.count()):
        tabs.setCurrentIndex(number)
        assert nameless(library_window) == [], tabs.tabText(number)
        assert unreached(library_window) == [], tabs.tabText(number)
        assert unseen(library_window) == [], tabs.tabText(number)


def test_the_facing_page_is_named_reached_and_shows_the_keyboard(open_window, desk, qtbot):
    translate(desk)
    window = open_window(desk)
    window.show_place(LIBRARY)
    window._places._library_place.open_translation(WELSH)
    [page] = window.findChildren(FacingPage)
    qtbot.waitUntil(lambda: "to check" in words_of(page), timeout=20_000)

    assert nameless(window) == []
    assert unreached(window) == []
    assert unseen(window) == []
