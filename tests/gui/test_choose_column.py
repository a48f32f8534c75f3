from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QListWidget

from tests.gui.hands import box, chosen, click, named, press, type_words, words_of


def shown_topics(window):
    return [each.text() for each in window.leaflets.choose.findChildren(QCheckBox) if each.isVisible()]


def test_the_keyboard_starts_in_the_search_box(window):
    assert QApplication.focusWidget() is window.leaflets.choose.search


def test_enter_ticks_the_first_match_and_clears_the_box(window):
    type_words("ins")
    press("Return")

    assert window.leaflets.choice.selection.topics == ("insulinoma",)
    assert box(window.leaflets.choose, "Insulinoma").isChecked()
    assert window.leaflets.choose.search.text() == ""
    assert QApplication.focusWidget() is window.leaflets.choose.search


def test_a_search_shows_only_what_it_found_and_says_what_enter_does(window):
    type_words("vip")

    assert shown_topics(window) == ["VIPoma"]
    assert "Enter ticks VIPoma." in words_of(window.leaflets.choose)


def test_enter_without_a_match_ticks_nothing_and_the_words_stay(window):
    type_words("qqqq")
    press("Return")

    assert not window.leaflets.choice.selection.topics
    assert "No topic matches “qqqq”. Try another word." in words_of(window.leaflets.choose)


def test_escape_brings_all_topics_back(window):
    before = shown_topics(window)
    type_words("vip")
    press("Escape")

    assert shown_topics(window) == before


def test_down_goes_to_the_best_match_and_space_ticks_it(window):
    type_words("gluc")
    press("Down", "Space")

    assert window.leaflets.choice.selection.topics == ("glucagonoma",)


def test_unticking_takes_the_topic_out_again(window):
    insulinoma = box(window.leaflets.choose, "Insulinoma")
    insulinoma.click()
    insulinoma.click()

    assert not window.leaflets.choice.selection.topics
    assert "Nothing is chosen yet." in words_of(window.leaflets.choose)


def test_topics_come_into_print_order_by_themselves(window):
    for name in ("Insulinoma", "What is a neuroendocrine tumour?"):
        box(window.leaflets.choose, name).click()

    assert chosen(window) == ["1  What is a neuroendocrine tumour?", "2  Insulinoma"]


def test_alt_up_and_the_button_move_a_chosen_topic(window):
    for name in ("Gastrinoma and Zollinger-Ellison syndrome", "Insulinoma", "VIPoma"):
        box(window.leaflets.choose, name).click()
    listed = window.leaflets.choose.findChild(QListWidget)
    listed.setFocus()
    listed.setCurrentRow(2)

    press("Alt+Up")
    assert window.leaflets.choice.selection.topics == ("gastrinoma", "vipoma", "insulinoma")

    click(window.leaflets.choose, "Move up")
    assert window.leaflets.choice.selection.topics == ("vipoma", "gastrinoma", "insulinoma")
    assert listed.currentRow() == 0


def test_dragging_a_topic_reorders_the_leaflet(window, qtbot):
    for name in ("Insulinoma", "VIPoma"):
        box(window.leaflets.choose, name).click()
    listed = window.leaflets.choose.findChild(QListWidget)

    listed.model().moveRow(listed.rootIndex(), 1, listed.rootIndex(), 0)  # what a drop within the list does

    qtbot.waitUntil(lambda: window.leaflets.choice.selection.topics == ("vipoma", "insulinoma"))
    assert chosen(window) == ["1  VIPoma", "2  Insulinoma"]


def test_delete_removes_the_current_topic(window):
    for name in ("Insulinoma", "VIPoma"):
        box(window.leaflets.choose, name).click()
    listed = window.leaflets.choose.findChild(QListWidget)
    listed.setFocus()
    listed.setCurrentRow(0)
    press("Del")

    assert window.leaflets.choice.selection.topics == ("vipoma",)
    assert not box(window.leaflets.choose, "Insulinoma").isChecked()


def test_a_long_title_wraps_instead_of_being_cut(window):
    long = box(window.leaflets.choose, "Gastrinoma and Zollinger-Ellison syndrome")
    short = box(window.leaflets.choose, "Insulinoma")

    assert long.width() <= window.leaflets.choose.width()
    assert long.height() >= short.height() + long.fontMetrics().lineSpacing()


def test_a_click_on_a_chosen_topic_opens_its_pane(window):
    for name in ("Insulinoma", "VIPoma"):
        box(window.leaflets.choose, name).click()
    listed = named(window.leaflets.choose, QListWidget, "Chosen topics, in print order")

    first = listed.visualItemRect(listed.item(0)).center()
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=first)

    assert "For people told they have an insulinoma" in words_of(window.leaflets.read)
