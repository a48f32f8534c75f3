"""The light beside the preview: how a leaflet stands, why, and the way to what causes it."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton

from leaflet_app.domain.checks import FORMAT, PERSON, Check, Outcome
from leaflet_app.domain.errors import RenderingStopped
from leaflet_app.domain.leaflet import Place
from leaflet_app.gui.preview.checks_panel import CheckButton, ChecksPanel
from leaflet_app.gui.preview.leaflet_column import LeafletColumn
from leaflet_app.gui.theme import Look, Theme, palette
from leaflet_app.gui.tokens import DARK, LIGHT
from tests.gui.hands import named, words_of
from tests.gui.papers import a_rendered

PASS = Check("Author", Outcome.PASS, "Written by Product team.", anchor="review")
REVIEW = Check("Review", Outcome.LOOK, "Awaiting clinical review: VIPoma.", "Ask a clinician.", "review")
PAPER = Check("Line length", Outcome.LOOK, "A full line is long.", "Choose large print.", FORMAT)
NAMED = Check("Privacy", Outcome.LOOK, "It names a person.", "Leave out the name.", PERSON)
NO_PHONE = Check("Phone", Outcome.STOP, "Nobody can ring.", "Add the phone.", "contact")
PLACES = (Place("review", 3, 50.0, 2.1),)


@pytest.fixture
def column(qtbot):
    made = LeafletColumn()
    qtbot.addWidget(made)
    made.resize(340, 700)
    made.show()
    return made


@pytest.fixture
def show(column, qtbot):
    def shown(*checks):
        with qtbot.waitSignal(column.view.lines_read, timeout=10_000):
            column.show_rendered(a_rendered("one", "two", "three", places=PLACES), checks=checks)

    return shown


@pytest.fixture
def panel(column, show, qtbot):
    """Return a function that shows checks, opens the light and returns what opens."""

    def opened(*checks):
        show(*checks)
        QTest.mouseClick(light(column), Qt.MouseButton.LeftButton)
        found = QApplication.activePopupWidget()
        assert isinstance(found, ChecksPanel)
        return found

    yield opened
    if popup := QApplication.activePopupWidget():
        popup.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def light(column):
    return column._header.light


@pytest.mark.parametrize(
    ("checks", "said"),
    [
        ((PASS,), "All checked"),
        ((PASS, REVIEW, PAPER), "2 to look at"),
        ((REVIEW, NO_PHONE), "1 stops it"),
    ],
)
def test_the_light_says_the_gravest_outcome_in_words(column, show, checks, said):
    show(*checks)

    assert light(column).isVisible()
    assert light(column).text() == said
    assert light(column).accessibleName() == f"Checks: {said}"


def test_each_outcome_has_a_shape_of_its_own(column, show):
    shapes = []
    for check in (PASS, REVIEW, NO_PHONE):
        show(check)
        shapes.append(light(column).icon().pixmap(12, 12).toImage().createAlphaMask())

    assert shapes[0] != shapes[1] != shapes[2] != shapes[0]


def test_without_checks_there_is_no_light(column, show):
    assert not light(column).isVisible()
    show(REVIEW)
    column.show_problem(RenderingStopped("it ran too long"))
    assert not light(column).isVisible()
    show(REVIEW)
    column.show_nothing()
    assert not light(column).isVisible()


def test_the_panel_tells_the_worst_first_and_what_passed_last(panel):
    said = words_of(panel(PASS, REVIEW, NO_PHONE))

    order = ["Stop: Phone", "Nobody can ring.", "Add the phone.", "Look: Review", "Author: Written by Product team."]
    assert [said.index(words) for words in order] == sorted(said.index(words) for words in order)


def test_a_click_scrolls_the_preview_to_what_causes_it(column, panel):
    QTest.mouseClick(named(panel(REVIEW), CheckButton, "Look: Review"), Qt.MouseButton.LeftButton)

    assert QApplication.activePopupWidget() is None
    assert column.view.page == 3


def test_a_choice_that_causes_it_takes_the_keyboard(column, panel):
    QTest.mouseClick(named(panel(PAPER), CheckButton, "Look: Line length"), Qt.MouseButton.LeftButton)
    assert column.focusWidget() is named(column, QComboBox, "Format")

    QTest.mouseClick(named(panel(NAMED), CheckButton, "Look: Privacy"), Qt.MouseButton.LeftButton)
    assert column.focusWidget() is named(column, QLineEdit, "Name of the person")


def test_the_words_of_the_leaflet_give_way_to_its_pages(column, panel):
    opened = panel(REVIEW)
    named(column, QPushButton, "Read as text").click()
    QTest.mouseClick(named(opened, CheckButton, "Look: Review"), Qt.MouseButton.LeftButton)

    assert column.view.isVisible()


def test_the_panel_is_reached_walked_and_left_by_keys(column, show):
    show(REVIEW, PAPER)
    QTest.keyClick(light(column), Qt.Key.Key_Space)
    panel = QApplication.activePopupWidget()

    assert panel.focusWidget().accessibleName() == "Look: Review"
    QTest.keyClick(panel.focusWidget(), Qt.Key.Key_Tab)
    assert panel.focusWidget().accessibleName() == "Look: Line length"
    QTest.keyClick(panel.focusWidget(), Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None


def test_enter_on_a_check_leads_to_its_cause(column, panel):
    QTest.keyClick(panel(REVIEW).focusWidget(), Qt.Key.Key_Return)

    assert column.view.page == 3


def test_everything_in_the_panel_has_a_name(panel):
    opened = panel(PASS, REVIEW)

    spoken = QAccessible.queryAccessibleInterface(opened)
    assert spoken.text(QAccessible.Text.Name) == "Checks of this leaflet: 1 to look at"
    assert all(
        QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Name)
        for each in opened.findChildren(QPushButton)
    )


def test_a_long_panel_stays_on_the_screen_and_scrolls(panel):
    opened = panel(*[REVIEW] * 20)

    assert opened.screen().availableGeometry().contains(opened.geometry())


def test_no_word_of_the_panel_is_cut_off(panel):
    wordy = Check("Wordy", Outcome.LOOK, "So many words. " * 20, "And something to do about it. " * 5, "review")
    [button] = panel(wordy).findChildren(CheckButton)

    assert button.height() >= button.heightForWidth(button.width())


@pytest.mark.parametrize(("look", "tokens"), [(Look.LIGHT, LIGHT), (Look.DARK, DARK)])
def test_the_light_takes_the_colour_of_its_meaning(column, show, qapp, look, tokens):
    dressed = qapp.styleSheet()
    theme = Theme(qapp, look)
    theme.dress()
    try:
        show(NO_PHONE)
        drawn = light(column).icon().pixmap(12, 12).toImage().pixelColor(6, 6)
        assert drawn.name() == tokens.urgent.lower()
    finally:
        qapp.setStyleSheet(dressed)
        qapp.setPalette(palette(LIGHT))
