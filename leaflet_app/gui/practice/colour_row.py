"""One colour of a practice: a picker, its letters and digits, and how well words stand out wherever it is used."""

from __future__ import annotations

from collections.abc import Sequence
from math import floor

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QColorDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from leaflet_app.domain.brand_colours import Use, nearest_readable, typed_colour
from leaflet_app.domain.contrast import LEAST_CONTRAST
from leaflet_app.gui.widgets.announce import announce
from leaflet_app.gui.widgets.dress import dress

HEX_WIDTH = 112
SWATCH = QSize(48, 32)
NO_COLOUR = "Write a colour like #0B4F6C, or choose one."


class Swatch(QPushButton):
    """Shows a colour, and opens the picker."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._colour = QColor()
        self.setFixedSize(SWATCH)
        self.setAccessibleName(f"Choose the {name.lower()}")
        self.setToolTip("Choose a colour")

    def show_colour(self, colour: str) -> None:
        """Show #RRGGBB."""
        self._colour = QColor(colour)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button, and the colour in it."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(QPen(self.palette().mid().color()))
        painter.setBrush(self._colour)
        painter.drawRoundedRect(self.rect().adjusted(6, 6, -7, -7), 2, 2)
        painter.end()


class ColourRow(QWidget):
    """Holds the last colour that is one; words that cannot be read in it come with the nearest that can."""

    edited = Signal()

    def __init__(self, name: str, purpose: str, uses: Sequence[Use]) -> None:
        super().__init__()
        self._name, self._uses = name, uses
        self.colour = ""
        self._swatch = Swatch(name)
        self._field = QLineEdit()
        self._field.setAccessibleName(name)
        self._field.setAccessibleDescription(purpose)
        self._field.setMaximumWidth(HEX_WIDTH)
        self._wrong = dress(QLabel(), tone="urgent")
        self._wrong.setWordWrap(True)
        self._offer = QPushButton()
        self._figures = [(QLabel(), QLabel(use.what)) for use in uses]
        self._lay_out(purpose)
        self._swatch.clicked.connect(lambda _checked: self._pick())
        self._field.textChanged.connect(self._take)
        self._offer.clicked.connect(lambda _checked: self._field.setText(nearest_readable(self.colour)))

    @property
    def is_sound(self) -> bool:
        """Tell whether what is typed is a colour in which words can be read everywhere."""
        typed = typed_colour(self._field.text())
        return bool(typed) and all(use.is_readable(typed) for use in self._uses)

    def show_colour(self, colour: str) -> None:
        """Show #RRGGBB without telling anyone."""
        with QSignalBlocker(self._field):
            self._field.setText(colour)
        self.colour = colour
        self._show_standing(colour)

    def _pick(self) -> None:
        picked = QColorDialog.getColor(QColor(self.colour), self, f"Choose the {self._name.lower()}")
        if picked.isValid():
            self._field.setText(picked.name().upper())

    def _take(self, untrusted: str) -> None:
        typed = typed_colour(untrusted)
        self.colour = typed or self.colour
        self._show_standing(typed)
        self.edited.emit()

    def _show_standing(self, typed: str) -> None:
        self._swatch.show_colour(self.colour)
        for use, (figure, what) in zip(self._uses, self._figures, strict=True):
            is_readable = use.is_readable(self.colour)
            figure.setText(f"{'✓' if is_readable else '✗'} {floor(use.figure(self.colour) * 100) / 100:.2f} : 1")
            for label in (figure, what):
                dress(label, tone="soft" if is_readable else "urgent")
        refused = typed and not self.is_sound
        self._say(NO_COLOUR if not typed else self._too_faint() if refused else "")
        self._offer.setVisible(bool(refused))
        self._offer.setText(f"Use {nearest_readable(self.colour)}, the nearest that passes")

    def _too_faint(self) -> str:
        return f"Words cannot be read in it everywhere: {LEAST_CONTRAST} : 1 is the least."

    def _say(self, words: str) -> None:
        if words and words != self._wrong.text():
            announce(self, words)
        self._wrong.setText(words)
        self._wrong.setVisible(bool(words))

    def _lay_out(self, purpose: str) -> None:
        label = QLabel(self._name)
        label.setBuddy(self._field)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._swatch)
        row.addWidget(self._field)
        row.addStretch(1)
        figures = QGridLayout()
        figures.setHorizontalSpacing(12)
        figures.setVerticalSpacing(0)
        figures.setColumnStretch(1, 1)
        for number, (figure, what) in enumerate(self._figures):
            figures.addWidget(figure, number, 0)
            figures.addWidget(what, number, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label)
        column.addWidget(dress(QLabel(purpose), tone="soft"))
        column.addLayout(row)
        column.addLayout(figures)
        column.addWidget(self._wrong)
        column.addWidget(self._offer, 0, Qt.AlignmentFlag.AlignLeft)
