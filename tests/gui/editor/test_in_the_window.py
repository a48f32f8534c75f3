"""The editor in the window: its keys, and what was left when the window closed."""

from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QPushButton

from leaflet_app.gui.editor.editor_page import EditorPage
from leaflet_app.gui.editor.save_sheet import SaveSheet
from leaflet_app.gui.facing.facing_page import FacingPage
from leaflet_app.gui.places import LEAFLETS, LIBRARY
from leaflet_app.gui.reviews.review_page import ReviewPage
from leaflet_app.services import text_drafts
from leaflet_app.services.text_drafts import TextDraft
from tests.gui.hands import press, words_of

FILE = "topics/insulinoma/en-GB.md"


def editor(qtbot, window):
    qtbot.waitUntil(lambda: any(page.body for page in window.findChildren(EditorPage)), timeout=20_000)
    return window.findChildren(EditorPage)[-1]


@pytest.fixture
def page(qtbot, window):
    window.show_place(LIBRARY)
    window._places.open_text(FILE)
    return editor(qtbot, window)


def test_ctrl_s_saves_the_text_and_no_leaflet(qtbot, window, page):
    page.edited.replace(page.edited.text.replace("a small lump", "a small growth"))
    page.body.source.setFocus()

    press("Ctrl+S")

    sheets = page.window().findChildren(SaveSheet)
    assert len(sheets) == 1
    assert window._places.currentIndex() == LIBRARY
    sheets[0].reject()


def test_a_text_is_sent_for_review_from_its_form_once_it_is_saved(qtbot, window, page):
    page.edited.replace(page.edited.text.replace("a small lump", "a small growth"))
    page.body.forms.review_asked.emit()
    assert "Save your changes first" in words_of(page)
    page.edited.replace(page.edited.kept)
    page.body.forms.review_asked.emit()

    qtbot.waitUntil(lambda: any(each.isVisible() for each in window.findChildren(ReviewPage)), timeout=20_000)


def test_ctrl_f_looks_in_the_text(window, page):
    page.body.source.setFocus()
    press("Ctrl+F")

    assert page.body.finding.isVisible()
    assert window._places.currentIndex() == LIBRARY


def test_keys_that_mean_nothing_in_a_text_go_to_the_leaflet(window, page):
    page.body.source.setFocus()
    press("Ctrl+N")

    assert window._places.currentIndex() == LEAFLETS


def test_f6_goes_from_part_to_part(page):
    page.body.source.setFocus()
    press("F6")
    assert not page.body.source.hasFocus()

    press("Shift+F6")
    assert page.body.source.hasFocus()


def test_what_was_left_is_gone_on_with_and_nobody_is_asked_twice(qtbot, open_window, desk):
    text_drafts.keep(desk.home, TextDraft(FILE, "half a text\n", "", datetime(2026, 11, 21, tzinfo=UTC)))
    window = open_window(desk)
    assert "You left changes in “Insulinoma”" in words_of(window)

    next(each for each in window.findChildren(QPushButton) if each.text() == "&Go on with it").click()

    page = editor(qtbot, window)
    qtbot.waitUntil(lambda: page.edited.text == "half a text\n", timeout=20_000)
    assert "You left changes here" not in words_of(page)
    assert page.body.isEnabled()


def test_a_window_with_nothing_left_says_nothing(window):
    assert "You left changes" not in words_of(window)


def test_closing_the_window_keeps_what_is_written(window, page, desk):
    page.edited.replace(page.edited.text.replace("a small lump", "a small growth"))
    window.close()

    assert "a small growth" in text_drafts.left_of(desk.home, FILE).text


def test_a_translation_that_was_left_opens_beside_its_english(qtbot, open_window, desk):
    file = "topics/insulinoma/cy.md"
    text_drafts.keep(desk.home, TextDraft(file, "half a text\n", "", datetime(2026, 11, 21, tzinfo=UTC)))
    window = open_window(desk)

    next(each for each in window.findChildren(QPushButton) if each.text() == "&Go on with it").click()

    assert len(window.findChildren(FacingPage)) == 1
