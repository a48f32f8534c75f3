"""The rarer choices about a leaflet: theme, language, one page, questions to tear off."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel

from leaflet_app.domain.languages import language_of
from leaflet_app.domain.look import Format, Theme
from leaflet_app.domain.selection import Selection
from leaflet_app.gui.preview.leaflet_column import LeafletColumn
from leaflet_app.gui.preview.more_choices import MoreButton, MoreChoices
from leaflet_app.gui.widgets.elided import Elided
from tests.gui.hands import named, press, words_of

EVERYTHING = Selection(theme=Theme.LEGIBLE_CREAM, language="cy", beside="en-GB", is_summary=True, tear_off=True)


@pytest.fixture
def column(qtbot):
    made = LeafletColumn()
    qtbot.addWidget(made)
    made.more.offer_languages(tuple(map(language_of, ("en-GB", "cy", "ur"))))
    made.resize(340, 600)
    made.show()
    return made


@pytest.fixture
def panel(column):
    """Return the panel, opened by its key."""
    QTest.keyClick(column.findChild(MoreButton), Qt.Key.Key_Space)
    yield column.more
    column.more.close()


def chooser(panel, name):
    """Return the chooser beside a label."""
    [label] = [each for each in panel.findChildren(QLabel) if each.text().replace("&", "") == name]
    return label.buddy()


def pick(chooser, words):
    """Choose as a person does, by the words."""
    chooser.setCurrentIndex(chooser.findText(words))
    chooser.activated.emit(chooser.currentIndex())


def test_the_panel_opens_by_keys_with_the_keyboard_in_it_and_esc_closes_it(panel):
    assert QApplication.activePopupWidget() is panel
    assert panel.focusWidget() is chooser(panel, "Theme")

    QTest.keyClick(panel.focusWidget(), Qt.Key.Key_Escape)

    assert not panel.isVisible()


def test_each_theme_is_offered_and_told(panel, qtbot):
    themes = chooser(panel, "Theme")
    assert [themes.itemText(row) for row in range(themes.count())] == [each.label for each in Theme]

    with qtbot.waitSignal(panel.theme_chosen) as told:
        pick(themes, "Dark on cream")

    assert told.args == [Theme.CREAM]


def test_languages_are_offered_by_both_names_and_told_by_their_tag(panel, qtbot):
    languages = chooser(panel, "Language")
    assert [languages.itemText(row) for row in range(3)] == ["English", "Welsh · Cymraeg", "Urdu · اردو"]

    with qtbot.waitSignal(panel.language_chosen) as told:
        pick(languages, "Welsh · Cymraeg")
    assert told.args == ["cy"]

    with qtbot.waitSignal(panel.language_chosen) as told:
        pick(languages, "English")
    assert told.args == [""]


def test_a_library_of_one_language_offers_none(panel):
    panel.offer_languages((language_of("en-GB"),))

    assert not chooser(panel, "Language").isVisible()
    assert "Language" not in words_of(panel)


def test_english_may_stand_beside_another_language_and_beside_none_when_it_is_alone(panel, qtbot):
    box = named(panel, QCheckBox, "Beside English")
    panel.show_choice(Selection())
    assert not box.isEnabled()

    panel.show_choice(Selection(language="cy"))
    for expected in ("en-GB", ""):
        with qtbot.waitSignal(panel.beside_chosen) as told:
            QTest.keyClick(box, Qt.Key.Key_Space)
        assert told.args == [expected]

    panel.show_choice(Selection(language="cy", beside="en-GB"))
    assert box.isChecked()


@pytest.mark.parametrize(
    ("name", "signal"), [("Short summary", "summary_chosen"), ("Questions to tear off", "tear_off_chosen")]
)
def test_a_ticked_box_is_told_by_keys(panel, qtbot, name, signal):
    box = named(panel, QCheckBox, name)

    for expected in (True, False):
        with qtbot.waitSignal(getattr(panel, signal)) as told:
            QTest.keyClick(box, Qt.Key.Key_Space)
        assert told.args == [expected]


def test_what_is_chosen_is_shown_and_not_told(column, qtbot):
    told = []
    for signal in ("theme_chosen", "language_chosen", "beside_chosen", "summary_chosen", "tear_off_chosen"):
        getattr(column.more, signal).connect(told.append)

    column.show_choice(EVERYTHING)

    assert told == []
    assert chooser(column.more, "Theme").currentText() == "High legibility on cream"
    assert chooser(column.more, "Language").currentText() == "Welsh · Cymraeg"
    assert all(each.isChecked() for each in column.more.findChildren(QCheckBox))


def test_what_is_unusual_about_a_leaflet_is_said_above_its_pages(column):
    column.show_choice(EVERYTHING)
    said = "Welsh · Cymraeg · Beside English · Short summary · Questions to tear off · High legibility on cream"
    assert said in words_of(column)
    assert column.findChild(MoreButton).accessibleDescription() == said

    column.show_choice(Selection(format=Format.A5))
    assert "summary" not in words_of(column)


def test_what_has_no_room_above_the_pages_is_told_on_pointing(column):
    column.show_choice(EVERYTHING)
    [line] = column.findChildren(Elided)

    assert line.fontMetrics().horizontalAdvance(line.text()) > line.width()
    assert line.toolTip() == line.text()
    assert column.minimumSizeHint().width() <= column.width() == 340


def test_everything_in_the_panel_has_a_name(panel):
    controls = (*panel.findChildren(QComboBox), *panel.findChildren(QCheckBox))
    spoken = [QAccessible.queryAccessibleInterface(each) for each in controls]

    assert all(
        each.text(QAccessible.Text.Name) or any(how & QAccessible.RelationFlag.Label for _, how in each.relations())
        for each in spoken
    )
    assert [each.text(QAccessible.Text.Description) for each in spoken if each.role() is QAccessible.Role.CheckBox] == [
        "Both languages on one page, side by side",
        "Get help fast, contact and facts",
        "On a last sheet of their own",
    ]


def test_no_word_of_the_panel_is_cut_off_and_all_of_it_is_on_the_screen(panel):
    for label in panel.findChildren(QLabel):
        if label.isVisible():
            assert label.height() >= label.heightForWidth(label.width()) - 1, label.text()
    assert panel.screen().availableGeometry().contains(panel.geometry())


def test_choices_reach_the_leaflet(open_window, desk, qtbot):
    window = open_window(desk)
    more = window.leaflets.column.more
    assert isinstance(more, MoreChoices)

    more.theme_chosen.emit(Theme.CREAM)
    more.summary_chosen.emit(True)
    more.tear_off_chosen.emit(True)
    more.language_chosen.emit("cy")

    chosen = window.leaflets.choice.selection
    assert (chosen.theme, chosen.is_summary, chosen.tear_off, chosen.language) == (Theme.CREAM, True, True, "cy")

    more.beside_chosen.emit("en-GB")
    assert window.leaflets.choice.selection.beside == "en-GB"
    more.language_chosen.emit("")
    assert window.leaflets.choice.selection.beside == ""


def test_the_paper_stays_for_the_next_person_and_nothing_else(open_window, desk):
    window = open_window(desk)
    window.leaflets.choice.become(replace(EVERYTHING, topics=("insulinoma",), note="Dear Ann", body_map=True))

    press("Ctrl+N")

    assert window.leaflets.choice.selection == Selection(theme=EVERYTHING.theme, made_on=desk.today())
