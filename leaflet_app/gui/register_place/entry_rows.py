"""The entries of the register as rows of a table; nothing is copied, however many there are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from leaflet_app.domain.given import Given
from leaflet_app.domain.given_words import Titles, language_said, moment_said, topics_said, way_and_copies

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()

COLUMNS: Mapping[str, Callable[[Given, Titles], str]] = MappingProxyType(
    {
        "When": lambda given, _: moment_said(given),
        "Topics": topics_said,
        "How": lambda given, _: way_and_copies(given),
        "Format": lambda given, _: given.selection.format.label,
        "Language": lambda given, _: language_said(given),
        "Desk": lambda given, _: given.desk,
        "User": lambda given, _: given.user,
        "Code": lambda given, _: given.passport,
    }
)
HEADINGS = tuple(COLUMNS)
_CELLS = tuple(COLUMNS.values())
_SHOWN = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}


class EntryRows(QAbstractTableModel):
    """One row an entry."""

    def __init__(self, titles: Titles) -> None:
        super().__init__()
        self._titles = titles
        self.entries: tuple[Given, ...] = ()

    def show_entries(self, entries: tuple[Given, ...]) -> None:
        """Be these entries in place of those before."""
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Count the entries."""
        return 0 if parent.isValid() else len(self.entries)

    def columnCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802
        """Count the columns."""
        return 0 if parent.isValid() else len(HEADINGS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell."""
        if not index.isValid() or role not in _SHOWN:
            return None
        return _CELLS[index.column()](self.entries[index.row()], self._titles)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the heading of a column."""
        is_heading = orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return HEADINGS[section] if is_heading else None
