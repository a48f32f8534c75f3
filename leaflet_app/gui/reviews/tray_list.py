"""What waits, under a heading for each reason, the most pressing first."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from leaflet_app.domain.review_tray import Group, Waiting

SHAPES = {
    Group.OVERDUE: "▲",
    Group.FOR_YOU: "◆",
    Group.WAITING: "◇",
    Group.OTHERS: "◇",
    Group.CHANGED: "◌",
    Group.SOON: "△",
    Group.FACTS: "○",
    Group.ORGANISATIONS: "○",
}
"""A shape beside the words, so that nothing rests on a colour."""

WAITING = Qt.ItemDataRole.UserRole


class TrayList(QListWidget):
    """Arrow keys walk from one to the next; Enter opens it."""

    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("What waits")
        self.setWordWrap(True)
        self.setSpacing(1)
        self.itemActivated.connect(self._open)

    def show_waiting(self, waiting: tuple[Waiting, ...], words: str = "") -> int:
        """List what waits and holds the words; return how much that is."""
        sought = words.strip().casefold()
        shown = [each for each in waiting if sought in f"{each.title} {each.said} {each.group.value}".casefold()]
        self.clear()
        for group, those in groupby(shown, key=lambda each: each.group):
            listed = list(those)
            self._add_heading(f"{group.value}  ({len(listed)})")
            for each in listed:
                entry = QListWidgetItem(f"{SHAPES[group]}  {each.title}\n     {each.said}")
                entry.setData(WAITING, each)
                entry.setData(Qt.ItemDataRole.AccessibleTextRole, f"{group.value}: {each.title}. {each.said}")
                self.addItem(entry)
        self.setCurrentRow(1 if shown else -1)
        return len(shown)

    @property
    def current(self) -> Waiting | None:
        """Return what is chosen."""
        entry = self.currentItem()
        chosen: Waiting | None = entry.data(WAITING) if entry is not None else None
        return chosen

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open what is chosen with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current is not None:
            self.opened.emit(self.current)
            return
        super().keyPressEvent(event)

    def _add_heading(self, words: str) -> None:
        heading = QListWidgetItem(words)
        heading.setFlags(Qt.ItemFlag.NoItemFlags)
        font = self.font()
        font.setBold(True)
        heading.setFont(font)
        self.addItem(heading)

    def _open(self, entry: QListWidgetItem) -> None:
        if entry.data(WAITING) is not None:
            self.opened.emit(entry.data(WAITING))
