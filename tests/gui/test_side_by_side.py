"""Two texts side by side."""

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QCheckBox, QLabel, QPlainTextEdit

from leaflet_app.domain.beside import compared
from leaflet_app.gui.widgets.side_by_side import SideBySide


@pytest.fixture
def beside(qtbot):
    widget = SideBySide()
    qtbot.addWidget(widget)
    widget.show_texts("A small lump.", "A little lump.", ("Here", "There"))
    return widget


def marked(text, is_marked):
    """Return the words of a text that a font marks so."""
    found, cursor = "", QTextCursor(text.document())
    for at in range(1, len(text.toPlainText()) + 1):
        cursor.setPosition(at)
        if is_marked(cursor.charFormat()):
            found += text.toPlainText()[at - 1]
    return found


def test_each_text_stands_whole_and_marks_what_the_other_lacks(beside):
    left, right = beside.findChildren(QPlainTextEdit)

    assert left.toPlainText() == "A small lump."
    assert right.toPlainText() == "A little lump."
    assert marked(left, lambda font: font.fontStrikeOut()) == "small"
    assert marked(right, lambda font: font.fontUnderline()) == "little"


FRONT = '+++\ntitle = "Insulinoma"\n\n[review]\nversion = "1.0.0"\n+++\n\n'


def test_what_stands_above_a_text_is_said_in_words(beside):
    beside.show_texts(f"{FRONT}A small lump.", f"{FRONT.replace('1.0.0', '1.1.0')}A little lump.", ("Here", "There"))
    left, right = beside.findChildren(QPlainTextEdit)

    assert (left.toPlainText(), right.toPlainText()) == ("A small lump.", "A little lump.")
    assert "Version 1.0.0 → 1.1.0" in [label.text() for label in beside.findChildren(QLabel)]
    assert left.accessibleName() == "Here, 2 differences"


def test_all_is_shown_to_whoever_asks_and_stays_so(beside):
    beside.show_texts(f"{FRONT}A small lump.", f"{FRONT}A little lump.", ("Here", "There"))
    beside.findChild(QCheckBox).click()
    left, _ = beside.findChildren(QPlainTextEdit)
    assert left.toPlainText() == f"{FRONT}A small lump."

    beside.show_texts(f"{FRONT}Another text.", "", ("Here", "There"))
    assert left.toPlainText() == f"{FRONT}Another text."


def test_texts_that_a_job_compared_are_shown_without_comparing_them_again(beside, monkeypatch):
    found = compared(f"{FRONT}A small lump.", f"{FRONT}A little lump.")
    for name in ("word_changes", "said_above"):
        monkeypatch.setattr(f"leaflet_app.domain.beside.{name}", lambda *_texts: pytest.fail("on the window's thread"))

    beside.show_compared(("Here", "There"), found)
    beside.findChild(QCheckBox).click()
    assert beside.findChildren(QPlainTextEdit)[0].toPlainText() == f"{FRONT}A small lump."


def test_a_list_has_no_body_and_is_shown_as_it_is(beside):
    beside.show_texts('[a]\nname = "A"', '[a]\nname = "B"', ("Here", "There"))

    assert beside.findChildren(QPlainTextEdit)[0].toPlainText() == '[a]\nname = "A"'
    assert beside.findChild(QCheckBox).isHidden()


def test_a_reader_of_the_screen_hears_which_text_it_is(beside):
    left, right = beside.findChildren(QPlainTextEdit)

    assert left.accessibleName() == "Here, 2 differences"
    assert right.accessibleName() == "There, 2 differences"


def test_both_texts_scroll_together(qtbot, beside):
    beside.resize(400, 120)
    lines = "\n".join(map(str, range(200)))
    beside.show_texts(lines, lines, ("Here", "There"))
    beside.show()
    left, right = beside.findChildren(QPlainTextEdit)

    left.verticalScrollBar().setValue(left.verticalScrollBar().maximum())

    qtbot.waitUntil(lambda: right.verticalScrollBar().value() == right.verticalScrollBar().maximum())


def test_the_first_difference_of_a_long_text_comes_into_view(qtbot, beside):
    beside.resize(300, 240)
    lines = [f"{number} of many words that are wrapped in a narrow room" for number in range(200)]
    beside.show()
    beside.show_texts("\n".join(lines), "\n".join([*lines[:120], "Another line", *lines[120:]]), ("Here", "There"))
    right = beside.findChildren(QPlainTextEdit)[1]

    def is_seen():
        cursor = right.document().find("Another line")
        return right.viewport().rect().contains(right.cursorRect(cursor))

    qtbot.waitUntil(is_seen)
