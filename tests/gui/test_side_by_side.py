"""Two texts side by side."""

from threading import current_thread, main_thread

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QCheckBox, QLabel, QPlainTextEdit

from leaflet_app.domain.beside import compared
from leaflet_app.gui.widgets.side_by_side import SideBySide


@pytest.fixture
def beside(qtbot):
    widget = SideBySide()
    qtbot.addWidget(widget)
    show(widget, "A small lump.", "A little lump.")
    return widget


def show(widget, before, after, **shown):
    widget.show_compared(("Here", "There"), compared(before, after), **shown)


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


def test_before_a_choice_neither_text_loses_any_words(beside):
    show(beside, "A small lump.", "A little lump.", is_choice=True)
    left, right = beside.findChildren(QPlainTextEdit)

    assert marked(left, lambda font: font.fontStrikeOut()) == ""
    assert marked(left, lambda font: font.fontUnderline()) == "small"
    assert marked(right, lambda font: font.fontUnderline()) == "little"


def test_a_new_text_stands_alone_to_be_read(beside):
    show(beside, "", "A small lump.")
    left, right = beside.findChildren(QPlainTextEdit)

    assert left.parentWidget().isHidden()
    assert right.toPlainText() == "A small lump."
    assert marked(right, lambda font: font.fontUnderline()) == ""
    assert "There was nothing before: all of it is new." in [label.text() for label in beside.findChildren(QLabel)]

    show(beside, "A lump.", "A small lump.")
    assert not left.parentWidget().isHidden()


def test_texts_are_compared_off_the_windows_thread(qtbot, beside, monkeypatch):
    threads = []
    monkeypatch.setattr(
        "leaflet_app.gui.widgets.side_by_side.compared",
        lambda *texts: threads.append(current_thread()) or compared(*texts),
    )
    beside.show_texts("A lump.", "Two lumps.", ("Here", "There"))

    qtbot.waitUntil(lambda: beside.findChildren(QPlainTextEdit)[1].toPlainText() == "Two lumps.")
    assert main_thread() not in threads


FRONT = '+++\ntitle = "Insulinoma"\n\n[review]\nversion = "1.0.0"\n+++\n\n'


def test_what_stands_above_a_text_is_said_in_words(beside):
    show(beside, f"{FRONT}A small lump.", f"{FRONT.replace('1.0.0', '1.1.0')}A little lump.")
    left, right = beside.findChildren(QPlainTextEdit)

    assert (left.toPlainText(), right.toPlainText()) == ("A small lump.", "A little lump.")
    assert "Version 1.0.0 → 1.1.0" in [label.text() for label in beside.findChildren(QLabel)]
    assert left.accessibleName() == "Here, 2 differences"


def test_all_is_shown_to_whoever_asks_and_stays_so(beside):
    show(beside, f"{FRONT}A small lump.", f"{FRONT}A little lump.")
    beside.findChild(QCheckBox).click()
    left, _ = beside.findChildren(QPlainTextEdit)
    assert left.toPlainText() == f"{FRONT}A small lump."

    show(beside, f"{FRONT}Another text.", "")
    assert left.toPlainText() == f"{FRONT}Another text."


def test_texts_that_a_job_compared_are_shown_without_comparing_them_again(beside, monkeypatch):
    found = compared(f"{FRONT}A small lump.", f"{FRONT}A little lump.")
    for name in ("word_changes", "said_above"):
        monkeypatch.setattr(f"leaflet_app.domain.beside.{name}", lambda *_texts: pytest.fail("on the window's thread"))

    beside.show_compared(("Here", "There"), found)
    beside.findChild(QCheckBox).click()
    assert beside.findChildren(QPlainTextEdit)[0].toPlainText() == f"{FRONT}A small lump."


def test_a_list_has_no_body_and_is_shown_as_it_is(beside):
    show(beside, '[a]\nname = "A"', '[a]\nname = "B"')

    assert beside.findChildren(QPlainTextEdit)[0].toPlainText() == '[a]\nname = "A"'
    assert beside.findChild(QCheckBox).isHidden()


def test_a_reader_of_the_screen_hears_which_text_it_is(beside):
    left, right = beside.findChildren(QPlainTextEdit)

    assert left.accessibleName() == "Here, 2 differences"
    assert right.accessibleName() == "There, 2 differences"


def test_both_texts_scroll_together(qtbot, beside):
    beside.resize(400, 120)
    lines = "\n".join(map(str, range(200)))
    show(beside, lines, lines)
    beside.show()
    left, right = beside.findChildren(QPlainTextEdit)

    left.verticalScrollBar().setValue(left.verticalScrollBar().maximum())

    qtbot.waitUntil(lambda: right.verticalScrollBar().value() == right.verticalScrollBar().maximum())


def test_the_lines_that_are_in_both_stay_level_to_the_very_end(qtbot, beside):
    beside.resize(500, 240)
    beside.show()
    lines = [f"Line {number}." for number in range(120)]
    taken = "\n".join(["Only here."] * 30)
    show(beside, "\n".join([*lines[:60], taken, *lines[60:]]), "\n".join(lines))
    left, right = beside.findChildren(QPlainTextEdit)

    def top(text):
        return text.firstVisibleBlock().text()

    left.verticalScrollBar().setValue(left.document().find("Line 90.").block().firstLineNumber())
    assert top(left) == top(right) == "Line 90."
    right.verticalScrollBar().setValue(right.verticalScrollBar().maximum())
    assert top(left) == top(right)


def test_the_first_difference_of_a_long_text_comes_into_view(qtbot, beside):
    beside.resize(300, 240)
    lines = [f"{number} of many words that are wrapped in a narrow room" for number in range(200)]
    beside.show()
    show(beside, "\n".join(lines), "\n".join([*lines[:120], "Another line", *lines[120:]]))
    right = beside.findChildren(QPlainTextEdit)[1]

    def is_seen():
        cursor = right.document().find("Another line")
        return right.viewport().rect().contains(right.cursorRect(cursor))

    qtbot.waitUntil(is_seen)
