"""The table of what was given, the newest on top."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from leaflet_app.domain.given import Given
from leaflet_app.domain.given_words import Titles
from leaflet_app.gui.register_place.entry_rows import HEADINGS, EntryRows

ROOM_FOR = {"Language": 1240, "User": 1240, "Desk": 1000}
"""How wide the table must be to show a column; below that the chosen row's details tell it."""

ROW_HEIGHT = 34
WIDTHS = {"When": 150, "How": 164, "Format": 130, "Language": 90, "Desk": 152, "User": 110, "Code": 136}


class EntryTable(QTableView):
    """One row an entry. Tells which one is current."""

    entry_chosen = Signal(object)

    def __init__(self, titles: Titles) -> None:
        super().__init__()
        self._rows = EntryRows(titles)
        self.setModel(self._rows)
        self.setAccessibleName("What was given")
        self.setAccessibleDescription("What the current row is about is told below.")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(HEADINGS.index("Topics"), QHeaderView.ResizeMode.Stretch)
        for heading, width in WIDTHS.items():
            self.setColumnWidth(HEADINGS.index(heading), width)
        self.selectionModel().currentRowChanged.connect(lambda _now, _before: self.entry_chosen.emit(self.current))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep room for the topics."""
        super().resizeEvent(event)
        for heading, room in ROOM_FOR.items():
            self.setColumnHidden(HEADINGS.index(heading), self.width() < room)

    def show_entries(self, entries: tuple[Given, ...]) -> None:
        """List these entries, the current one staying current where it is among them."""
        current = self.current
        self._rows.show_entries(entries)
        place = next((row for row, each in enumerate(entries) if current and each.id == current.id), None)
        if place is not None:
            self.setCurrentIndex(self._rows.index(place, 0))
        self.entry_chosen.emit(self.current)

    @property
    def current(self) -> Given | None:
        """Return the entry of the current row."""
        row = self.currentIndex().row()
        return self._rows.entries[row] if 0 <= row < len(self._rows.entries) else None
