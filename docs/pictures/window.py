"""What a person does in the window for a picture of it, place by place."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QTabWidget, QToolButton

from docs.pictures.given import OLD_CODE, fill_register
from docs.pictures.hands import press, wait
from leaflet_app.domain.look import Format, Theme
from leaflet_app.gui.library_place.text_table import HEADINGS, TextTable
from leaflet_app.gui.main_window import MainWindow
from leaflet_app.gui.panes.topic_pane import TopicPane
from leaflet_app.gui.places import LEAFLETS, REGISTER
from leaflet_app.gui.preview.more_choices import MoreButton
from leaflet_app.gui.register_place.entry_table import EntryTable

MAIL_SERVER = {"Mail server": "smtp.example.org", "Port": "587"}


def find_in_topic(window: MainWindow) -> None:
    """Look for a word in the topic that is read, and go to the second place."""
    press(window, "Ctrl+Shift+F")
    QTest.keyClicks(window.focusWidget(), "blood sugar")
    press(window, "F3")


def read_to_the_end(window: MainWindow) -> None:
    """Scroll to what people read also."""
    for pane in window.findChildren(TopicPane):
        pane.verticalScrollBar().setValue(pane.verticalScrollBar().maximum())


def begin_with_a_set(window: MainWindow) -> None:
    """Have a set of the practice's own and some favourites, and begin the next leaflet."""
    window.leaflets.choose.star(("insulinoma", "coping"))
    window.leaflets.choose.set_asked.emit()
    QTest.keyClicks(window.focusWidget(), "Friday clinic")
    press(window, "Return")
    press(window, "Ctrl+N")
    for button in window.findChildren(QPushButton):
        if button.text() == "Close" and button.isVisible():
            button.click()


def name_a_set(window: MainWindow) -> None:
    """Ask for the name of a set."""
    window.leaflets.choose.set_asked.emit()
    QTest.keyClicks(window.focusWidget(), "New insulinoma patient")


def choose_worst_text(window: MainWindow) -> None:
    """Sort the library by problems and choose the first row."""
    for table in window.findChildren(TextTable):
        while not table.model().rowCount():
            wait(100)
        table.sort_by(HEADINGS.index("Problems"))
        table.selectRow(0)


def choose_pancreas(window: MainWindow) -> None:
    """Open the body map as a person does, and choose an organ."""
    for button in window.leaflets.choose.body.findChildren(QToolButton):
        if not button.isChecked():
            button.click()
    window.leaflets.choose.body.map.choose("pancreas")


def fold_a_booklet(window: MainWindow) -> None:
    """Print the leaflet as a booklet."""
    window.leaflets.choice.print_on(Format.BOOKLET)
    wait(3000)


def choose_more(window: MainWindow) -> None:
    """Open the panel of rarer choices, with some of them made."""
    choice = window.leaflets.choice
    choice.dress_in(Theme.LEGIBLE_CREAM)
    choice.sum_up(is_summary=True)
    choice.tear_off(apart=True)
    wait(3000)
    for button in window.findChildren(MoreButton):
        button.click()


def choose_print(window: MainWindow) -> None:
    """Open the print sheet."""
    press(window, "Ctrl+P")
    wait(500)


def print_at_once(window: MainWindow) -> None:
    """Print as last time, which the sheet remembered."""
    choose_print(window)
    QTest.keySequence(QApplication.focusWidget(), QKeySequence("Return"))
    wait(1000)


def print_in_urdu(window: MainWindow) -> None:
    """Print the leaflet in another language."""
    window.leaflets.choice.speak("ur")
    wait(3000)


def set_mail_up(window: MainWindow) -> None:
    """Show how a mail server is set, with a line that does not go with another."""
    for pages in window.findChildren(QTabWidget):
        if pages.accessibleName() == "Groups of settings":
            pages.setCurrentIndex(2)
    for field in window.findChildren(QLineEdit):
        if field.accessibleName() in MAIL_SERVER:
            field.selectAll()
            field.setFocus()
            QTest.keyClicks(field, MAIL_SERVER[field.accessibleName()])
            press(window, "Return")


def read_register(window: MainWindow) -> None:
    """Come back to a register with a week of leaflets in it, and choose one with an old text."""
    fill_register()
    window.show_place(LEAFLETS)
    window.show_place(REGISTER)
    wait(2000)
    for table in window.findChildren(EntryTable):
        table.selectRow(5)


def check_a_code(window: MainWindow) -> None:
    """Type the code of a leaflet as someone read it out."""
    read_register(window)
    for field in window.findChildren(QLineEdit):
        if field.accessibleName() == "Check a code":
            field.setFocus()
            QTest.keyClicks(field, OLD_CODE.lower())
            press(window, "Return")
    wait(2000)
