"""What English said, and what it says now, of the sentence that is to be checked."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from leaflet_app.domain.counted import counted
from leaflet_app.domain.sentence_marks import MarkKind, SentenceMark
from leaflet_app.gui.widgets.dress import dress

WHAT = {
    MarkKind.CHANGED: "English has changed",
    MarkKind.ADDED: "New in English",
    MarkKind.REMOVED: "No longer in English",
}


class MarkCard(QFrame):
    """One mark in words, and the two things that can be done about it."""

    next_asked = Signal()
    right_found = Signal()

    def __init__(self) -> None:
        super().__init__()
        dress(self, ground="look")
        self._count = dress(QLabel(), tone="look")
        self._before, self._now = QLabel(), QLabel()
        self._next = QPushButton("&Next to check")
        self._next.setToolTip("Go to the next sentence to check (F8)")
        self._right = QPushButton("This sentence is &right as it stands")
        self._next.clicked.connect(lambda _checked: self.next_asked.emit())
        self._right.clicked.connect(lambda _checked: self.right_found.emit())
        words = QVBoxLayout()
        for label in (self._count, self._before, self._now):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            words.addWidget(label)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(8)
        row.addLayout(words, 1)
        row.addWidget(self._right)
        row.addWidget(self._next)

    def show_mark(self, mark: SentenceMark | None, left: int) -> None:
        """Tell of a mark among those that are left; without one, that there are some or none."""
        dress(self, ground="look" if left else "tint")
        dress(self._count, tone="look" if left else "good")
        told = f"{counted(left, 'sentence')} to check" if left else "Every sentence says what English says today."
        self._count.setText(f"{told} · {WHAT[mark.kind]}" if mark else told)
        self._say(self._before, "English was", mark.before if mark else "")
        self._say(self._now, "English is now", mark.now if mark else "")
        self._next.setEnabled(left > 0)
        self._right.setEnabled(mark is not None)

    def _say(self, label: QLabel, lead: str, words: str) -> None:
        label.setText(f"{lead}: {words}")
        label.setVisible(bool(words))
