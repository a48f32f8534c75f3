"""The table of all texts of the library: to sort, to filter, and to choose one from."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from leaflet_app.gui.library_place.said import (
    NONE,
    said_day,
    said_draft,
    said_languages,
    said_place,
    said_problems,
    said_status,
)
from leaflet_app.services.look_over import Standing

LANGUAGES, UNSAVED = "Languages", "Not saved"
HEADINGS = ("Title", "Place", "Status", "Version", "Review by", "Grade", "Problems", "Stale facts", LANGUAGES, UNSAVED)
BESIDE_THE_TITLE = 1
NARROW = 960
HIDDEN_WHEN_NARROW = ("Place", "Version", LANGUAGES)
"""Columns that make room for the titles in a small window; the chosen row's details tell them too."""

WORST_FIRST = {"Grade", "Problems", "Stale facts"}
"""Columns in which the highest stands first when they are chosen to sort by."""

KEY = Qt.ItemDataRole.UserRole + 1
NUMBER = Qt.ItemDataRole.UserRole + 2
ROW_HEIGHT = 32
FAR_AWAY = "9999"


class TextTable(QTableView):
    """One row a text. Tells which one is current."""

    text_chosen = Signal(object)
    text_opened = Signal(str)
    sorted_by = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._texts: tuple[Standing, ...] = ()
        self._drafts: Collection[str] = ()
        self._chosen = ""
        self._rows = QStandardItemModel(0, len(HEADINGS))
        self._rows.setHorizontalHeaderLabels(list(HEADINGS))
        self._shown = QSortFilterProxyModel()
        self._shown.setSourceModel(self._rows)
        self._shown.setSortRole(KEY)
        self._shown.setFilterKeyColumn(-1)
        self._shown.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setModel(self._shown)
        self.setAccessibleName("Texts of the library")
        self.setAccessibleDescription("The problems of the current row are told below.")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSortingEnabled(True)
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        header.moveSection(HEADINGS.index(UNSAVED), BESIDE_THE_TITLE)
        header.sortIndicatorChanged.connect(lambda column, _order: self.sorted_by.emit(column))
        self.selectionModel().currentRowChanged.connect(self._tell_current)
        self.activated.connect(self._open)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep room for the titles."""
        super().resizeEvent(event)
        self._make_room()

    def show_texts(self, texts: tuple[Standing, ...], on: date) -> None:
        """List these texts as they stand on a day, the current one staying current."""
        chosen = self._chosen
        self._texts = texts
        self._rows.removeRows(0, self._rows.rowCount())
        for number, text in enumerate(texts):
            self._rows.appendRow(list(_cells(text, number, on)))
        self.mark_drafts(self._drafts)
        self.choose(chosen)

    def mark_drafts(self, drafts: Collection[str]) -> None:
        """Mark the texts of which changes were left here that nobody has saved."""
        self._drafts = drafts
        for number, text in enumerate(self._texts):
            words = said_draft(text.file, drafts)
            self._rows.setItem(number, HEADINGS.index(UNSAVED), _cell(words, words == NONE, number))
        self._make_room()

    def choose(self, file: str) -> None:
        """Make a text current, in whichever language the file is; one that is not listed yet as soon as it is."""
        self._chosen, folder = file, file.rpartition("/")[0]
        for row in range(self._shown.rowCount()):
            text = self._text(self._shown.index(row, 0))
            if text is not None and text.file.rpartition("/")[0] == folder:
                self.setCurrentIndex(self._shown.index(row, 0))

    def filter(self, words: str) -> int:
        """Show only rows that hold the words; return how many there are."""
        self._shown.setFilterFixedString(words.strip())
        return self._shown.rowCount()

    def sort_by(self, column: int) -> None:
        """Sort by a column, those of trouble from the highest down; below 0 stands the order of lists."""
        down = column >= 0 and HEADINGS[column] in WORST_FIRST
        self.sortByColumn(column, Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder)

    def lead_with(self, heading: str) -> bool:
        """Sort by a column and make the first row current; tell whether there is one."""
        self.sort_by(HEADINGS.index(heading))
        self.setCurrentIndex(self._shown.index(0, 0))
        return self.currentIndex().isValid()

    @property
    def current(self) -> Standing | None:
        """Return the text of the current row."""
        return self._text(self.currentIndex())

    def titles(self) -> tuple[str, ...]:
        """Return the titles as they are shown, from the top."""
        return tuple(str(self._shown.index(row, 0).data()) for row in range(self._shown.rowCount()))

    def _make_room(self) -> None:
        """Leave the titles the room of columns that can wait, and of languages where nothing is translated."""
        is_narrow, is_spoken = self.width() < NARROW, any(text.languages for text in self._texts)
        for heading in HIDDEN_WHEN_NARROW:
            is_empty = heading == LANGUAGES and not is_spoken
            self.setColumnHidden(HEADINGS.index(heading), is_narrow or is_empty)
        is_any_left = any(said_draft(text.file, self._drafts) != NONE for text in self._texts)
        self.setColumnHidden(HEADINGS.index(UNSAVED), not is_any_left)

    def _text(self, index: QModelIndex) -> Standing | None:
        if not index.isValid():
            return None
        return self._texts[int(index.siblingAtColumn(0).data(NUMBER))]

    def _open(self, index: QModelIndex) -> None:
        text = self._text(index)
        if text is not None:
            self.text_opened.emit(text.file)

    def _tell_current(self, index: QModelIndex) -> None:
        text = self._text(index)
        self._chosen = text.file if text else self._chosen
        self.text_chosen.emit(text)


def _cells(text: Standing, number: int, on: date) -> Iterator[QStandardItem]:
    """Yield the cells of a row, each with what is read and what it is sorted by."""
    due = text.review.next_review
    faults = sum(problem.stops_approval for problem in text.problems)
    for words, key in (
        (text.title, text.title.casefold()),
        (said_place(text), text.site or f"{FAR_AWAY}{said_place(text)}"),
        (said_status(text, on), text.review.status.value if text.is_readable else ""),
        (text.review.version or NONE, text.review.version),
        (said_day(due), due.isoformat() if due else FAR_AWAY),
        (f"{text.grade:.1f}" if text.is_readable else NONE, text.grade),
        (said_problems(text.problems), faults * 1000 + len(text.problems)),
        (str(len(text.stale)) if text.stale else NONE, len(text.stale)),
        (said_languages(text.languages), len(text.languages)),
    ):
        yield _cell(words, key, number)


def _cell(words: str, key: object, number: int) -> QStandardItem:
    """Return a cell with what is read, what it is sorted by, and the number of its text."""
    cell = QStandardItem(words)
    cell.setData(key, KEY)
    cell.setData(number, NUMBER)
    cell.setToolTip(words)
    if words == NONE:
        cell.setData("none", Qt.ItemDataRole.AccessibleTextRole)
    return cell
