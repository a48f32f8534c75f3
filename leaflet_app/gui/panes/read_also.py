"""The row at the end of a topic: others that people read with it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from leaflet_app.domain.selection import Selection
from leaflet_app.domain.topic import Topic
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.gui.widgets.flow import Flow
from leaflet_app.gui.widgets.wrapping import WrappingButton


class ReadAlso(QWidget):
    """A button for each topic opens it to read; one that is in the leaflet says so."""

    topic_asked = Signal(str)

    def __init__(self, topics: Iterable[Topic]) -> None:
        super().__init__()
        self._topics = {topic.id: topic for topic in topics}
        self._buttons = {topic_id: WrappingButton(topic.title) for topic_id, topic in self._topics.items()}
        row = Flow()
        for topic_id, button in self._buttons.items():
            button.setToolTip(self._topics[topic_id].purpose)
            button.clicked.connect(partial(self.topic_asked.emit, topic_id))
            row.addWidget(button)
        heading = dress(QLabel("READ ALSO"), tone="group")
        heading.setAccessibleName("Read also")
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 16, 0, 0)
        column.setSpacing(8)
        column.addWidget(heading)
        column.addLayout(row)
        if not self._topics:
            self.hide()

    def show_selection(self, selection: Selection) -> None:
        """Mark those that are in the leaflet."""
        for topic_id, button in self._buttons.items():
            chosen = topic_id in selection.topics
            title = self._topics[topic_id].title
            button.setText((f"✓ {title}" if chosen else title).replace("&", "&&"))
            button.setAccessibleName(f"Read {title}{', in the leaflet' if chosen else ''}")
