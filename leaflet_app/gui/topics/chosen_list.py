"""The chosen topics in print order."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from leaflet_app.domain.library import Library
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.gui.widgets.icons import IconButton

MOST_ROWS = 5
ROW_HEIGHT = 34
TOPIC = Qt.ItemDataRole.UserRole


class ChosenList(QWidget):
    """Reorder by dragging, by buttons or with Alt+Up and Alt+Down; Delete removes."""

    order_changed = Signal(tuple)
    topic_removed = Signal(str)
    topic_opened = Signal(str)
    clear_asked = Signal()
    set_asked = Signal()

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._library = library
        self._list = QListWidget()
        self._list.setAccessibleName("Chosen topics, in print order")
        self._list.setAccessibleDescription("Alt+Up and Alt+Down move a topic. Delete removes it.")
        self._list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.model().rowsMoved.connect(self._tell_order, Qt.ConnectionType.QueuedConnection)
        self._list.currentRowChanged.connect(self._show_what_can_be_done)
        self._list.itemClicked.connect(self._open)
        self._list.itemActivated.connect(self._open)
        self._up = IconButton("up", "Move up", side=16)
        self._down = IconButton("down", "Move down", side=16)
        self._out = IconButton("close", "Remove from leaflet", side=16)
        self._clear = QPushButton("Start afresh")
        self._clear.setToolTip("Clear everything for the next patient (Ctrl+N)")
        self._clear.clicked.connect(self.clear_asked)
        self._keep = QPushButton("Keep as set")
        self._keep.setToolTip("Give these topics a name, to begin other leaflets with them")
        self._keep.clicked.connect(self.set_asked)
        self._empty = dress(QLabel("Nothing is chosen yet."), tone="soft")
        self._empty.setContentsMargins(12, 4, 0, 0)
        self._connect_buttons()
        self._lay_out()
        self.show_chosen(())

    def take_library(self, library: Library) -> None:
        """Name topics from now on as another library does."""
        self._library = library

    def show_chosen(self, ids: tuple[str, ...]) -> None:
        """List exactly these topics, keeping the current one current."""
        current = self._current()
        self._list.clear()
        for number, topic_id in enumerate(ids, 1):
            row = QListWidgetItem(f"{number}  {self._library.topics[topic_id].title}")
            row.setData(TOPIC, topic_id)
            row.setToolTip(self._library.topics[topic_id].title)
            self._list.addItem(row)
        self.make_current(current)
        self._list.setVisible(bool(ids))
        self._empty.setVisible(not ids)
        for button in (self._up, self._down, self._out, self._clear, self._keep):
            button.setVisible(bool(ids))
        rows = min(max(len(ids), 1), MOST_ROWS)
        self._list.setFixedHeight(rows * max(self._list.sizeHintForRow(0), ROW_HEIGHT) + 4)
        self._show_what_can_be_done()

    def make_current(self, topic_id: str) -> None:
        """Mark a topic, if it is chosen."""
        if topic_id in self._ids():
            self._list.setCurrentRow(self._ids().index(topic_id))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(12, 4, 4, 0)
        head.setSpacing(0)
        head.addWidget(dress(QLabel("CHOSEN"), tone="group"))
        head.addStretch()
        for button in (self._up, self._down, self._out):
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._list)
        column.addWidget(self._empty)
        foot = QHBoxLayout()
        foot.setContentsMargins(8, 4, 8, 0)
        foot.addWidget(self._clear)
        foot.addWidget(self._keep)
        foot.addStretch()
        column.addLayout(foot)

    def _connect_buttons(self) -> None:
        self._up.clicked.connect(lambda: self._move(-1))
        self._down.clicked.connect(lambda: self._move(1))
        self._out.clicked.connect(self._remove)
        keys = (("Alt+Up", lambda: self._move(-1)), ("Alt+Down", lambda: self._move(1)), ("Del", self._remove))
        for key, act in keys:
            shortcut = QShortcut(QKeySequence(key), self._list)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(act)

    def _ids(self) -> tuple[str, ...]:
        return tuple(self._list.item(row).data(TOPIC) for row in range(self._list.count()))

    def _current(self) -> str:
        row = self._list.currentItem()
        return str(row.data(TOPIC)) if row else ""

    def _move(self, by: int) -> None:
        ids, row = list(self._ids()), self._list.currentRow()
        if row >= 0 and 0 <= row + by < len(ids):
            ids.insert(row + by, ids.pop(row))
            self.order_changed.emit(tuple(ids))

    def _remove(self) -> None:
        if self._current():
            self.topic_removed.emit(self._current())

    def _open(self, row: QListWidgetItem) -> None:
        self.topic_opened.emit(row.data(TOPIC))

    def _tell_order(self) -> None:
        self.order_changed.emit(self._ids())

    def _show_what_can_be_done(self) -> None:
        row = self._list.currentRow()
        self._up.setEnabled(row > 0)
        self._down.setEnabled(0 <= row < self._list.count() - 1)
        self._out.setEnabled(row >= 0)
