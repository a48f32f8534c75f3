"""The place Library: a row of tabs, and over it the text that somebody edits."""

from __future__ import annotations

from functools import partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from leaflet_app.domain.languages import ENGLISH
from leaflet_app.gui.jobs import Jobs
from leaflet_app.gui.library_place.pages import REVIEWS, TEXTS, Tab
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.gui.widgets.focus import focus_first
from leaflet_app.gui.widgets.later import Later
from leaflet_app.gui.widgets.library_page import LibraryPage, PageOver
from leaflet_app.gui.widgets.window_keys import taken_by
from leaflet_app.services.desk import Desk

if TYPE_CHECKING:
    from leaflet_app.gui.library_place.texts_page import TextsPage
    from leaflet_app.gui.reviews.reviews_page import ReviewsPage


class LibraryPlace(QWidget):
    """Builds each page when it is first looked at; what one page changes, the others look at again."""

    library_changed = Signal()
    text_opened = Signal()
    text_closed = Signal()

    def __init__(self, desk: Desk, tabs: tuple[Tab, ...]) -> None:
        super().__init__()
        self._desk = desk
        self._built: dict[str, LibraryPage] = {}
        self._over: PageOver | None = None
        self._title = dress(QLabel("Library"), tone="title")
        self._bar = QTabBar()
        self._bar.setAccessibleName("Pages of the library")
        self._bar.setExpanding(False)
        self._bar.setDrawBase(False)
        self._pages = QStackedWidget()
        for tab in tabs:
            self._bar.addTab(tab.name)
            self._pages.addWidget(Later(partial(self._build, tab)))
        self._bar.currentChanged.connect(self._pages.setCurrentIndex)
        self._early = Jobs(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 8)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(24)
        head.addWidget(self._title)
        head.addWidget(self._bar, 1)
        column.addLayout(head)
        column.addWidget(self._pages, 1)

    def showEvent(self, event: QShowEvent) -> None:
        """Load what edits a text while nobody waits for it."""
        super().showEvent(event)
        self._early.submit(_load_editor, lambda _none: None, lambda _fault: None)

    def stop(self) -> None:
        """End the work of every page that was built."""
        self._early.close()
        for page in (*self._built.values(), *([self._over] if self._over else [])):
            page.stop()

    def take_key(self, key: str) -> bool:
        """Act on a key of the window where it means something to the page shown; tell whether it does."""
        shown = self._pages.currentWidget()
        return taken_by(shown.place if isinstance(shown, Later) else shown, key)

    def show_page(self, name: str) -> None:
        """Show the page of a tab by its word."""
        names = [self._bar.tabText(each).replace("&", "") for each in range(self._bar.count())]
        if name in names:
            self._close_over()
            self._bar.setCurrentIndex(names.index(name))

    def open_text(self, file: str, *, goes_on: bool = False) -> None:
        """Open a text to be edited, over the pages; `goes_on` with what somebody left of it unsaved."""
        from leaflet_app.gui.editor.editor_page import EditorPage  # noqa: PLC0415  (few edit at each start)

        self._show_over(EditorPage(self._desk, file, goes_on=goes_on), file)

    def go_on_with(self, file: str) -> None:
        """Open a text with what somebody left of it unsaved: a translation beside its English."""
        room, lang = file.split("/", maxsplit=1)[0], PurePosixPath(file).stem
        is_translation = room in {"topics", "shared"} and lang != ENGLISH
        (self.open_translation if is_translation else self.open_text)(file, goes_on=True)

    def open_history(self, file: str) -> None:
        """Show what happened to a text, over the pages."""
        from leaflet_app.gui.library_place.history_page import HistoryPage  # noqa: PLC0415

        self._show_over(HistoryPage(self._desk, file), file)

    def open_review(self, file: str) -> None:
        """Open the review sheet of a text, on the page Reviews."""
        self.show_page(REVIEWS)
        reviews = self._built.get(REVIEWS)
        if reviews is not None:
            cast("ReviewsPage", reviews).open_sheet(file)

    def open_proposal(self) -> None:
        """Show what a newer program proposes, over the pages."""
        from leaflet_app.gui.library_place.proposal_page import ProposalPage  # noqa: PLC0415

        self._show_over(ProposalPage(self._desk))

    def open_translation(self, file: str, *, goes_on: bool = False) -> None:
        """Open a text in another language beside its English, as `open_text` does."""
        from leaflet_app.gui.facing.facing_page import FacingPage  # noqa: PLC0415

        self._show_over(FacingPage(self._desk, file, goes_on=goes_on), file)

    def show_faults(self) -> None:
        """Show the texts of the library, those with faults first."""
        self.show_page(TEXTS)
        texts = self._built.get(TEXTS)
        if texts is not None:
            cast("TextsPage", texts).choose_worst()

    def _build(self, tab: Tab) -> QWidget:
        page = self._built[tab.name.replace("&", "")] = tab.build(self._desk)
        self._connect(page)
        return page

    def _connect(self, page: LibraryPage) -> None:
        page.library_changed.connect(self._tell_changed)
        page.text_asked.connect(self.open_text)
        page.history_asked.connect(self.open_history)
        page.review_asked.connect(self.open_review)
        page.translation_asked.connect(self.open_translation)
        page.proposal_asked.connect(self.open_proposal)

    def _show_over(self, page: PageOver, file: str = "") -> None:
        self._close_over()
        self._connect(page)
        page.closed.connect(self._close_over)
        for each in self._built.values():
            each.choose(file)
        self._over = page
        self.text_opened.emit()
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        for part in (self._title, self._bar):
            part.hide()
        focus_first(page)

    def _close_over(self) -> None:
        if self._over is None:
            return
        self._over.stop()
        self._pages.setCurrentIndex(self._bar.currentIndex())  # first, or the stack shows and builds its last page
        self._pages.removeWidget(self._over)
        self._over.deleteLater()
        self._over = None
        self.text_closed.emit()
        for part in (self._title, self._bar):
            part.show()
        self._bar.setFocus()

    def _tell_changed(self) -> None:
        """Let every page that was built look again, and the window take the library in."""
        for page in self._built.values():
            if page is not self.sender():
                page.look_again()
        self.library_changed.emit()


def _load_editor() -> None:
    from leaflet_app.gui.editor import editor_page  # noqa: F401, PLC0415  (few edit at each start)
