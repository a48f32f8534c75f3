"""A page to read: nothing on it can be changed, and every word of it can be selected and copied."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from leaflet_app.gui.widgets.dress import dress


class ReadingPage(QScrollArea):
    """Scrolls where it has no room, and shows one page after another."""

    def __init__(self, name: str) -> None:
        super().__init__()
        dress(self, reading="true").setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)

    def show_page(self, fill: Callable[[QVBoxLayout], None]) -> None:
        """Show a new page, which `fill` writes line by line."""
        page = dress(QWidget(), bare="true")
        column = QVBoxLayout(page)
        column.setContentsMargins(12, 4, 12, 4)
        column.setSpacing(4)
        fill(column)
        column.addStretch()
        self.setWidget(page)


def line(words: str, tone: str) -> QLabel:
    """Return words for such a page."""
    label = dress(QLabel(words), tone=tone)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    label.setWordWrap(True)
    return label
