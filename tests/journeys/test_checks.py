"""From a ticked topic to what has to be looked at before the leaflet is handed over."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox

from leaflet_app.domain.selection import Detail
from leaflet_app.gui.preview.checks_light import ChecksLight
from leaflet_app.gui.preview.checks_panel import CheckButton
from leaflet_app.gui.preview.header import State
from tests.gui.hands import named, press, type_words, words_of
from tests.journeys.conftest import read_pdf

A_WHILE = 30_000


def choose(window, qtbot, words):
    column = window.leaflets.column
    with qtbot.waitSignal(column.view.lines_read, timeout=A_WHILE):
        type_words(words)
        press("Return")
    qtbot.waitUntil(lambda: column.state is State.READY, timeout=A_WHILE)
    return column


def test_a_leaflet_nobody_signed_is_to_be_looked_at_and_a_click_shows_where(window, qtbot):
    column = choose(window, qtbot, "ins")
    light = column.findChild(ChecksLight)
    assert light.text().endswith("to look at")

    QTest.mouseClick(light, Qt.MouseButton.LeftButton)
    panel = QApplication.activePopupWidget()
    assert "Awaiting clinical review: Insulinoma" in words_of(panel)
    QTest.mouseClick(named(panel, CheckButton, "Look: Date and clinical review"), Qt.MouseButton.LeftButton)

    assert column.view.page == column.view.pages > 1
    assert QApplication.activePopupWidget() is None


def test_the_outlook_is_left_out_with_one_key_and_the_leaflet_says_that_there_is_more(window, target, qtbot):
    column = choose(window, qtbot, "ins")
    column.setFocus()
    outlook = named(column, QCheckBox, "Leave out outlook")
    outlook.setFocus()
    press("Space")
    press("Ctrl+S")
    qtbot.waitUntil(target.exists, timeout=A_WHILE)

    assert window.leaflets.choice.selection.without_outlook
    assert window.leaflets.choice.selection.detail is Detail.FIGURES
    assert window.leaflets._desk.library.wording.figures_left_out.split(".")[0] in read_pdf(target)
