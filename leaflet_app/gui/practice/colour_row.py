"""One colour of a practice: a picker, its letters and digits, and how well words stand out wherever it is used."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import (
    QColorDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from leaflet_app.domain.brand_colours import Seen, nearest_readable, typed_colour
from leaflet_app.gui.widgets.announce import announce
from leaflet_app.gui.widgets.dress import dress

HEX_WIDTH = 112
SWATCH = QSize(48, 32)
NO_COLOUR = "Write a colour like #0B4F6C, or press the coloured button and choose one."
TOO_FAINT = "Words are hard to read in this colour, so it cannot be kept. Take a darker one."
ICON, GAP = QSize(16, 16), 4


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

    def __init__(self, name: str, purpose: str, seen: Sequence[Seen]) -> None:
        super().__init__()
        self._name, self._seen = name, seen
        self.colour = ""
        self._swatch = Swatch(name)
        self._field = QLineEdit()
        self._field.setAccessibleName(name)
        self._field.setAccessibleDescription(purpose)
        self._field.setMaximumWidth(HEX_WIDTH)
        self._wrong = dress(QLabel(), tone="urgent")
        self._wrong.setWordWrap(True)
        self._offer = QPushButton()
        self._offer.setIconSize(QSize(ICON.width() + GAP, ICON.height()))
        self._offer.hide()
        self._told = [QLabel() for _ in seen]
        self._lay_out(purpose)
        self._swatch.clicked.connect(lambda _checked: self._pick())
        self._field.textChanged.connect(self._take)
        self._offer.clicked.connect(lambda _checked: self._field.setText(nearest_readable(self.colour)))

    @property
    def wrong(self) -> QWidget | None:
        """Return the field to mend; none where what is typed is a colour in which words can be read everywhere."""
        typed = typed_colour(self._field.text())
        return None if typed and all(each.is_readable(typed) for each in self._seen) else self._field

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
        for each, told in zip(self._seen, self._told, strict=True):
            is_readable = each.is_readable(self.colour)
            dress(told, tone="soft" if is_readable else "urgent")
            told.setText(f"{'✓' if is_readable else '✗'} {each.said(self.colour)}")
            told.setToolTip(each.figures(self.colour))
            told.setAccessibleDescription(each.figures(self.colour))
        refused = bool(typed) and self.wrong is not None
        self._say(NO_COLOUR if not typed else TOO_FAINT if refused else "")
        self._offer.setVisible(refused)
        nearest = nearest_readable(self.colour)
        self._offer.setText(f"Use {nearest}, the nearest that is easy to read")
        self._offer.setIcon(_patch(nearest))

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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label)
        about = dress(QLabel(purpose), tone="soft")
        about.setWordWrap(True)
        column.addWidget(about)
        column.addLayout(row)
        for told in self._told:
            told.setWordWrap(True)
            column.addWidget(told)
        column.addWidget(self._wrong)
        column.addWidget(self._offer, 0, Qt.AlignmentFlag.AlignLeft)


def _patch(colour: str) -> QIcon:
    patch = QPixmap(ICON.width() + GAP, ICON.height())
    patch.fill(Qt.GlobalColor.transparent)
    painter = QPainter(patch)
    painter.fillRect(0, 0, ICON.width(), ICON.height(), QColor(colour))
    painter.end()
    return QIcon(patch)
