"""The middle column: a tab for each chosen topic, and for one that is only being read."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QStackedLayout, QTabBar, QTabWidget, QVBoxLayout

from leaflet_app.domain.library import Library
from leaflet_app.domain.selection import Selection
from leaflet_app.gui.panes.empty_pane import EmptyPane
from leaflet_app.gui.panes.find_strip import FindStrip
from leaflet_app.gui.panes.finding import Finding
from leaflet_app.gui.panes.last_pages import TITLE, LastPages
from leaflet_app.gui.panes.topic_pane import TopicPane
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.gui.widgets.icons import IconButton

LONGEST_TAB = 20


class ReadColumn(QFrame):
    """Panes in the order of the leaflet, its last pages last. Closing a tab takes the topic out of the leaflet.

    A pane once opened is kept: opened again, it stands where it was left.
    """

    printed_changed = Signal(str, str, bool)
    heading_chosen = Signal(str)
    address_asked = Signal(str)
    topic_added = Signal(str)
    topic_removed = Signal(str)
    topic_shown = Signal(str)

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._library = library
        self._selection = Selection()
        self._panes: dict[str, TopicPane] = {}
        self._closed: dict[str, TopicPane] = {}
        self.empty = EmptyPane(library)
        self._last = LastPages(library.wording)
        self._last.printed_changed.connect(partial(self.printed_changed.emit, ""))
        self._last.heading_chosen.connect(self.heading_chosen)
        self._tabs = QTabWidget()
        self._tabs.addTab(self._last, TITLE)
        self._tabs.setAccessibleName("Topics to read")
        self._tabs.setDocumentMode(True)
        self._tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self._tabs.tabBar().setExpanding(False)
        self._tabs.tabBar().setAccessibleName("Topics to read")
        self._tabs.currentChanged.connect(self._tell_shown)
        dress(self, ground="panel")
        self._strip = FindStrip()
        self._finding = Finding(self._strip)
        self._stack = QStackedLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 4, 1, 1)
        column.setSpacing(0)
        column.addLayout(self._stack, 1)
        column.addWidget(self._strip)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._tabs)
        self._set_keys()

    def take_library(self, library: Library) -> None:
        """Read in another library, with the same tabs open at the same places as far as they are still there."""
        in_order = sorted(self._panes, key=lambda each: self._tabs.indexOf(self._panes[each]))
        before = {each: self._panes[each].verticalScrollBar().value() for each in in_order}
        shown = self._tabs.currentWidget()
        self._library = library
        self.empty.take_library(library)
        with QSignalBlocker(self._tabs):
            self._drop_panes()
            self._last.take_wording(library.wording)
            for topic_id in filter(library.is_offered, before):
                self._place(topic_id, self._tabs.count() - 1)
                self._panes[topic_id].stand_at(before[topic_id])
            self._selection = replace(self._selection, topics=tuple(filter(library.is_offered, self._selection.topics)))
            if isinstance(shown, TopicPane) and shown.topic.id in self._panes:
                self._tabs.setCurrentWidget(self._panes[shown.topic.id])
        self._tell_shown(self._tabs.currentIndex())

    def show_selection(self, selection: Selection) -> None:
        """Have a pane for each chosen topic, in order, and show the one that was just added."""
        added = [each for each in selection.topics if each not in self._selection.topics]
        removed = [each for each in self._selection.topics if each not in selection.topics]
        self._selection = selection
        for topic_id in removed:
            self._close(topic_id)
        for place, topic_id in enumerate(selection.topics):
            self._place(topic_id, place)
        for pane in self._panes.values():
            pane.show_selection(selection)
        self._last.show_selection(selection)
        if added:
            self._tabs.setCurrentWidget(self._panes[added[-1]])
        self._stack.setCurrentWidget(self._tabs if self._panes else self.empty)

    def read(self, topic_id: str) -> None:
        """Show a topic; one that is not chosen opens after the others, to be read or added."""
        if topic_id in self._library.offered:
            if topic_id not in self._panes:
                self._place(topic_id, self._tabs.count() - 1)
                self._panes[topic_id].show_selection(self._selection)
            self._tabs.setCurrentWidget(self._panes[topic_id])
            self._stack.setCurrentWidget(self._tabs)

    def _set_keys(self) -> None:
        window, here = Qt.ShortcutContext.WindowShortcut, Qt.ShortcutContext.WidgetWithChildrenShortcut
        for key, context, act in (
            ("Ctrl+Shift+F", window, self._finding.open),
            ("/", here, self._finding.open),
            ("F3", window, partial(self._finding.step, 1)),
            ("Shift+F3", window, partial(self._finding.step, -1)),
            ("Esc", here, self._strip.hide),
        ):
            QShortcut(QKeySequence(key), self, context=context).activated.connect(act)

    def _place(self, topic_id: str, place: int) -> None:
        if topic_id not in self._panes:
            title = self._library.topics[topic_id].title
            self._panes[topic_id] = self._closed.pop(topic_id) if topic_id in self._closed else self._pane(topic_id)
            self._tabs.insertTab(place, self._panes[topic_id], shortened(title))
            self._tabs.setTabToolTip(place, title)
            self._tabs.tabBar().setTabButton(place, QTabBar.ButtonPosition.RightSide, self._closer(topic_id))
        else:
            self._tabs.tabBar().moveTab(self._tabs.indexOf(self._panes[topic_id]), place)

    def _pane(self, topic_id: str) -> TopicPane:
        pane = TopicPane(self._library, self._library.topics[topic_id])
        pane.printed_changed.connect(self.printed_changed)
        pane.heading_chosen.connect(self.heading_chosen)
        pane.address_asked.connect(self.address_asked)
        pane.topic_wanted.connect(self.topic_added)
        pane.topic_asked.connect(self.read)
        return pane

    def _drop_panes(self) -> None:
        for pane in (*self._panes.values(), *self._closed.values()):
            if pane in self._panes.values():
                self._tabs.removeTab(self._tabs.indexOf(pane))
            pane.deleteLater()
        self._panes, self._closed = {}, {}

    def _closer(self, topic_id: str) -> IconButton:
        words = f"Close {self._library.topics[topic_id].title}"
        button = dress(IconButton("close", words, side=12), closer="true")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(partial(self._close_asked, topic_id))
        return button

    def _close_asked(self, topic_id: str) -> None:
        if topic_id in self._selection.topics:
            self.topic_removed.emit(topic_id)
        else:
            self._close(topic_id)
            self._stack.setCurrentWidget(self._tabs if self._panes else self.empty)

    def _close(self, topic_id: str) -> None:
        pane = self._panes.pop(topic_id)
        self._tabs.removeTab(self._tabs.indexOf(pane))
        self._closed[topic_id] = pane

    def _tell_shown(self, place: int) -> None:
        pane = self._tabs.widget(place)
        self._finding.look_in(pane if isinstance(pane, TopicPane) else None)
        if isinstance(pane, TopicPane):
            self.topic_shown.emit(pane.topic.id)


def shortened(title: str) -> str:
    """Return a title short enough for a tab."""
    short = title if len(title) <= LONGEST_TAB else f"{title[: LONGEST_TAB - 1].rstrip()}…"
    return short.replace("&", "&&")
