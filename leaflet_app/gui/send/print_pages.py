"""Which pages are printed: all of them, or those a person types."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QRadioButton, QWidget

from leaflet_app.domain.errors import CannotPrint
from leaflet_app.domain.page_ranges import pages_named


class PagesChoice(QWidget):
    """Two buttons and a field; typing into the field chooses it."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._pages = 1
        self._all = QRadioButton("&All")
        self._these = QRadioButton("&These")
        self._field = QLineEdit()
        self._field.setPlaceholderText("1-2, 4")
        self._field.setAccessibleName("These pages")
        self._field.setMaximumWidth(120)
        group = QButtonGroup(self)
        for button in (self._all, self._these):
            group.addButton(button)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (self._all, self._these, self._field):
            row.addWidget(widget)
        row.addStretch(1)
        self._all.setChecked(True)
        self._these.toggled.connect(self._follow)
        self._field.textEdited.connect(self._choose_these)

    def begin(self, pages: int) -> None:
        """Choose all of so many pages; 0 while nobody knows yet."""
        self._pages = pages
        for widget in (self._these, self._field):
            widget.setEnabled(pages > 1)
        self._all.setText(f"&All {pages}" if pages > 1 else "&All")
        self._field.clear()
        self._all.setChecked(True)

    @property
    def typed(self) -> str:
        """Return what was typed; nothing where all pages are chosen."""
        return self._field.text() if self._these.isChecked() else ""

    @property
    def count(self) -> int:
        """Return how many pages are chosen. Raises CannotPrint."""
        if self._these.isChecked() and not self.typed.strip():
            raise CannotPrint("no page is named", "Type pages as “1-2, 4”, or choose all.")
        return len(pages_named(self.typed, self._pages))

    def _follow(self, these: bool) -> None:  # noqa: FBT001  (a slot of Qt's)
        if these:
            self._field.setFocus()
        self.changed.emit()

    def _choose_these(self) -> None:
        self._these.setChecked(True)
        self.changed.emit()
