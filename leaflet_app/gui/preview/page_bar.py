"""Below the pages: which one is in view, the way to the others, and the leaflet as plain text."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from leaflet_app.gui.preview.page_view import PageView
from leaflet_app.gui.widgets.icons import IconButton

NUMBER_WIDTH = 48
READ_AS_TEXT = "Read as &text"
BACK_TO_PAGES = "Back &to pages"


class PageBar(QWidget):
    """Step through the pages, or type a number."""

    text_wanted = Signal(bool)

    def __init__(self, view: PageView) -> None:
        super().__init__()
        self._view = view
        self._previous = IconButton("left", "Previous page")
        self._next = IconButton("right", "Next page")
        self._number = QLineEdit()
        self._number.setAccessibleName("Page")
        self._number.setToolTip("Type a page and press Enter")
        self._number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._number.setFixedWidth(NUMBER_WIDTH)
        self._valid = QIntValidator(1, 1, self)
        self._number.setValidator(self._valid)
        self._of = QLabel()
        self._as_text = QPushButton(READ_AS_TEXT)
        self._as_text.setCheckable(True)
        self._as_text.setToolTip("Show the words of the leaflet, to be read aloud or copied")
        self._as_text.toggled.connect(self._swap)
        self._previous.clicked.connect(lambda _checked: view.go_to(view.page - 1))
        self._next.clicked.connect(lambda _checked: view.go_to(view.page + 1))
        self._number.returnPressed.connect(self._go_to)
        view.page_changed.connect(self._show_page)
        self._sides = ""
        self._lay_out()
        self._show_page(0, 0)

    @property
    def is_text_wanted(self) -> bool:
        """Tell whether words are wanted in place of pages."""
        return self._as_text.isChecked()

    def count_sides(self, *, of_sheets: bool) -> None:
        """Say whether what is counted are sides of sheets, with two pages each, and not pages."""
        self._sides = " sides" if of_sheets else ""
        self._show_page(self._view.page, self._view.pages)

    def show_pages(self) -> None:
        """Want pages in place of words."""
        self._as_text.setChecked(False)

    def _swap(self, wanted: bool) -> None:  # noqa: FBT001 - a slot of Qt's
        self._as_text.setText(BACK_TO_PAGES if wanted else READ_AS_TEXT)
        for widget in (self._previous, self._number, self._of, self._next):
            widget.setVisible(not wanted)
        self.text_wanted.emit(wanted)

    def _go_to(self) -> None:
        self._view.go_to(int(self._number.text()))
        self._number.selectAll()

    def _show_page(self, page: int, pages: int) -> None:
        self._valid.setTop(pages)
        self._number.setText(str(page))
        self._number.setAccessibleDescription(f"Page {page} of {pages}")
        self._of.setText(f"of {pages}{self._sides}")
        self._previous.setEnabled(page > 1)
        self._next.setEnabled(page < pages)
        self.setVisible(pages > 0)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for widget in (self._previous, self._number, self._of, self._next):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._as_text)
