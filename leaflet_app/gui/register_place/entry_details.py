"""What is known of one leaflet that was given: its texts and how they stand today, where, by whom and how."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from leaflet_app.domain.given import Given
from leaflet_app.domain.given_words import Titles, topics_said
from leaflet_app.domain.library import Library
from leaflet_app.gui.register_place.said import said_circumstances, said_texts
from leaflet_app.gui.widgets.dress import dress

NOTHING_CHOSEN = "Choose a row to see which texts the leaflet had, and whether they have changed since."


class EntryDetails(QScrollArea):
    """Read only; every word of it can be selected and copied."""

    def __init__(self, library: Library, titles: Titles) -> None:
        super().__init__()
        self._library = library
        self._titles = titles
        self.setAccessibleName("The chosen leaflet")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.show_entry(None)

    def show_entry(self, given: Given | None) -> None:
        """Tell all there is to tell of an entry."""
        page = dress(QWidget(), bare="true")
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(4)
        if given is None:
            column.addWidget(_label(NOTHING_CHOSEN, "soft"))
        else:
            self._fill(column, given)
        column.addStretch()
        self.setWidget(page)

    def _fill(self, column: QVBoxLayout, given: Given) -> None:
        column.addWidget(_label(topics_said(given, self._titles), "heading"))
        for words, has_changed in said_texts(given, self._library, self._titles):
            column.addWidget(_label(words, "look" if has_changed else "good"))
        column.addSpacing(8)
        facts = QFormLayout()
        facts.setHorizontalSpacing(16)
        facts.setVerticalSpacing(4)
        for name, words in said_circumstances(given):
            facts.addRow(dress(QLabel(name), tone="soft"), _label(words, ""))
        column.addLayout(facts)


def _label(words: str, tone: str) -> QLabel:
    label = dress(QLabel(words), tone=tone)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    label.setWordWrap(True)
    return label
