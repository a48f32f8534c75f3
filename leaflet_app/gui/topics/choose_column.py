"""The left column: find and tick topics above, what is chosen below."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from leaflet_app.domain.library import Library
from leaflet_app.domain.selection import Selection
from leaflet_app.gui.topics.body_choosing import BodyChoosing
from leaflet_app.gui.topics.chosen_list import ChosenList
from leaflet_app.gui.topics.search_box import SearchBox
from leaflet_app.gui.topics.topic_boxes import TopicBoxes
from leaflet_app.gui.widgets.announce import announce
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.services.desk import Finder
from leaflet_app.services.find_topics import find


class ChooseColumn(QFrame):
    """Search, tick, reorder."""

    topic_added = Signal(str)
    topic_removed = Signal(str)
    order_changed = Signal(tuple)
    topic_opened = Signal(str)
    clear_asked = Signal()
    set_asked = Signal()
    favourites_changed = Signal(tuple)

    def __init__(self, library: Library, finder: Finder) -> None:
        super().__init__()
        self._library = library
        self._finder = finder
        self._found: tuple[str, ...] = ()
        self.search = SearchBox()
        self._boxes, self.body = self._choices()
        self._chosen = ChosenList(library)
        self._lists = QVBoxLayout()
        self._hint = dress(QLabel(), tone="soft")
        self._hint.setWordWrap(True)
        self._hint.setContentsMargins(4, 0, 4, 0)
        self._hint.hide()
        dress(self, ground="panel")
        self._lay_out()
        self.search.textChanged.connect(self._look_up)
        self.search.best_wanted.connect(self._tick_best)
        self.search.list_wanted.connect(self._focus_list)
        self._chosen.order_changed.connect(self.order_changed)
        self._chosen.topic_removed.connect(self.topic_removed)
        self._chosen.topic_opened.connect(self.topic_opened)
        self._chosen.clear_asked.connect(self.clear_asked)
        self._chosen.set_asked.connect(self.set_asked)

    def take_library(self, library: Library, finder: Finder) -> None:
        """Offer the topics of another library, where the reader stands now; what is ticked is shown anew after it."""
        self._library, self._finder = library, finder
        boxes, body = self._boxes, self.body
        self._boxes, self.body = self._choices()
        self._lists.replaceWidget(body, self.body)
        self._lists.replaceWidget(boxes, self._boxes)
        self.body.stand_like(body)
        self._boxes.star(boxes.favourites)
        self._boxes.verticalScrollBar().setValue(boxes.verticalScrollBar().value())
        for old in (body, boxes):
            old.hide()
            old.deleteLater()
        self._chosen.take_library(library)
        if self.search.text().strip():
            self._look_up(self.search.text())

    def show_selection(self, selection: Selection) -> None:
        """Tick and list what is chosen."""
        self._boxes.tick(selection.topics)
        self.body.map.show_ticked(selection.topics)
        self._chosen.show_chosen(selection.topics)

    @property
    def favourites(self) -> tuple[str, ...]:
        """Return the topics with a star."""
        return self._boxes.favourites

    def star(self, ids: tuple[str, ...]) -> None:
        """Make exactly these topics favourites."""
        self._boxes.star(ids)

    def show_current(self, topic_id: str) -> None:
        """Mark the topic that is being read."""
        self._chosen.make_current(topic_id)

    def focus_search(self) -> None:
        """Put the keyboard into the search box, ready to type over."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show the topics of the whole body again on Escape."""
        if event.key() == Qt.Key.Key_Escape and self.body.map.chosen:
            self.body.show_all()
        else:
            super().keyPressEvent(event)

    def _choices(self) -> tuple[TopicBoxes, BodyChoosing]:
        """Return the topics by site, and the way to them by the body."""
        boxes = TopicBoxes(self._library)
        boxes.topic_ticked.connect(self._tell_ticked)
        boxes.favourites_changed.connect(self.favourites_changed)
        return boxes, BodyChoosing(self._library, boxes)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 8, 4, 4)
        column.setSpacing(4)
        top = QVBoxLayout()
        top.setContentsMargins(4, 0, 4, 0)
        top.addWidget(self.search)
        top.addWidget(self._hint)
        column.addLayout(top)
        self._lists.addWidget(self.body)
        self._lists.addWidget(self._boxes, 1)
        column.addLayout(self._lists, 1)
        column.addWidget(dress(QFrame(), ground="line"))
        column.addWidget(self._chosen)

    def _focus_list(self) -> None:
        self._boxes.focus_list()

    def _look_up(self, text: str) -> None:
        wanted = text.strip()
        self._found = find(self._finder, self._library, wanted) if wanted else ()
        self.body.make_way(is_searching=bool(wanted))
        self._boxes.show_found(self._found if wanted else None)
        self._hint.setText(self._say_found(wanted))
        self._hint.setVisible(bool(wanted))
        announce(self.search, self._hint.text())

    def _say_found(self, wanted: str) -> str:
        if not wanted:
            return ""
        if not self._found:
            return f"No topic matches “{wanted}”. Try another word."
        return f"Enter ticks {self._library.topics[self._found[0]].title}."

    def _tick_best(self) -> None:
        if self._found:
            best = self._found[0]
            self.search.clear()
            self.topic_added.emit(best)

    def _tell_ticked(self, topic_id: str, ticked: bool) -> None:  # noqa: FBT001  (as the signal brings it)
        (self.topic_added if ticked else self.topic_removed).emit(topic_id)
