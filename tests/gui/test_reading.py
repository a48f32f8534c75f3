"""Reading a topic: finding words, having them explained, reading on, and coming back to the same place."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QTabBar

from leaflet_app.gui.panes.find_strip import FindStrip
from leaflet_app.gui.panes.rich_text import RichText
from leaflet_app.gui.panes.standing import ordinal
from leaflet_app.gui.panes.topic_pane import TopicPane
from leaflet_app.gui.panes.word_card import WordCard
from tests.gui.hands import box, chosen, click, press, type_words, words_of
from tests.gui.test_accessibility import LEAST_TARGET, nameless


@pytest.fixture
def read(window):
    box(window.leaflets.choose, "Insulinoma").click()
    QApplication.processEvents()
    return window.leaflets.read


def pane(read):
    [front] = [each for each in read.findChildren(TopicPane) if each.isVisible()]
    return front


def said_count(read):
    return words_of(read.findChild(FindStrip))


def find(words):
    press("Ctrl+Shift+F")
    type_words(words)


def marks(read):
    return sum(each.text().count("<span style=") for each in read.findChildren(RichText) if each.isVisible())


def test_words_are_found_in_all_sections_counted_and_marked(read):
    find("insulin")

    places = sum(view.text.mark("insulin", None) for view in pane(read)._views.values())
    assert places > 3
    assert said_count(read) == f"1 of {places}"


def test_f3_goes_on_shift_f3_back_and_both_go_round(read):
    find("blood sugar")
    total = int(said_count(read).split()[-1])
    told = []
    for key in ("F3", "Shift+F3", "Shift+F3", "F3", "Return", "Shift+Return"):
        press(key)
        told.append(int(said_count(read).split()[0]))

    assert told == [2, 1, total, 1, 2, 1]


def test_the_match_that_is_meant_is_brought_into_view(read):
    find("family")
    for _ in range(3):
        press("F3")
    QApplication.processEvents()

    front = pane(read)
    text = front._current.text
    top = text.mapTo(front.viewport(), QPoint()).y() + text.height_of_match()
    assert 0 <= top <= front.viewport().height()


def test_words_that_do_not_stand_there_are_told(read):
    find("zebra")

    assert said_count(read) == "Not in this topic"
    assert not marks(read)


def test_escape_closes_the_search_takes_the_marks_away_and_a_slash_opens_it(read):
    find("insulin")
    assert marks(read)
    press("Esc")
    assert not marks(read)
    assert not read.findChild(FindStrip).isVisible()

    assert isinstance(QApplication.focusWidget(), TopicPane)
    press("/")
    assert isinstance(QApplication.focusWidget(), QLineEdit)


def test_a_slash_can_be_looked_for(read):
    find("and/or")

    assert read.findChild(FindStrip).words == "and/or"


def test_the_search_follows_to_another_topic(window, read):
    find("insulin")
    box(window.leaflets.choose, "VIPoma").click()
    QApplication.processEvents()

    assert pane(read).topic.id == "vipoma"
    assert read.findChild(FindStrip).isVisible()
    assert "of" in said_count(read) or "Not in this topic" in said_count(read)
    [left] = [each for each in read.findChildren(TopicPane) if each.topic.id == "insulinoma"]
    assert not any("<span style=" in each.text() for each in left.findChildren(RichText))


def test_ctrl_f_stays_the_search_for_topics(window, read):
    press("Ctrl+F")

    assert QApplication.focusWidget() is window.leaflets.choose.search


def test_a_word_under_the_pointer_is_explained(read, library):
    text = next(
        each for each in read.findChildren(RichText) if "hormone" in each.text().casefold() and each.isVisible()
    )
    document = text._laid_out()
    at = document.toPlainText().casefold().index("hormone") + 2
    block = document.findBlock(at)
    top = document.documentLayout().blockBoundingRect(block).topLeft()
    line = block.layout().lineForTextPosition(at - block.position())
    place = QPoint(int(top.x() + line.cursorToX(at - block.position())[0]), int(top.y() + line.y() + 6))

    menu = text.menu_at(place + text.contentsRect().topLeft())
    assert menu.actions()[0].text().casefold().startswith("explain “hormone")
    menu.actions()[0].trigger()

    [card] = read.findChildren(WordCard)
    assert "Hormone" in words_of(card)
    card.close()


def test_a_selected_word_that_nobody_explained_is_answered_calmly(read):
    text = next(each for each in read.findChildren(RichText) if "small lump" in each.text() and each.isVisible())
    text.setSelection(text._laid_out().toPlainText().index("small"), 5)

    explain = text.menu_at(QPoint(1, 1)).actions()[0]
    assert explain.text() == "Explain “small”"
    explain.trigger()

    [card] = read.findChildren(WordCard)
    assert "The library does not explain this word yet." in words_of(card)
    card.close()


def test_with_the_keyboard_alone_a_word_is_typed_and_explained(read):
    find("pancreas")
    click(read, "Explain this word")

    [card] = read.findChildren(WordCard)
    assert "ancreas" in card.accessibleName()
    card.close()


def test_what_is_selected_can_be_copied(read):
    text = next(each for each in read.findChildren(RichText) if each.isVisible())
    text.setSelection(0, 5)

    text.menu_at(QPoint(1, 1)).actions()[1].trigger()

    assert QApplication.clipboard().text() == text.selectedText().strip()


def test_related_topics_open_to_read_without_being_ticked(window, read):
    click(read, "Read Glucagonoma")

    assert pane(read).topic.id == "glucagonoma"
    assert window.leaflets.choice.selection.topics == ("insulinoma",)
    assert "is not in the leaflet" in words_of(read)


def test_a_related_topic_that_is_ticked_says_so(window, read):
    box(window.leaflets.choose, "Glucagonoma").click()
    window.leaflets.read.read("insulinoma")
    QApplication.processEvents()

    click(read, "Read Glucagonoma, in the leaflet")
    assert pane(read).topic.id == "glucagonoma"


def test_a_pane_says_its_place_in_the_leaflet_and_how_long_it_takes(window, read):
    assert "1st in the leaflet, about" in words_of(read)
    box(window.leaflets.choose, "VIPoma").click()
    QApplication.processEvents()
    assert "2nd in the leaflet, about" in words_of(read)
    window.leaflets.choice.reorder(("vipoma", "insulinoma"))
    assert "1st in the leaflet, about" in words_of(read)


def test_a_topic_that_is_only_read_has_no_place_but_takes_its_time(read):
    click(read, "Read Glucagonoma")

    assert "About" in words_of(read)
    assert "in the leaflet, about" not in words_of(read)
    assert "minutes to read" in words_of(read)


@pytest.mark.parametrize(
    ("number", "said"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (22, "22nd"), (28, "28th")],
)
def test_places_are_said_as_people_say_them(number, said):
    assert ordinal(number) == said


def test_a_pane_keeps_its_place_between_tabs_and_after_unticking(window, read):
    pane(read).verticalScrollBar().setValue(333)
    box(window.leaflets.choose, "VIPoma").click()
    QApplication.processEvents()
    window.leaflets.read.read("insulinoma")
    QApplication.processEvents()
    assert pane(read).verticalScrollBar().value() == 333

    tick = box(window.leaflets.choose, "Insulinoma")
    tick.click()
    assert chosen(window) == ["1  VIPoma"]
    tick.click()
    QApplication.processEvents()
    assert pane(read).topic.id == "insulinoma"
    assert pane(read).verticalScrollBar().value() == 333


def test_the_last_pages_are_no_topic_to_look_in(read):
    find("insulin")
    read.findChild(QTabBar).setCurrentIndex(1)

    assert not read.findChild(FindStrip).isVisible()
    press("Ctrl+Shift+F")
    assert not read.findChild(FindStrip).isVisible()


def test_the_search_in_a_topic_has_names_and_large_targets(window, read, qtbot):
    find("insulin")

    assert nameless(window) == []
    QApplication.processEvents()
    assert small_buttons(read) == []


def small_buttons(read):
    shown = (each for each in read.findChildren(QAbstractButton) if each.isVisible())
    return [each.accessibleName() or each.text() for each in shown if min(each.width(), each.height()) < LEAST_TARGET]
