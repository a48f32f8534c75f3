"""A table of what a form shows, one row for each, found again by its key."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

KEY = Qt.ItemDataRole.UserRole + 1
ROW_HEIGHT = 34
OTHERS = 0.6
"""The part of the width that all columns but the widest may take."""

LEAST = 72
Row = tuple[str, tuple[str, ...]]
"""A key, and the words of the cells."""


class FormTable(QTableWidget):
    """Shows rows; Enter or a double click asks to edit the current one."""

    edit_asked = Signal(str)
    current_changed = Signal(str)

    def __init__(self, name: str, headings: Sequence[str], *, wide: int) -> None:
        super().__init__(0, len(headings))
        self._wide = wide
        self.setHorizontalHeaderLabels(list(headings))
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        self.itemDoubleClicked.connect(lambda item: self.edit_asked.emit(str(item.data(KEY))))
        self.itemSelectionChanged.connect(lambda: self.current_changed.emit(self.current))

    @property
    def current(self) -> str:
        """Return the key of the current row; nothing where none is."""
        row = self.currentRow()
        return self._key(row) if row >= 0 and self.selectedItems() else ""

    @property
    def shown(self) -> tuple[Row, ...]:
        """Return what is shown."""
        at = range(self.rowCount()), range(self.columnCount())
        return tuple((self._key(row), tuple(self.model().index(row, cell).data() for cell in at[1])) for row in at[0])

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; the current one stays current where it is still there."""
        current = self.current
        self.setRowCount(len(rows))
        for number, (key, words) in enumerate(rows):
            for column, said in enumerate(words):
                item = QTableWidgetItem(said)
                if not said.strip():
                    item.setData(Qt.ItemDataRole.AccessibleTextRole, "none")
                item.setData(KEY, key)
                item.setToolTip(said)
                self.setItem(number, column, item)
        self._share_out()
        self.make_current(current)

    def make_current(self, key: str) -> None:
        """Make the row of a key current."""
        at = next((row for row in range(self.rowCount()) if self._key(row) == key), -1)
        self.clearSelection()
        if at >= 0:
            self.selectRow(at)
        self.current_changed.emit(self.current)

    def show_icon(self, row: int, icon: QIcon) -> None:
        """Show a small picture in the first cell of a row."""
        item = self.item(row, 0)
        if item is not None:
            item.setIcon(icon)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter as a wish to edit."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.current:
            self.edit_asked.emit(self.current)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep room for the widest column."""
        super().resizeEvent(event)
        self._share_out()

    def _share_out(self) -> None:
        """Give each column what it needs, but all others together no more than a part of the width."""
        others = [column for column in range(self.columnCount()) if column != self._wide]
        wanted = {column: self._wanted(column) for column in others}
        room = self.viewport().width() * OTHERS
        while wanted and sum(wanted.values()) > room and max(wanted.values()) > LEAST:
            widest = max(wanted, key=lambda column: wanted[column])
            wanted[widest] = max(LEAST, wanted[widest] - 8)
        for column, width in wanted.items():
            self.setColumnWidth(column, width)

    def _wanted(self, column: int) -> int:
        return max(self.sizeHintForColumn(column), self.horizontalHeader().sectionSizeHint(column))

    def _key(self, row: int) -> str:
        return str(self.model().index(row, 0).data(KEY))
