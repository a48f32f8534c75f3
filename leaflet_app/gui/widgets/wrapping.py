"""Buttons whose words wrap, so that a long title is never cut off."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QPushButton, QSizePolicy

LEAST_WIDTH = 96
BOX_AND_EDGES = 44
EDGES = 16


def wrapped(text: str, metrics: QFontMetrics, width: int) -> str:
    """Break a text into lines that fit the width, at spaces only."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and metrics.horizontalAdvance(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return "\n".join(lines).replace("&", "&&")


class WrappingCheckBox(QCheckBox):
    """A check box over as many lines as its words need."""

    def __init__(self, words: str) -> None:
        super().__init__(words.replace("&", "&&"))
        self._words = words
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """Be narrow if need be."""
        return QSize(LEAST_WIDTH, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the words anew."""
        super().resizeEvent(event)
        self.setText(wrapped(self._words, self.fontMetrics(), self.width() - BOX_AND_EDGES))


class WrappingButton(QPushButton):
    """A flat button over as many lines as its words need."""

    def __init__(self, words: str) -> None:
        super().__init__(words.replace("&", "&&"))
        self._words = words
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Ask for the room of the words on one line."""
        return QSize(self.fontMetrics().horizontalAdvance(self._words) + EDGES, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Be narrow if need be."""
        return QSize(LEAST_WIDTH, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the words anew."""
        super().resizeEvent(event)
        self.setText(wrapped(self._words, self.fontMetrics(), self.width() - EDGES + 4))
