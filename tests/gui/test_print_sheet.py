import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPushButton, QRadioButton, QSpinBox

from leaflet_app.domain.errors import CannotPrint
from leaflet_app.domain.look import Format
from leaflet_app.domain.printing import Ink, PrintChoices, Printer, Sides
from leaflet_app.gui.send.print_sheet import PrintSheet
from tests.gui.hands import click, named, words_of

FRONT = Printer("front-desk", "Front desk", is_default=True, is_two_sided=True, papers=("A4", "A5"))
COLOUR = Printer("colour", "Colour in the office", is_colour=True, papers=("A4",), said="out of paper")
LIKED = PrintChoices("front-desk", 2, "", Sides.LONG_EDGE)
BOOKLET = "As a booklet: A5 pages on A4, to fold in the middle"


@pytest.fixture
def sheet(window):
    return PrintSheet(window)


@pytest.fixture
def ask(sheet, qtbot):
    def asked(liked=LIKED, page_format=Format.STANDARD, pages=4, printers=(FRONT, COLOUR)):
        sheet.ask(liked, page_format, pages)
        if printers:
            sheet.offer_printers(printers)
        qtbot.waitUntil(sheet.isActiveWindow)
        return sheet

    return asked


@pytest.fixture
def chosen(sheet):
    told = []
    sheet.print_chosen.connect(lambda choices, is_booklet: told.append((choices, is_booklet)))
    return told


def pick(sheet, name, words):
    """Choose as a person does from a list."""
    chooser = named(sheet, QComboBox, name)
    chooser.setCurrentIndex(chooser.findText(words))
    chooser.activated.emit(chooser.currentIndex())


def test_it_opens_as_this_place_prints_with_the_keyboard_on_print(ask, qtbot, chosen):
    sheet = ask()

    assert sheet.focusWidget() is named(sheet, QPushButton, "Print")
    click(sheet, "Print")
    assert chosen == [(LIKED, False)]
    assert not sheet.isVisible()


def test_it_says_what_will_come_out(ask):
    assert "4 pages on 2 sheets of A4, 2 copies." in words_of(ask())


def test_it_can_print_before_the_printers_are_known(ask, chosen):
    click(ask(printers=()), "Print")

    assert chosen == [(LIKED, False)]


def test_a_printer_offers_only_what_it_can(ask, chosen):
    sheet = ask()
    assert named(sheet, QComboBox, "Sides").isEnabled()
    assert not named(sheet, QComboBox, "Colour").isEnabled()

    pick(sheet, "Printer", "Colour in the office")

    assert not named(sheet, QComboBox, "Sides").isEnabled()
    assert not named(sheet, QComboBox, "Paper").isEnabled()
    pick(sheet, "Colour", "Black and grey")
    click(sheet, "Print")
    assert chosen == [(PrintChoices("colour", 2, ink=Ink.GREY), False)]


def test_what_is_wrong_with_a_printer_is_said_beside_it(ask):
    sheet = ask()
    assert "Out of paper" not in words_of(sheet)

    pick(sheet, "Printer", "Colour in the office")

    assert "Out of paper" in words_of(sheet)


def test_a_printer_that_is_liked_and_gone_says_so(ask):
    sheet = ask(PrintChoices("attic"))

    assert named(sheet, QComboBox, "Printer").currentText() == "attic"
    assert "This printer is not there now" in words_of(sheet)


def test_pages_that_are_typed_are_chosen_and_counted(ask, qtbot, chosen):
    sheet = ask()
    qtbot.keyClicks(named(sheet, QLineEdit, "These pages"), "1-2, 4")

    assert named(sheet, QRadioButton, "These").isChecked()
    assert "3 pages on 2 sheets of A4, 2 copies." in words_of(sheet)
    click(sheet, "Print")
    assert chosen[0][0].pages == "1-2, 4"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("9", "There is no page 9: the leaflet has 4 pages. Choose pages from 1 to 4."),
        ("x", "These are no page numbers."),
    ],
)
def test_pages_that_are_not_there_cannot_be_printed(ask, qtbot, typed, said):
    sheet = ask()
    qtbot.keyClicks(named(sheet, QLineEdit, "These pages"), typed)

    assert said in words_of(sheet)
    assert not named(sheet, QPushButton, "Print").isEnabled()


def test_copies_are_counted_by_buttons_too(ask, chosen):
    sheet = ask()
    click(sheet, "One copy more")

    assert named(sheet, QSpinBox, "Copies").value() == 3
    click(sheet, "Print")
    assert chosen[0][0].copies == 3


def test_a_booklet_leaves_nothing_to_choose_about_pages_sides_and_paper(ask, chosen):
    sheet = ask()
    named(sheet, QCheckBox, BOOKLET).setChecked(True)

    assert not named(sheet, QComboBox, "Sides").isEnabled()
    assert not named(sheet, QRadioButton, "All 4").isEnabled()
    assert "A booklet on sheets of A4, 2 copies, to fold in the middle. Both sides are printed." in words_of(sheet)
    click(sheet, "Print")
    assert chosen[0][1]


def test_a_printer_of_one_side_asks_for_a_hand_with_a_booklet(ask):
    sheet = ask()
    pick(sheet, "Printer", "Colour in the office")
    named(sheet, QCheckBox, BOOKLET).setChecked(True)

    assert "Turn the sheets over by hand, on the short edge." in words_of(sheet)


@pytest.mark.parametrize(
    ("page_format", "is_checked", "is_enabled"),
    [(Format.STANDARD, False, True), (Format.BOOKLET, True, False), (Format.LARGE, False, False)],
)
def test_large_print_is_never_made_small_for_a_booklet(ask, page_format, is_checked, is_enabled):
    booklet = named(ask(page_format=page_format), QCheckBox, BOOKLET)

    assert (booklet.isChecked(), booklet.isEnabled()) == (is_checked, is_enabled)


def test_smaller_paper_says_that_letters_shrink(ask):
    sheet = ask()
    pick(sheet, "Paper", "A5")

    assert "The pages are made smaller to fit A5." in words_of(sheet)


def test_the_length_is_told_as_soon_as_it_is_known(ask):
    sheet = ask(pages=0)
    assert "Every page on A4, 2 copies." in words_of(sheet)

    sheet.tell_pages(6)

    assert "6 pages on 3 sheets of A4, 2 copies." in words_of(sheet)


def test_without_a_printer_saving_is_the_next_step(ask, sheet, qtbot):
    ask(printers=())
    sheet.show_problem(CannotPrint("this computer knows no printer", "Save the leaflet."))

    assert "this computer knows no printer" in words_of(sheet)
    assert not named(sheet, QPushButton, "Print").isEnabled()
    with qtbot.waitSignal(sheet.save_chosen):
        click(sheet, "Save PDF instead")


def test_the_next_leaflet_begins_afresh(ask, qtbot):
    qtbot.keyClicks(named(ask(), QLineEdit, "These pages"), "9")
    sheet = ask(PrintChoices("colour"), pages=2)

    assert named(sheet, QRadioButton, "All 2").isChecked()
    assert named(sheet, QComboBox, "Printer").currentText() == "Colour in the office"
    assert "2 pages on A4." in words_of(sheet)
