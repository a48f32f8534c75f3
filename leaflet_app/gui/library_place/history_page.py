"""What happened to a text: its versions, each beside the one before, and the way back to any of them."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QSplitter, QVBoxLayout

from leaflet_app.domain.beside import Beside, compared
from leaflet_app.domain.days import written_day
from leaflet_app.domain.errors import LeafletError
from leaflet_app.domain.versions import Version
from leaflet_app.gui.jobs import Jobs
from leaflet_app.gui.widgets.announce import announce
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.gui.widgets.library_page import PageOver
from leaflet_app.gui.widgets.page_head import PageHead
from leaflet_app.gui.widgets.reading import line
from leaflet_app.gui.widgets.side_by_side import SideBySide
from leaflet_app.services.desk import Desk
from leaflet_app.services.edit_text import title_of
from leaflet_app.services.text_history import told, words_between
from leaflet_app.services.text_versions import restore

LIST_WIDTH, TEXTS_WIDTH = 320, 760


class HistoryPage(PageOver):
    """Newest first. To restore is a new version: nothing of history is ever lost."""

    def __init__(self, desk: Desk, file: str) -> None:
        super().__init__()
        self._desk, self._file = desk, file
        self._reading, self._comparing, self._writing = Jobs(self), Jobs(self), Jobs(self)
        self._versions: tuple[Version, ...] = ()
        self._news = line("", "soft")
        self._list = QListWidget()
        self._list.setAccessibleName("Versions, newest first")
        self._list.setWordWrap(True)
        self._list.currentRowChanged.connect(self._compare)
        self._beside = SideBySide()
        self._restore = dress(QPushButton("&Restore this version"), main="true")
        self._restore.clicked.connect(lambda _checked: self._bring_back())
        self._lay_out()
        self._read()

    def _read(self) -> None:
        self._reading.submit(partial(told, self._desk, self._file), self._show, self._show_failed)

    def _show(self, versions: tuple[Version, ...]) -> None:
        self._versions = versions
        self._list.clear()
        for version in versions:
            head = f"{written_day(version.at.date())}  ·  {version.author}"
            self._list.addItem(QListWidgetItem(f"{head}\n{version.message}"))
        self._list.setCurrentRow(0 if versions else -1)

    def _compare(self, row: int) -> None:
        self._restore.setEnabled(row > 0)
        if row < 0:
            return
        version = self._versions[row]
        before = self._versions[row + 1].commit if row + 1 < len(self._versions) else ""
        work = partial(_compared, self._desk, self._file, before, version.commit)
        self._comparing.submit(work, partial(self._show_words, row), self._show_failed)

    def _show_words(self, row: int, beside: Beside) -> None:
        version = self._versions[row]
        before = f"Before, by {self._versions[row + 1].author}" if row + 1 < len(self._versions) else "Before it began"
        after = f"{written_day(version.at.date())}, by {version.author}"
        self._beside.show_compared((before, after), beside)

    def _bring_back(self) -> None:
        version = self._versions[self._list.currentRow()]
        self._restore.setEnabled(False)
        work = partial(restore, self._desk, self._file, version)
        self._writing.submit(work, lambda _commit: self._show_restored(), self._show_failed)

    def _show_restored(self) -> None:
        self._say("✓ Restored as a new version. It is a draft until it is approved again.", "good")
        self.library_changed.emit()
        self._read()

    def _show_failed(self, error: LeafletError) -> None:
        self._say(str(error), "urgent")

    def _say(self, words: str, tone: str) -> None:
        dress(self._news, tone=tone).setText(words)
        announce(self, words)

    def _lay_out(self) -> None:
        head = PageHead("All &texts", line(f"History of {title_of(self._desk.library, self._file)}", "heading"))
        head.back_asked.connect(self.closed)
        split = QSplitter()
        for part in (self._list, self._beside):
            split.addWidget(part)
        split.setSizes([LIST_WIDTH, TEXTS_WIDTH])
        split.setChildrenCollapsible(False)
        foot = QHBoxLayout()
        foot.addWidget(self._news, 1)
        foot.addWidget(self._restore)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(head)
        column.addWidget(split, 1)
        column.addLayout(foot)


def _compared(desk: Desk, file: str, before: str, after: str) -> Beside:
    return compared(*words_between(desk, file, before, after))
