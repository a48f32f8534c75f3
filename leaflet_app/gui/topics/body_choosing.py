"""The row above the topics that opens and closes the body map, and takes its choice back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from leaflet_app.domain.diagrams import BODY, Diagram
from leaflet_app.domain.library import Library
from leaflet_app.gui.topics.body_map import BodyMap
from leaflet_app.gui.topics.topic_boxes import TopicBoxes
from leaflet_app.gui.widgets.icons import IconButton

ROOM = 700
"""How high the window must be for the map to be open before anyone asks, in pixels."""

NOTHING = Diagram(BODY, 1.0, 1.0, (), {}, "")


class BodyChoosing(QWidget):
    """Joins the map to the list of topics: two views of one choice."""

    def __init__(self, library: Library, boxes: TopicBoxes) -> None:
        super().__init__()
        self._boxes = boxes
        self._is_settled = False
        self.map = BodyMap(library, library.diagrams.get(BODY, NOTHING))
        self._toggle = IconButton("body", "Body map", shown=True, side=16)
        self._toggle.setCheckable(True)
        self._toggle.setToolTip("Choose topics by where they are in the body")
        self._all = QPushButton("All topics")
        self._all.setToolTip("Show the topics of the whole body again (Esc)")
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 4, 0)
        row.addWidget(self._toggle)
        row.addStretch()
        row.addWidget(self._all)
        boxes.stand_above(self.map)
        boxes.installEventFilter(self)
        self.map.hide()
        self._all.hide()
        self._toggle.toggled.connect(self._open)
        self._toggle.clicked.connect(self._settle)
        self._all.clicked.connect(self.show_all)
        self.map.site_chosen.connect(self._show_site)
        if BODY not in library.diagrams:
            self.hide()

    def stand_like(self, other: BodyChoosing) -> None:
        """Be open or closed as another was, and show the site that it showed."""
        self._is_settled = other._is_settled
        self._toggle.setChecked(other._toggle.isChecked())
        if self.map.topics_of(other.map.chosen):
            self.map.choose(other.map.chosen)

    def show_all(self) -> None:
        """Take the choice of a site back."""
        self.map.choose("")

    def make_way(self, *, is_searching: bool) -> None:
        """Leave the room to what a search found, and come back after it."""
        self.map.show_site("")
        self._all.hide()
        self.map.setVisible(self._toggle.isChecked() and not is_searching)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the map where the list has room, once the list is laid out: in the middle the map came out too low."""
        if event.type() == QEvent.Type.Resize and watched is self._boxes:
            QTimer.singleShot(0, self, self._open_where_there_is_room)
        return super().eventFilter(watched, event)

    def _open_where_there_is_room(self) -> None:
        """Do as the height says, until someone opens or closes the map."""
        if not self._is_settled:
            self._toggle.setChecked(self.window().height() >= ROOM)

    def _open(self, is_open: bool) -> None:  # noqa: FBT001  (as the signal brings it)
        self.map.setVisible(is_open)
        if not is_open and self.map.chosen:
            self.show_all()

    def _settle(self) -> None:
        self._is_settled = True

    def _show_site(self, site: str) -> None:
        self._all.setVisible(bool(site))
        self._boxes.show_only(self.map.topics_of(site) if site else None)
