"""Lines of a form to type into: words, whole numbers and numbers with a point."""

from __future__ import annotations

from PySide6.QtCore import QLocale
from PySide6.QtGui import QDoubleValidator, QIntValidator, QValidator
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from leaflet_app.domain.typed import typed_line

MOST = 1_000_000_000
NARROW = 104


class WordsField(QLineEdit):
    """A line of words."""

    def __init__(self, name: str, words: str = "", *, hint: str = "", narrow: bool = False) -> None:
        super().__init__(words)
        self.setAccessibleName(name.replace("&", ""))
        self.setPlaceholderText(hint)
        self.setCursorPosition(0)
        if narrow:
            self.setMaximumWidth(NARROW)

    @property
    def words(self) -> str:
        """Return what is typed, on one line."""
        return typed_line(self.text())


class PlainNumber(QDoubleValidator):
    """A number with a point. A comma stays to be seen: it would be a point to some, and a thousand to others."""

    def validate(self, typed: str, at: int) -> object:
        """Tell whether this is a number, or may become one."""
        if "," in typed:
            return QValidator.State.Intermediate, typed, at
        return super().validate(typed, at)


class NumberField(WordsField):
    """A number, or nothing."""

    def __init__(self, name: str, number: float | None, *, is_whole: bool) -> None:
        super().__init__(name, "" if number is None else said(number), narrow=True)
        whole, any_number = QIntValidator(0, MOST, self), PlainNumber(0, MOST, 4, self)
        for each in (whole, any_number):
            each.setLocale(QLocale.c())  # in every language of the computer “1.5” is one and a half
        self.setValidator(whole if is_whole else any_number)

    @property
    def is_clear(self) -> bool:
        """Tell whether what is typed can be taken in one way only; nothing is clear too."""
        return not self.words or self.hasAcceptableInput()

    @property
    def number(self) -> float | None:
        """Return the number; None where there is none."""
        try:
            return float(self.words)
        except ValueError:
            return None

    @property
    def whole(self) -> int | None:
        """Return the whole number; None where there is none."""
        return None if self.number is None else int(self.number)


def line(grid: QGridLayout, words: str, *fields: QWidget) -> QLabel:
    """Put fields beside each other into the next row of a grid, after their label."""
    label = QLabel(words)
    label.setBuddy(fields[0])
    row = grid.rowCount()
    grid.addWidget(label, row, 0)
    beside = QHBoxLayout()
    beside.setSpacing(8)
    for field in fields:
        beside.addWidget(field)
    if len(fields) > 1 or fields[0].maximumWidth() == NARROW:
        beside.addStretch(1)
    grid.addLayout(beside, row, 1)
    return label


def said(number: float) -> str:
    """Return a number as one types it: a whole one has no point."""
    return str(int(number)) if number == int(number) else str(number)
