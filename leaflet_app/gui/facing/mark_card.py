"""What English said, and what it says now, of the sentence that is to be checked; how much is left."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from leaflet_app.domain.counted import counted
from leaflet_app.domain.sentence_marks import MarkKind, SentenceMark
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.services.translate_text import LookedFacing

UNKNOWN = "Nobody knows which English text this was made from"
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
        self._next.setToolTip("Go to the next sentence (F8)")
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

    def show_mark(self, mark: SentenceMark | None, looked: LookedFacing) -> None:
        """Tell of a mark among those that are left; without one, that there are some or none."""
        is_done = not looked.marks
        dress(self, ground="tint" if is_done else "look")
        dress(self._count, tone="good" if is_done else "look")
        is_to_check = mark is not None and mark.kind is not MarkKind.MISSING
        what = [_what(mark)] if mark and is_to_check else []
        self._count.setText(" · ".join((*_told(looked), *what)))
        self._say(self._before, "English was", mark.before if mark and is_to_check else "")
        self._say(self._now, "English is now", mark.now if mark and is_to_check else "")
        self._next.setText("&Next to check" if looked.to_check else "&Next to translate")
        self._next.setHidden(is_done)
        self._right.setVisible(looked.to_check > 0)
        self._right.setEnabled(is_to_check)

    def _say(self, label: QLabel, lead: str, words: str) -> None:
        label.setText(f"{lead}: {words}")
        label.setVisible(bool(words))


def _what(mark: SentenceMark) -> str:
    return UNKNOWN if mark.kind is MarkKind.CHANGED and not mark.before else WHAT[mark.kind]


def _told(looked: LookedFacing) -> list[str]:
    """Say how much is done and how much is left."""
    told = []
    if looked.to_translate:
        done = looked.sentences - looked.to_translate
        told.append(f"{done:,} of {counted(looked.sentences, 'sentence')} translated")
    if looked.to_check:
        told.append(f"{counted(looked.to_check, 'sentence')} to check")
    save = " Save, so that the file says so too." if looked.is_of_today else ""
    return told or [f"Every sentence says what English says today.{save}"]
