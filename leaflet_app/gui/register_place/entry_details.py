"""What is known of one leaflet that was given: its texts and how they stand today, where, by whom and how."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QFormLayout, QLabel, QVBoxLayout

from leaflet_app.domain.given import Given
from leaflet_app.domain.given_words import Titles, topics_said
from leaflet_app.domain.library import Library
from leaflet_app.gui.register_place.said import said_circumstances, said_texts
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.gui.widgets.reading import ReadingPage, line

NOTHING_CHOSEN = "Choose a row to see which texts the leaflet had, and whether they have changed since."


class EntryDetails(ReadingPage):
    """The chosen entry, or what choosing one would show."""

    def __init__(self, library: Library, titles: Titles) -> None:
        super().__init__("The chosen leaflet")
        self._library = library
        self._titles = titles
        self.show_entry(None)

    def take_library(self, library: Library) -> None:
        """Compare with another library from the next entry on."""
        self._library = library

    def show_entry(self, given: Given | None) -> None:
        """Tell all there is to tell of an entry."""
        self.show_page(partial(self._fill, given=given))

    def _fill(self, column: QVBoxLayout, *, given: Given | None) -> None:
        if given is None:
            column.addWidget(line(NOTHING_CHOSEN, "soft"))
            return
        column.addWidget(line(topics_said(given, self._titles), "heading"))
        for words, has_changed in said_texts(given, self._library, self._titles):
            column.addWidget(line(words, "look" if has_changed else "good"))
        column.addSpacing(8)
        facts = QFormLayout()
        facts.setHorizontalSpacing(16)
        facts.setVerticalSpacing(4)
        for name, words in said_circumstances(given):
            facts.addRow(dress(QLabel(name), tone="soft"), line(words, ""))
        column.addLayout(facts)
