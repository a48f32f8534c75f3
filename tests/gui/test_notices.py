import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from leaflet_app.domain.errors import NothingChosen, UnexpectedFault
from leaflet_app.gui.notices import tell


@pytest.fixture
def parent(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def answering(qtbot, parent):
    """Answer the next box, and keep what it said."""
    said = []

    def answer(act):
        def do():
            box = QApplication.activeModalWidget()
            said.append((box.text(), box.informativeText(), [button.text() for button in box.buttons()]))
            act(box)

        QTimer.singleShot(0, parent, do)
        return said

    return answer


def press(words):
    return lambda box: next(button for button in box.buttons() if words in button.text()).click()


def test_an_error_is_told_in_its_two_sentences(parent, answering):
    said = answering(press("OK"))
    tell(parent, NothingChosen())

    assert said == [("No topic is chosen.", "Tick at least one topic.", ["OK"])]


def test_the_details_of_an_unexpected_fault_can_be_copied(parent, answering):
    answering(press("Copy details"))
    tell(parent, UnexpectedFault("ValueError in wrap, story.py:42"))

    assert "ValueError in wrap, story.py:42" in QGuiApplication.clipboard().text()
