"""What a person does with the window: keys, clicks, and reading what is there."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QListWidget, QPushButton, QToolButton


def press(*keys):
    """Press keys one after another wherever the keyboard is."""
    for key in keys:
        QTest.keySequence(QApplication.focusWidget(), key)


def type_words(words):
    """Type words wherever the keyboard is."""
    QTest.keyClicks(QApplication.focusWidget(), words)


def named(parent, kind, name):
    """Return the visible control with this name."""
    QApplication.processEvents()
    [found] = [each for each in parent.findChildren(kind) if name_of(each) == name and each.isVisible()]
    return found


def name_of(widget):
    """Return how a widget is called."""
    return widget.accessibleName() or getattr(widget, "text", str)().replace("&", "")


def box(parent, name):
    return named(parent, QCheckBox, name)


def click(parent, name):
    QApplication.processEvents()
    kinds = (QPushButton, QToolButton)
    [button] = [
        each for kind in kinds for each in parent.findChildren(kind) if name_of(each) == name and each.isVisible()
    ]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def chosen(window):
    """Return the list of chosen topics as it is read."""
    listed = window.leaflets.choose.findChild(QListWidget)
    return [listed.item(row).text() for row in range(listed.count())]


def words_of(parent):
    """Return all the words of labels that can be seen."""
    QApplication.processEvents()
    return "\n".join(label.text() for label in parent.findChildren(QLabel) if label.isVisible())
