"""Buttons whose words wrap, so that a long title is never cut off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
)

if TYPE_CHECKING:
    _Button = QAbstractButton
else:
    _Button = object  # at run time the second base class brings the widget

LEAST_WIDTH = 96
LEAST_TARGET = 28
AROUND = 10
WRAPPED = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignVCenter)


class _Wrapping(_Button):
    """What both kinds share: as high as the words need at the width there is."""

    _before = 0
    _after = 0

    def _begin(self, words: str) -> None:
        self._heights: dict[tuple[int, str], int] = {}
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def words(self) -> str:
        """Return what the button says."""
        return self.text().replace("&&", "&")

    def sizeHint(self) -> QSize:
        """Ask for the room of the words on one line."""
        width = self.fontMetrics().horizontalAdvance(self.words) + self._before + self._after + 4
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Be narrow if need be."""
        return QSize(LEAST_WIDTH, self.sizeHint().height())

    def heightForWidth(self, width: int) -> int:  # noqa: N802  (Qt's own name)
        """Return the height of the wrapped words, laid out once for each width and wording."""
        case = width, self.text()
        if case not in self._heights:
            room = QRect(0, 0, width - self._before - self._after, 10_000)
            words = self.fontMetrics().boundingRect(room, WRAPPED, self.words).height()
            self._heights[case] = max(words + AROUND, LEAST_TARGET)
        return self._heights[case]

    def changeEvent(self, event: QEvent) -> None:
        """Lay the words out again in another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._heights.clear()

    def _paint(self, element: QStyle.ControlElement, option: QStyleOptionButton) -> None:
        option.text = ""
        painter = QStylePainter(self)
        painter.drawControl(element, option)
        shade = QPalette.ColorGroup.Normal if self.isEnabled() else QPalette.ColorGroup.Disabled
        painter.setPen(self.palette().color(shade, QPalette.ColorRole.ButtonText))
        painter.drawText(self.rect().adjusted(self._before, 0, -self._after, 0), WRAPPED, self.words)
        painter.end()


class WrappingCheckBox(_Wrapping, QCheckBox):
    """A check box over as many lines as its words need."""

    _before = 34
    _after = 6

    def __init__(self, words: str) -> None:
        super().__init__()
        self._begin(words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box as ever, and the words beside it."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        self._paint(QStyle.ControlElement.CE_CheckBox, option)


class WrappingButton(_Wrapping, QPushButton):
    """A flat button over as many lines as its words need."""

    _before = 8
    _after = 8

    def __init__(self, words: str) -> None:
        super().__init__()
        self._begin(words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the button as ever, and the words on it."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        self._paint(QStyle.ControlElement.CE_PushButton, option)
