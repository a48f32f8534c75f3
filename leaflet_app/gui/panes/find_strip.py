"""The slim strip below the panes: words to find in the topic, and the way from match to match."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit

from leaflet_app.gui.widgets.announce import announce
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.gui.widgets.icons import IconButton


class FindStrip(QFrame):
    """Tell what is looked for, and which match is wanted next."""

    words_changed = Signal(str)
    step_asked = Signal(int)
    meaning_asked = Signal(str)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._field = QLineEdit()
        self._field.setPlaceholderText("Find in this topic")
        self._field.setAccessibleName("Find in this topic")
        self._field.setAccessibleDescription("Enter or F3 goes to the next match, Shift+F3 back. Escape closes.")
        self._field.textChanged.connect(self.words_changed)
        self._count = dress(QLabel(), tone="soft")
        self._previous = IconButton("up", "Previous match (Shift+F3)", side=16)
        self._next = IconButton("down", "Next match (F3)", side=16)
        self._explain = IconButton("info", "Explain this word", side=16)
        self._close = IconButton("close", "Close the search in this topic (Esc)", side=12)
        self._previous.clicked.connect(lambda: self.step_asked.emit(-1))
        self._next.clicked.connect(lambda: self.step_asked.emit(1))
        self._explain.clicked.connect(lambda: self.meaning_asked.emit(self.words))
        self._close.clicked.connect(self.hide)
        dress(self, ground="canvas")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 8, 4)
        row.setSpacing(4)
        row.addWidget(self._field, 1)
        for widget in (self._count, self._previous, self._next, self._explain, self._close):
            row.addWidget(widget)
        self.show_count(0, 0)
        self.hide()

    @property
    def words(self) -> str:
        """Return what is looked for."""
        return self._field.text().strip()

    def open(self) -> None:
        """Show the strip and put the keyboard into it, ready to type over."""
        self.show()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def show_count(self, place: int, matches: int) -> None:
        """Say which of how many matches is marked most."""
        said = f"{place} of {matches}" if matches else "Not in this topic" if self.words else ""
        self._count.setText(said)
        self._previous.setEnabled(bool(matches))
        self._next.setEnabled(bool(matches))
        self._explain.setEnabled(bool(self.words))
        announce(self._field, said)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter, back with Shift+Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step_asked.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell that nothing is looked for any more; not when only the window goes away."""
        super().hideEvent(event)
        if self.isHidden():
            self.closed.emit()
