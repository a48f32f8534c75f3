"""What a person does before a picture of the practices and the first steps."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QPushButton, QScrollArea, QTabBar, QWidget

from docs.pictures.hands import wait
from leaflet_app.bootstrap import build_desk
from leaflet_app.domain.practice import Brand, Practice
from leaflet_app.gui.main_window import MainWindow
from leaflet_app.gui.practice.first_steps import FirstStepsSheet
from leaflet_app.gui.practice.practice_chooser import PracticeChooser
from leaflet_app.gui.practice.practice_form import PracticeForm
from leaflet_app.gui.practice.practice_page import PracticePage
from leaflet_app.pdf.render import render
from leaflet_app.services.practice import keep_new
from leaflet_app.services.settings import change as set_to

FAINT = "#F2C14E"
HILL = {"Practice": "Hill Clinic", "Consultant": "Dr Ada Hill", "Phone": "020 7946 0000"}
LONG = {
    "Practice": "The Featherstonehaugh Endocrine and Metabolic Clinic of Ambridge",
    "Consultant": "Professor Wilhelmina Cholmondeley",
    "Role": "Consultant endocrinologist",
    "Qualifications": "MA MD PhD FRCP FRCPE FAcadMed",
    "Phone": "01632 960 001 ext 1234",
    "Email": "secretary.to.professor.cholmondeley@endocrine.example.org",
}


def show_practice(window: MainWindow) -> None:
    """Go to the tab Practice."""
    for bar in window.findChildren(QTabBar):
        names = [bar.tabText(each).replace("&", "") for each in range(bar.count())]
        if "Practice" in names:
            bar.setCurrentIndex(names.index("Practice"))
    wait(6000)


def refuse_colour(window: MainWindow) -> None:
    """Choose a colour in which no word can be read."""
    show_practice(window)
    _field(window, "Main colour").setText(FAINT)
    for form in window.findChildren(PracticeForm):
        form.ensureWidgetVisible(form.brand.accent)
    wait(500)


def fill_in_long_names(window: MainWindow) -> None:
    """Fill in a practice with the longest of names."""
    show_practice(window)
    for name, words in LONG.items():
        _field(window, name).setText(words)
    wait(4000)


def ask_to_remove(window: MainWindow) -> None:
    """Ask to remove the second of two practices."""
    desk = build_desk(render)
    hill = Practice("Dr Ada Hill", "020 7946 0000", name="Hill Clinic", brand=Brand(band="#5B2C6F", accent="#7A3E8E"))
    set_to(desk, "library.practice", keep_new(desk, hill, "Ada Hill").id)
    show_practice(window)
    for page in window.findChildren(PracticePage):
        page.findChild(PracticeChooser).chosen.emit("hill-clinic")
    wait(4000)
    for form in window.findChildren(PracticeForm):
        form.verticalScrollBar().setValue(form.verticalScrollBar().maximum())
    _press(window, "Remove this practice …")
    wait(1000)


def mistype_phone(window: MainWindow) -> None:
    """Write a number in signs that no phone knows."""
    show_practice(window)
    phone = _field(window, "Phone")
    phone.setText("(020) 7946-0000 x12")
    for form in window.findChildren(PracticeForm):
        form.ensureWidgetVisible(_field(window, "Contact form"))
    wait(500)


def begin_first_steps(window: MainWindow) -> FirstStepsSheet:
    """Open the first step."""
    sheet = FirstStepsSheet(build_desk(render), window)
    sheet.show()
    wait(3000)
    return sheet


def go_to_second_step(window: MainWindow) -> FirstStepsSheet:
    """Say who hands leaflets over, and go on to logo and colours."""
    sheet = begin_first_steps(window)
    for name, words in HILL.items():
        _field(sheet, name).setText(words)
    _press(sheet, "Next")
    for area in sheet.findChildren(QScrollArea):
        area.verticalScrollBar().setValue(area.verticalScrollBar().maximum() // 2)
    wait(1500)
    return sheet


def go_to_third_step(window: MainWindow) -> None:
    """See what the leaflets will look like."""
    sheet = go_to_second_step(window)
    _field(sheet, "Main colour").setText("#5B2C6F")
    _field(sheet, "Second colour").setText("#7A3E8E")
    wait(500)
    _press(sheet, "Next")
    wait(5000)


def _field(part: QWidget, name: str) -> QLineEdit:
    return next(each for each in part.findChildren(QLineEdit) if each.accessibleName() == name)


def _press(part: QWidget, words: str) -> None:
    next(each for each in part.findChildren(QPushButton) if each.text() == words).click()
