"""The real leaflet beside the text that it is made from, kept at its place while that changes."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from leaflet_app.domain.errors import LeafletError
from leaflet_app.domain.look import Format
from leaflet_app.gui.jobs import Jobs
from leaflet_app.gui.preview.format_bar import FormatBar
from leaflet_app.gui.preview.layout import POINTS_PER_MM
from leaflet_app.gui.preview.page_view import PageView
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.services.desk import Desk
from leaflet_app.services.edit_text import Looked, leaflet_of, place_in
from leaflet_app.services.make_leaflet import Made

NOT_YET = "The leaflet shows the text as it last could be printed. Mend the faults below."
NOBODY_PRINTS = "No topic that can be chosen prints this text."


class LeafletView(QFrame):
    """Makes the leaflet anew after each look, off the window's thread; the one before stays in view."""

    def __init__(self, desk: Desk, file: str) -> None:
        super().__init__()
        dress(self, ground="panel")
        self._desk, self._file = desk, file
        self._jobs = Jobs(self)
        self._looked: Looked | None = None
        self._is_there = False
        self.view = PageView()
        self._formats = FormatBar(self.view)
        self._said = dress(QLabel(), tone="look")
        self._said.setWordWrap(True)
        self._said.hide()
        self._formats.format_chosen.connect(self._make_again)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        column.addWidget(self._formats)
        column.addWidget(self._said)
        column.addWidget(self.view, 1)

    @property
    def said(self) -> str:
        """Return what is said above the pages."""
        return "" if self._said.isHidden() else self._said.text()

    def show_looked(self, looked: Looked) -> None:
        """Show the leaflet of a text as it was looked over."""
        if not looked.is_readable:
            self._say(NOT_YET)
            return
        self._looked = looked
        self._make()

    def stop(self) -> None:
        """End all work."""
        self._jobs.close()

    def _make_again(self, _format: Format) -> None:
        self._make()

    def _make(self) -> None:
        if self._looked is not None:
            work = partial(leaflet_of, self._desk, self._file, self._looked, self._formats.format)
            self._jobs.submit(work, self._show, self._refuse)

    def _show(self, made: Made | None) -> None:
        if made is None:
            self.view.clear()
            self._say(NOBODY_PRINTS)
            return
        self._say("")
        self.view.show_pdf(made.rendered.pdf)
        place = None if self._is_there else place_in(made, self._file)
        self._is_there = True
        if place is not None:
            self.view.go_to(place.page, place.top_mm * POINTS_PER_MM)

    def _refuse(self, error: LeafletError) -> None:
        self._say(str(error))

    def _say(self, words: str) -> None:
        self._said.setText(words)
        self._said.setVisible(bool(words))
