"""All topics by site, each a real check box, so that a screen reader can tick it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from leaflet_app.domain.library import Library
from leaflet_app.domain.listed import Listed
from leaflet_app.gui.topics.star import Star
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.gui.widgets.wrapping import WrappingCheckBox


class TopicBoxes(QScrollArea):
    """Check boxes under headings; a search leaves only what it found."""

    topic_ticked = Signal(str, bool)
    favourites_changed = Signal(tuple)

    def __init__(self, library: Library, *, with_stars: bool = True) -> None:
        super().__init__()
        self._with_stars = with_stars
        self._boxes: dict[str, QCheckBox] = {}
        self._stars: dict[str, Star] = {}
        self._groups: list[tuple[QLabel, tuple[QCheckBox, ...]]] = []
        self._first = ""
        self.setAccessibleName("Topics by site")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = dress(QWidget(), bare="true")
        self._column = column = QVBoxLayout(inner)
        column.setContentsMargins(4, 0, 4, 8)
        column.setSpacing(0)
        for site, topics in library.listed_by_site():
            self._add_group(column, library.wording.sites[site.value], topics)
        column.addStretch()
        self.setWidget(inner)
        self.viewport().setAutoFillBackground(False)

    def tick(self, ids: Iterable[str]) -> None:
        """Tick exactly these topics."""
        ticked = set(ids)
        for topic_id, box in self._boxes.items():
            with QSignalBlocker(box):
                box.setChecked(topic_id in ticked)

    @property
    def favourites(self) -> tuple[str, ...]:
        """Return the topics with a star, in the order of the list."""
        return tuple(topic_id for topic_id, star in self._stars.items() if star.isChecked())

    def star(self, ids: Iterable[str]) -> None:
        """Make exactly these topics favourites."""
        starred = set(ids)
        for topic_id, star in self._stars.items():
            with QSignalBlocker(star):
                star.show_favourite(topic_id in starred)
        self.favourites_changed.emit(self.favourites)

    def show_found(self, ids: tuple[str, ...] | None) -> None:
        """Show only what a search found, the best match marked; None shows all."""
        self._mark_first(ids[0] if ids else "")
        self.show_only(ids)
        if ids:
            self.ensureWidgetVisible(self._boxes[ids[0]])

    def show_only(self, ids: tuple[str, ...] | None) -> None:
        """Show only these topics; None shows all."""
        for topic_id, box in self._boxes.items():
            box.setVisible(ids is None or topic_id in ids)
        for topic_id, star in self._stars.items():
            star.setVisible(not self._boxes[topic_id].isHidden())
        for heading, boxes in self._groups:
            heading.setVisible(any(not box.isHidden() for box in boxes))

    def stand_above(self, widget: QWidget) -> None:
        """Put something above the topics; it scrolls with them."""
        self._column.insertWidget(0, widget)

    def focus_list(self) -> None:
        """Put the keyboard on the best match, else on the first topic."""
        shown = (box for box in self._boxes.values() if not box.isHidden())
        box = self._boxes[self._first] if self._first else next(shown, None)
        if box is not None:
            box.setFocus(Qt.FocusReason.TabFocusReason)

    def _add_group(self, column: QVBoxLayout, name: str, topics: tuple[Listed, ...]) -> None:
        heading = dress(QLabel(name.upper()), tone="group")
        heading.setAccessibleName(name)
        heading.setContentsMargins(8, 12, 0, 4)
        column.addWidget(heading)
        boxes = tuple(self._box(topic, name) for topic in topics)
        for topic, box in zip(topics, boxes, strict=True):
            row = QHBoxLayout()
            row.setSpacing(0)
            row.addWidget(box, 1)
            if self._with_stars:
                row.addWidget(self._star(topic))
            column.addLayout(row)
        self._groups.append((heading, boxes))

    def _box(self, topic: Listed, group: str) -> QCheckBox:
        box = WrappingCheckBox(topic.title)
        box.setAccessibleDescription(group)
        box.setToolTip(topic.purpose)
        box.toggled.connect(partial(self.topic_ticked.emit, topic.id))
        self._boxes[topic.id] = box
        return box

    def _star(self, topic: Listed) -> Star:
        star = Star(topic.title)
        star.toggled.connect(lambda: self.favourites_changed.emit(self.favourites))
        self._stars[topic.id] = star
        return star

    def _mark_first(self, topic_id: str) -> None:
        for each, is_first in ((self._first, False), (topic_id, True)):
            if each:
                dress(self._boxes[each], first="true" if is_first else "false")
        self._first = topic_id
