"""One of a few, each by its label."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QComboBox, QLabel, QSizePolicy, QStyle, QStyleOptionComboBox, QStylePainter

LEAST_WIDTH = 96


class Labelled(Protocol):
    """Anything with a name that a person reads."""

    @property
    def label(self) -> str:
        """Return the name."""
        ...


class Chooser(QComboBox):
    """A drop-down list with a label beside it: on Linux a chooser's name is its label's."""

    chosen = Signal(object)

    def __init__(self, words: str, choices: Iterable[Labelled], tip: str) -> None:
        super().__init__()
        name = words.replace("&", "")
        self.label = QLabel(words)
        self.label.setBuddy(self)
        self.setAccessibleName(name)
        self.setToolTip(tip)
        self.view().setAccessibleName(f"{name}s")
        for each in choices:
            self.addItem(each.label, each)
        self.setMinimumWidth(LEAST_WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.activated.connect(lambda index: self.chosen.emit(self.itemData(index)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the choice; where there is no room for all of its words, say so with an ellipsis."""
        del event
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self).width()
        option.currentText = self.fontMetrics().elidedText(option.currentText, Qt.TextElideMode.ElideRight, room)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()

    def show_choice(self, choice: object) -> None:
        """Choose without telling anyone."""
        self.setCurrentIndex(self.findData(choice))
