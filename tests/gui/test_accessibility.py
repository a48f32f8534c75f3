"""What a screen reader and a keyboard find in every part of the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from leaflet_app.domain.errors import UnexpectedFault
from leaflet_app.gui.panes.word_card import WordCard
from leaflet_app.gui.places import LEAFLETS, LIBRARY, OUTBOX, REGISTER, SETTINGS
from tests.gui.hands import box, press, type_words

LEAST_TARGET = 24


def walk(spoken):
    yield spoken
    for place in range(spoken.childCount()):
        child = spoken.child(place)
        if child is not None:
            yield from walk(child)


def nameless(widget):
    """Return the things that take the keyboard but have no name."""
    return [
        (each.role(), each.object())
        for each in walk(QAccessible.queryAccessibleInterface(widget))
        if each.state().focusable and not each.state().invisible and not named(each)
    ]


def named(spoken):
    own = spoken.text(QAccessible.Text.Name).strip()
    labels = (label for label, how in spoken.relations() if how & QAccessible.RelationFlag.Label)
    return own or any(label.text(QAccessible.Text.Name).strip() for label in labels)


@pytest.mark.parametrize("place", [LEAFLETS, OUTBOX, REGISTER, LIBRARY, SETTINGS])
def test_everything_that_takes_the_keyboard_has_a_name(window, place):
    for name in ("Insulinoma", "VIPoma"):
        box(window.leaflets.choose, name).click()
    window.tell(UnexpectedFault())
    window.show_place(place)
    QApplication.processEvents()

    assert nameless(window) == []


def test_the_audit_finds_a_control_without_a_name(window, qtbot):
    stranger = QWidget(window)
    stranger.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    stranger.show()

    assert [found for _, found in nameless(window)] == [stranger]


def test_a_search_in_progress_and_an_empty_desk_are_named_too(window):
    assert nameless(window) == []
    type_words("vip")
    assert nameless(window) == []


def test_the_card_of_a_word_reads_itself_out(window, library, qtbot):
    term = library.glossary.terms[0]
    card = WordCard(window, term)
    qtbot.addWidget(card)

    spoken = QAccessible.queryAccessibleInterface(card).text(QAccessible.Text.Name)
    assert term.word in spoken
    assert term.meaning[1:] in spoken


def test_tab_reaches_every_control_of_the_place_and_comes_round(window):
    box(window.leaflets.choose, "Insulinoma").click()
    QApplication.processEvents()
    window.leaflets.choose.focus_search()
    first = QApplication.focusWidget()
    reached = [first]
    for _ in range(400):
        press("Tab")
        if QApplication.focusWidget() is first:
            break
        reached.append(QApplication.focusWidget())

    place = window.leaflets
    order = [
        next((n for n, c in enumerate((place.choose, place.read, place.column)) if c.isAncestorOf(w)), -1)
        for w in reached
    ]
    assert QApplication.focusWidget() is first
    assert {0, 1, 2} <= set(order)
    columns = [n for n in dict.fromkeys(order) if n >= 0]
    assert columns == [0, 1, 2]


def test_every_target_is_large_enough_to_hit(window):
    box(window.leaflets.choose, "Insulinoma").click()
    QApplication.processEvents()

    small = [
        (each.accessibleName() or each.text(), each.size())
        for each in window.findChildren(QAbstractButton)
        if each.isVisible() and min(each.width(), each.height()) < LEAST_TARGET
    ]
    assert small == []


def test_check_boxes_can_be_ticked_by_assistive_technology(window):
    insulinoma = QAccessible.queryAccessibleInterface(box(window.leaflets.choose, "Insulinoma"))

    insulinoma.actionInterface().doAction("Toggle")

    assert window.leaflets.choice.selection.topics == ("insulinoma",)
    assert insulinoma.state().checked
