"""What pictures are made with: keys pressed on the window, and time in which it works."""

from __future__ import annotations

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget


def press(window: QWidget, key: str) -> None:
    """Press keys wherever the keyboard is."""
    QTest.keySequence(window.focusWidget() or window, QKeySequence(key))
    wait(50)


def wait(milliseconds: int) -> None:
    """Let the window work. QTest.qWait would not: it holds the interpreter, and the drawing thread starves."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
