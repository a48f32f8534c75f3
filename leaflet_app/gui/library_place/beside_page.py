"""A list at the left, and beside it two texts for its current row: how history and proposals are read."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QSplitter, QVBoxLayout

from leaflet_app.domain.errors import LeafletError
from leaflet_app.gui.jobs import Jobs
from leaflet_app.gui.widgets.announce import announce
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.gui.widgets.library_page import PageOver
from leaflet_app.gui.widgets.page_head import PageHead
from leaflet_app.gui.widgets.reading import line
from leaflet_app.gui.widgets.side_by_side import SideBySide

LIST_WIDTH, TEXTS_WIDTH = 320, 760


class BesidePage(PageOver):
    """Its foot says what was done, and holds the buttons."""

    def __init__(self, title: str, listed: str, about: str, *buttons: QPushButton) -> None:
        super().__init__()
        self.reading, self.comparing, self.writing = Jobs(self), Jobs(self), Jobs(self)
        self._news = line(about, "soft")
        self.list = QListWidget()
        self.list.setAccessibleName(listed)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.beside = SideBySide()
        self._lay_out(title, buttons)

    def show_rows(self, rows: Iterable[str]) -> None:
        """List these rows anew, the first of them current."""
        self.list.clear()
        for words in rows:
            row = QListWidgetItem(words, self.list)
            row.setToolTip(words)
        self.list.setCurrentRow(0)

    def say(self, words: str, tone: str) -> None:
        """Say what was done."""
        dress(self._news, tone=tone).setText(words)
        announce(self, words)

    def show_failed(self, error: LeafletError) -> None:
        """Say what went wrong."""
        self.say(str(error), "urgent")

    def _lay_out(self, title: str, buttons: Iterable[QPushButton]) -> None:
        head = PageHead("All &texts", line(title, "heading"))
        head.back_asked.connect(self.closed)
        split = QSplitter()
        for part in (self.list, self.beside):
            split.addWidget(part)
        split.setSizes([LIST_WIDTH, TEXTS_WIDTH])
        split.setChildrenCollapsible(False)
        split.setHandleWidth(8)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._news, 1)
        for button in buttons:
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(head)
        column.addWidget(split, 1)
        column.addLayout(foot)
