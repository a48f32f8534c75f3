import pytest
from PySide6.QtGui import QColor, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QWidget

from leaflet_app.gui.app import look_asked_for
from leaflet_app.gui.theme import DARK, LIGHT, Look
from tests.gui.hands import press

GROUNDS = {"canvas": "ink soft_ink accent urgent look good", "panel": "ink soft_ink accent urgent look good"}
TINTS = {"tint": "ink soft_ink accent", "urgent_tint": "ink urgent soft_ink accent", "look_tint": "ink look"}


def brightness(colour):
    parts = (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    darker, lighter = sorted((brightness(one), brightness(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_colour_reads_on_every_ground_it_meets(tokens):
    for ground, inks in (GROUNDS | TINTS).items():
        for ink in inks.split():
            assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= 4.5, (ink, ground)
    assert contrast(tokens.on_accent, tokens.accent) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_edges_of_controls_and_the_focus_ring_can_be_seen(tokens):
    assert contrast(tokens.strong_line, tokens.panel) >= 3
    assert contrast(tokens.accent, tokens.panel) >= 3


def test_the_window_turns_dark_while_it_is_open(theme, window):
    theme.choose(Look.DARK)
    try:
        assert window.palette().color(QPalette.ColorRole.Window) == QColor(DARK.canvas)
        assert theme.tokens is DARK
    finally:
        theme.choose(Look.LIGHT)
    assert window.palette().color(QPalette.ColorRole.Window) == QColor(LIGHT.canvas)


def test_without_a_platform_theme_the_system_palette_decides(theme):
    theme.choose(Look.SYSTEM)
    try:
        assert theme.tokens is LIGHT
    finally:
        theme.choose(Look.LIGHT)


def test_the_words_stand_in_the_typeface_that_comes_with_the_program(qapp):
    assert QFontInfo(qapp.font()).family() == "Source Sans 3"
    assert qapp.font().pointSize() == 11


@pytest.mark.parametrize(("asked", "look"), [("dark", Look.DARK), ("light", Look.LIGHT), ("purple", Look.SYSTEM)])
def test_the_environment_chooses_the_look_and_nonsense_none(monkeypatch, asked, look):
    monkeypatch.setenv("LEAFLET_APP_LOOK", asked)

    assert look_asked_for() is look


def test_a_button_with_the_keyboard_has_one_frame(qtbot, theme):
    around = QWidget()
    row = QHBoxLayout(around)
    for word in ("Copy", "Paste"):
        row.addWidget(QPushButton(word))
    qtbot.addWidget(around)
    with qtbot.waitActive(around):
        around.show()
        around.activateWindow()
    press("Tab")
    picture = QApplication.focusWidget().grab().toImage()
    colours = {picture.pixelColor(across, picture.height() - 7).name() for across in range(6, picture.width() - 6)}

    assert picture.pixelColor(0, picture.height() // 2) == QColor(theme.tokens.accent)
    assert colours == {theme.tokens.panel.lower()}
