"""Write in the source of a text: buttons, completion, find and replace, underlines."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLineEdit, QMenu, QPushButton, QToolButton

from leaflet_app.domain.completing import Names, Offer
from leaflet_app.domain.faults import Fault, Weight
from leaflet_app.gui.editor.edited_text import EditedText
from leaflet_app.gui.editor.find_bar import FindBar
from leaflet_app.gui.editor.source_edit import SourceEdit
from leaflet_app.gui.editor.spelling_menu import offer_spelling
from leaflet_app.gui.editor.tool_row import ToolRow
from tests.gui.hands import named

TEXT = """+++
title = "Insulinoma"
support = []
[facts]
spread = { text = "about 1 in 10" }
+++

## What is it? {#what}

A net is a NET. The network is small.
"""
FILE = "topics/insulinoma/en-GB.md"


@pytest.fixture
def editor(qtbot):
    source = SourceEdit(EditedText(FILE, TEXT, "c0"))
    source.edited.setParent(source)
    qtbot.addWidget(source)
    source.resize(600, 500)
    source.show()
    qtbot.waitExposed(source)
    source.setFocus()
    yield source
    source.completion._popup.hide()


def stand_at(editor, words):
    at = editor.edited.text.index(words) + len(words)
    editor.choose(at, at)


@pytest.fixture
def tools(qtbot, editor):
    row = ToolRow(editor)
    qtbot.addWidget(row)
    row.resize(600, 80)
    row.show()
    return row


@pytest.mark.parametrize("name", ["Bold", "Bullets", "Link", "999 line"])
def test_each_button_is_one_step_to_undo(editor, tools, name):
    at = TEXT.index("network")
    editor.choose(at, at + 7)
    named(tools, QToolButton, name).click()
    assert editor.edited.text != TEXT

    editor.undo()
    assert editor.edited.text == TEXT


def test_a_key_does_what_its_button_does(qtbot, editor, tools):
    at = TEXT.index("network")
    editor.activateWindow()
    qtbot.waitUntil(editor.hasFocus)
    editor.choose(at, at + 7)
    QTest.keyClick(editor, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)

    assert "**network**" in editor.edited.text


def test_the_menus_offer_sections_and_the_texts_own_facts(editor, tools):
    named(tools, QToolButton, "Fact").click()
    [fact] = tools.findChild(QMenu).actions()
    assert fact.text() == "spread   about 1 in 10"
    stand_at(editor, "is small")
    fact.trigger()

    assert "is small{spread}." in editor.edited.text


def test_undo_and_redo_wait_until_there_is_something(editor, tools):
    undo = named(tools, QToolButton, "Undo")
    assert not undo.isEnabled()
    editor.insertPlainText("x")

    undo.click()
    assert editor.edited.text == TEXT
    assert named(tools, QToolButton, "Redo").isEnabled()


def test_a_bracket_offers_the_facts_and_enter_writes_one(editor):
    stand_at(editor, "is small")
    QTest.keyClicks(editor, "{")
    assert editor.completion.offered == ("spread   about 1 in 10",)

    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert "is small{spread}." in editor.edited.text
    assert not editor.completion.is_open


def test_what_is_written_from_the_list_is_one_step(editor):
    stand_at(editor, "is small")
    QTest.keyClicks(editor, "{sp")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    editor.undo()

    assert "{spread}" not in editor.edited.text


def test_ctrl_space_offers_words_that_the_library_explains(editor):
    editor.completion.know({Names.WORDS: (Offer("smallpox", "an illness"),)})
    stand_at(editor, "is small")
    QTest.keyClick(editor, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)

    assert editor.completion.offered == ("smallpox   an illness",)


def test_lists_of_names_offer_organisations(editor):
    editor.completion.know({Names.ORGANISATIONS: (Offer("ncuk", "Neuroendocrine Cancer UK"),)})
    stand_at(editor, "support = [")
    QTest.keyClicks(editor, '"')
    QTest.keyClick(editor, Qt.Key.Key_Return)

    assert 'support = ["ncuk"]' in editor.edited.text


def test_plain_words_open_no_list(editor):
    editor.completion.know({Names.WORDS: (Offer("smallpox"),)})
    stand_at(editor, "is small")
    QTest.keyClicks(editor, "p")

    assert not editor.completion.is_open


@pytest.fixture
def bar(qtbot, editor):
    found = FindBar(editor)
    qtbot.addWidget(found)
    found.open_bar()
    yield found
    found.close()


def fields(bar):
    return bar.findChildren(QLineEdit)


def test_find_counts_and_goes_around(editor, bar):
    sought, _ = fields(bar)
    sought.setText("net")
    assert bar.told == "3 places"

    for place in ("1 of 3", "2 of 3", "3 of 3", "1 of 3"):
        QTest.keyClick(sought, Qt.Key.Key_Return)
        assert bar.told == place


def test_find_whole_words_in_the_same_case(editor, bar):
    fields(bar)[0].setText("net")
    named(bar, QCheckBox, "Whole words").click()
    named(bar, QCheckBox, "Same case").click()

    assert bar.told == "1 place"


def test_replacing_all_is_counted_and_one_step(editor, bar):
    sought, put = fields(bar)
    sought.setText("net")
    put.setText("tumour")
    named(bar, QPushButton, "Replace all").click()
    assert "A tumour is a tumour. The tumourwork" in editor.edited.text
    assert bar.told.startswith("3 places replaced")

    editor.undo()
    assert editor.edited.text == TEXT


def test_replacing_one_goes_on_to_the_next(editor, bar):
    sought, put = fields(bar)
    sought.setText("net")
    put.setText("lump")
    bar.go_on()
    named(bar, QPushButton, "Replace").click()

    assert "A lump is a NET." in editor.edited.text
    assert editor.edited.text[slice(*editor.chosen)] == "NET"


def test_nothing_found_says_so(bar):
    fields(bar)[0].setText("zebra")

    assert bar.told == "Not found"
    assert not named(bar, QPushButton, "Replace all").isEnabled()


def test_faults_underline_the_words_they_quote(editor):
    line = TEXT.splitlines().index("A net is a NET. The network is small.") + 1
    editor.show_faults([Fault(FILE, line, "“network” is odd", "write “net”", Weight.WARNING)])

    [drawn] = editor.extraSelections()
    assert drawn.cursor.selectedText() == "network"
    assert editor.gutter.marks == {line: Weight.WARNING}


def test_the_heavier_fault_marks_the_line(editor):
    editor.show_faults([Fault(FILE, 3, "a", "b"), Fault(FILE, 3, "c", "d", Weight.WARNING)])

    assert editor.gutter.marks == {3: Weight.FAULT}


def test_a_word_that_is_not_known_offers_what_was_meant(qtbot, editor):
    at = TEXT.index("network")
    editor.underlines.show_misspelt(((at, at + 7),))
    menu = QMenu(editor)
    editor.add_spelling(menu, at + 2)
    with qtbot.waitSignal(editor.word_asked) as asked:
        menu.actions()[0].trigger()

    offer_spelling(editor, lambda _word, tell: tell(("net work", "networks")), *asked.args)
    [offered] = [each for each in editor.findChildren(QMenu) if "Instead of" in each.accessibleName()]
    offered.actions()[0].trigger()
    offered.close()
    assert "The net work is small." in editor.edited.text


def test_the_end_of_a_text_is_a_place_like_any_other(editor):
    editor.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(editor, "The end.")

    assert editor.edited.text == TEXT + "The end."
