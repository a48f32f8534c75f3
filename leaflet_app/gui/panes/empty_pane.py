"""What the read column shows before anything is chosen."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from leaflet_app.domain.library import Library
from leaflet_app.gui.widgets.dress import dress

MOST_SETS = 3


class EmptyPane(QWidget):
    """Teach the first step, and offer the last sets of topics of this session again."""

    set_chosen = Signal(tuple)

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._library = library
        self._offered: list[QPushButton] = []
        self._buttons = QVBoxLayout()
        self._buttons.setSpacing(8)
        self._again = dress(QLabel("Or make one of these again:"), tone="soft")
        self._again.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        teach = dress(QLabel("Tick a topic, or type its name\nand press Enter."), tone="heading")
        after = dress(QLabel("You read it here. The leaflet grows beside it."), tone="soft")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addStretch(2)
        for label in (teach, after):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(True)
            column.addWidget(label)
        column.addSpacing(16)
        column.addWidget(self._again)
        column.addLayout(self._buttons)
        column.addStretch(3)
        self.show_sets(())

    def show_sets(self, sets: tuple[tuple[str, ...], ...]) -> None:
        """Offer these sets of topics, latest first."""
        for old in self._offered:
            old.deleteLater()
        self._offered = [self._offer(topics) for topics in sets[:MOST_SETS]]
        for button in self._offered:
            self._buttons.addWidget(button, alignment=Qt.AlignmentFlag.AlignHCenter)
        self._again.setVisible(bool(sets))

    def _offer(self, topics: tuple[str, ...]) -> QPushButton:
        button = QPushButton(", ".join(self._library.topics[each].title for each in topics))
        button.clicked.connect(partial(self.set_chosen.emit, topics))
        return button
