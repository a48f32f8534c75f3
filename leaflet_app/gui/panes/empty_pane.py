"""What the read column shows before anything is chosen."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from leaflet_app.domain.library import Library
from leaflet_app.domain.sets import TopicSet
from leaflet_app.gui.panes.set_row import SetRow
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.gui.widgets.flow import Flow
from leaflet_app.gui.widgets.wrapping import WrappingButton

MOST_RECENT = 3
WIDEST = 440


class EmptyPane(QScrollArea):
    """Teach the first step, and offer ways to begin: sets, favourites, and what was made a moment ago."""

    set_chosen = Signal(TopicSet)
    again_chosen = Signal(tuple)
    topic_chosen = Signal(str)
    rename_asked = Signal(str)
    delete_asked = Signal(str)

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._library = library
        self._starred: tuple[str, ...] = ()
        self._made: list[tuple[str, ...]] = []
        self._sets = Offer("Begin with a set", QVBoxLayout(), gap=12)
        self._favourites = Offer("Your favourites", Flow())
        self._recent = Offer("Or make one of these again", QVBoxLayout())
        self.setAccessibleName("Ways to begin")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._page())
        self.viewport().setAutoFillBackground(False)

    def take_library(self, library: Library) -> None:
        """Offer what another library has, of what was offered before."""
        self._library = library
        self.show_favourites(self._starred)
        self._made = [topics for topics in self._made if all(map(library.is_offered, topics))]
        self._recent.show_offers([*map(self._again, self._made)])

    def show_sets(self, own: tuple[TopicSet, ...], shipped: tuple[TopicSet, ...]) -> None:
        """Offer the practice's own sets, then those that came with the library."""
        self._sets.show_offers([self._row(each, is_own=each in own) for each in (*own, *shipped)])

    def show_favourites(self, ids: Iterable[str]) -> None:
        """Offer the topics with a star."""
        self._starred = tuple(ids)
        offered = self._library.offered
        self._favourites.show_offers([self._favourite(each) for each in self._starred if each in offered])

    def show_made(self, topics: tuple[str, ...]) -> None:
        """Offer the topics of the leaflet just made, above those of the last ones in this session."""
        self._made = [topics, *(each for each in self._made if each != topics)][:MOST_RECENT]
        self._recent.show_offers([*map(self._again, self._made)])

    def _page(self) -> QWidget:
        page = dress(QWidget(), bare="true")
        inner = QVBoxLayout()
        inner.setSpacing(12)
        inner.addStretch(2)
        for words, tone in (
            ("Tick a topic, or type its name\nand press Enter.", "heading"),
            ("You read it here. The leaflet grows beside it.", "soft"),
        ):
            label = dress(QLabel(words), tone=tone)
            label.setWordWrap(True)
            inner.addWidget(label)
        for offer in (self._sets, self._favourites, self._recent):
            inner.addWidget(offer)
        inner.addStretch(3)
        holder = QWidget()
        holder.setMaximumWidth(WIDEST)
        holder.setLayout(inner)
        row = QHBoxLayout(page)
        row.setContentsMargins(24, 16, 24, 16)
        row.addStretch(1)
        row.addWidget(holder, 100)
        row.addStretch(1)
        return page

    def _titles(self, topics: Iterable[str]) -> str:
        return " · ".join(self._library.topics[each].title for each in topics)

    def _row(self, offered: TopicSet, *, is_own: bool) -> SetRow:
        row = SetRow(offered, self._titles(offered.topics), is_own=is_own)
        row.chosen.connect(self.set_chosen)
        row.rename_asked.connect(self.rename_asked)
        row.delete_asked.connect(self.delete_asked)
        return row

    def _favourite(self, topic_id: str) -> QPushButton:
        button = WrappingButton(self._library.topics[topic_id].title)
        button.clicked.connect(partial(self.topic_chosen.emit, topic_id))
        return button

    def _again(self, topics: tuple[str, ...]) -> QPushButton:
        button = WrappingButton(self._titles(topics))
        button.clicked.connect(partial(self.again_chosen.emit, topics))
        return button


class Offer(QWidget):
    """A heading and what is offered under it; nothing at all while there is nothing to offer."""

    def __init__(self, heading: str, inner: QVBoxLayout | Flow, gap: int = 8) -> None:
        super().__init__()
        self._inner = inner
        self._offered: list[QWidget] = []
        inner.setSpacing(gap)
        label = dress(QLabel(heading.upper()), tone="group")
        label.setAccessibleName(heading)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        column.addWidget(label)
        column.addLayout(inner)
        self.hide()

    def show_offers(self, offered: list[QWidget]) -> None:
        """Offer exactly these."""
        for old in self._offered:
            self._inner.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._offered = offered
        for each in offered:
            self._inner.addWidget(each)
        self.setVisible(bool(offered))
