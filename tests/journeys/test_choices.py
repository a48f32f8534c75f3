"""From the panel of rarer choices to the paper."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox

from leaflet_app.gui.preview.header import State
from leaflet_app.gui.preview.more_choices import MoreButton
from tests.gui.hands import named, press, type_words
from tests.journeys.conftest import read_pdf

A_WHILE = 30_000


def test_a_short_summary_with_its_questions_on_a_sheet_is_chosen_by_keys_and_printed(window, target, qtbot):
    column = window.leaflets.column
    type_words("ins")
    press("Return")
    qtbot.waitUntil(lambda: column.state is State.READY, timeout=A_WHILE)

    QTest.keyClick(column.findChild(MoreButton), Qt.Key.Key_Space)
    panel = QApplication.activePopupWidget()
    for name in ("Short summary", "Questions to tear off"):
        QTest.keyClick(named(panel, QCheckBox, name), Qt.Key.Key_Space)
    QTest.keyClick(panel.focusWidget(), Qt.Key.Key_Escape)
    press("Ctrl+S")
    qtbot.waitUntil(target.exists, timeout=A_WHILE)

    printed = read_pdf(target)
    assert "This is a summary. Ring us for the full leaflet." in printed
    assert "Take this sheet to your appointment." in printed
    assert "What is it?" not in printed
    assert printed.count("Questions to ask") == 1
