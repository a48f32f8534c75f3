"""What a leaflet prints after its topics, all topics together."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from leaflet_app.domain.selection import Selection
from leaflet_app.domain.wording import Wording
from leaflet_app.gui.panes.section_view import ALWAYS_PRINTED, SectionView
from leaflet_app.gui.widgets.dress import dress

TITLE = "Last pages"
WHAT_THEY_HOLD = {
    "more": "Texts that several topics share, such as operations and scans. Each is printed once.",
    "glossary": "The meaning of each medical word that this leaflet uses.",
    "support": "Groups that can help, with phone numbers that someone has checked.",
    "contact": "How people reach you.",
    "about": "Who wrote and checked the texts, when, and what the leaflet cannot do.",
    "sources": "Where each figure comes from. Left out, the leaflet says that people may ask for it.",
}
LOCKED = ("contact", "about")


class LastPages(QScrollArea):
    """A check box for each part, as in the panes of topics."""

    printed_changed = Signal(str, bool)
    heading_chosen = Signal(str)

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._wording = wording
        self._selection = Selection()
        self._views: dict[str, SectionView] = {}
        dress(self, reading="true").setAccessibleName(TITLE)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)

    def showEvent(self, event: QShowEvent) -> None:
        """Write the page when it is first looked at."""
        super().showEvent(event)
        if self.widget() is None:
            self.setWidget(self._page())
            self.show_selection(self._selection)

    def take_wording(self, wording: Wording) -> None:
        """Name the parts from now on as other words do."""
        self._wording = wording
        if self.widget() is not None:
            self.setWidget(self._page())

    def show_selection(self, selection: Selection) -> None:
        """Show which parts are printed."""
        self._selection = selection
        for key, view in self._views.items():
            view.show_printed(printed=key not in selection.without, chosen=True)

    def _page(self) -> QWidget:
        page = dress(QWidget(), bare="true")
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 12, 16, 24)
        column.setSpacing(4)
        said = dress(QLabel("Printed after the topics, once for all of them."), tone="soft")
        said.setWordWrap(True)
        column.addWidget(dress(QLabel(TITLE), tone="title"))
        column.addWidget(said)
        for key, held in WHAT_THEY_HOLD.items():
            column.addWidget(self._view(key, getattr(self._wording, key), held))
        column.addStretch()
        return page

    def _view(self, key: str, heading: str, held: str) -> SectionView:
        view = SectionView(heading, f"<p>{held}</p>", locked_because=ALWAYS_PRINTED if key in LOCKED else "")
        view.printed_changed.connect(partial(self.printed_changed.emit, key))
        view.heading_chosen.connect(partial(self.heading_chosen.emit, key))
        self._views[key] = view
        return view
