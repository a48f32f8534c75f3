"""Below the text: what is to mend in it, the heaviest first, each the way to its line."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QVBoxLayout

from leaflet_app.domain.counted import counted
from leaflet_app.domain.faults import Fault, Weight
from leaflet_app.domain.readability import HARDEST_GRADE, LONG_SENTENCE, Score
from leaflet_app.domain.sentences import sentence
from leaflet_app.gui.editor.gutter import SHAPES
from leaflet_app.gui.widgets.dress import dress

GOOD = "✓ Nothing to mend"
LOOKING = "Checking …"
MOST_LISTED = 100
"""A text with more faults is not one that somebody mends from a list."""

WORDS = {Weight.FAULT: "Fault", Weight.WARNING: "Warning"}


class ProblemsPane(QFrame):
    """A line that sums up, and a list. Enter or a click goes to the line."""

    line_asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        dress(self, ground="panel")
        self._faults: tuple[Fault, ...] = ()
        self._sum, self._reading = dress(QLabel(LOOKING), tone="soft"), dress(QLabel(), tone="soft")
        self._reading.setWordWrap(True)
        self.list = QListWidget()
        self.list.setAccessibleName("What is to mend")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemActivated.connect(self._ask)
        self.list.itemClicked.connect(self._ask)
        self._more = dress(QLabel(), tone="soft")
        self._more.hide()
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self._sum)
        head.addWidget(self._reading, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 8, 6)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.list, 100)
        column.addWidget(self._more)
        column.addStretch(1)

    @property
    def said(self) -> str:
        """Return what the line above the list says."""
        return f"{self._sum.text()}. {self._reading.text()}".strip()

    def show_faults(self, faults: Iterable[Fault]) -> None:
        """List these faults."""
        those = tuple(faults)
        if those != self._faults or self._sum.text() == LOOKING:
            self._faults = those
            self.list.clear()
            for fault in those[:MOST_LISTED]:
                self.list.addItem(QListWidgetItem(said_fault(fault)))
        counts = [(sum(fault.weight is weight for fault in those), word.lower()) for weight, word in WORDS.items()]
        self._sum.setText(", ".join(counted(number, word) for number, word in counts if number) or GOOD)
        dress(self._sum, tone="urgent" if counts[0][0] else "look" if those else "good")
        self._more.setText(f"… and {len(those) - MOST_LISTED} more.")
        self._more.setVisible(len(those) > MOST_LISTED)
        self.list.setVisible(bool(those))

    def show_reading(self, score: Score | None) -> None:
        """Say how hard the text is to read; nothing where nobody can tell."""
        self._reading.setText("" if score is None or not score.sentences else said_reading(score))

    def fail(self, words: str) -> None:
        """Say why nothing can be told."""
        dress(self._sum, tone="urgent").setText(words)

    def _ask(self, row: QListWidgetItem) -> None:
        self.line_asked.emit(self._faults[self.list.row(row)].line)


def said_fault(fault: Fault) -> str:
    """Say a fault in one line."""
    return f"{SHAPES[fault.weight]} {WORDS[fault.weight]}, line {fault.line}: {fault.wrong}. {sentence(fault.remedy)}"


def said_reading(score: Score) -> str:
    """Say how hard a text is to read, and how long its sentences are."""
    hard = "" if score.grade <= HARDEST_GRADE else f", {HARDEST_GRADE:.0f} at most is the aim"
    long = f", {counted(score.long_sentences, 'sentence')} over {LONG_SENTENCE}" if score.long_sentences else ""
    length = f"{score.words / score.sentences:.0f} words a sentence{long}"
    return f"Grade {score.grade:.1f} (age {score.age:.0f}){hard} · {length}"
