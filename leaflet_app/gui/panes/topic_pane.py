"""One topic to read, and to choose sections from."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from urllib.parse import unquote

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QCursor, QShowEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from leaflet_app.domain.glossary import Term
from leaflet_app.domain.library import Library
from leaflet_app.domain.selection import Selection
from leaflet_app.domain.topic import SectionKey, Topic
from leaflet_app.gui.panes.read_also import ReadAlso
from leaflet_app.gui.panes.rich_text import word_at
from leaflet_app.gui.panes.section_view import ALWAYS_PRINTED, SectionView
from leaflet_app.gui.panes.standing import standing
from leaflet_app.gui.panes.word_card import WordCard
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.gui.widgets.strip import Strip
from leaflet_app.services.explain_word import explain, explain_at
from leaflet_app.services.show_text import glance_html, pane_html

WIDEST = 720
ABOVE_MATCH = 96
NOT_EXPLAINED = "the library does not explain this word yet"


class TopicPane(QScrollArea):
    """Title, facts at a glance, sections, and topics to read also. Opens only the meaning of a word."""

    printed_changed = Signal(str, str, bool)
    heading_chosen = Signal(str)
    topic_wanted = Signal(str)
    topic_asked = Signal(str)
    address_asked = Signal(str)
    written = Signal()

    def __init__(self, library: Library, topic: Topic) -> None:
        super().__init__()
        self.topic = topic
        self._library = library
        self._selection = Selection()
        self._views: dict[str, SectionView] = {}
        self._current: SectionView | None = None
        self._also = ReadAlso(library.offered[each] for each in topic.related if each in library.offered)
        self._also.topic_asked.connect(self.topic_asked)
        self._standing = dress(QLabel(), tone="soft")
        self._fill_soon = QTimer(self, singleShot=True, interval=0)
        self._fill_soon.timeout.connect(self._fill)
        self._offer = Strip("This topic is not in the leaflet.")
        self._offer.offer("Add to leaflet", partial(self.topic_wanted.emit, topic.id))
        dress(self, reading="true").setAccessibleName(topic.title)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # one width, so one layout
        self.viewport().setAutoFillBackground(False)

    def showEvent(self, event: QShowEvent) -> None:
        """Write the pane when it is first looked at, once its width is known and the leaflet is being made."""
        super().showEvent(event)
        if self.widget() is None:
            self._fill_soon.start()
        else:
            self._show_choice()

    def show_selection(self, selection: Selection) -> None:
        """Show which sections are printed, or offer the topic when it is not chosen, as soon as someone looks."""
        self._selection = selection
        if self.widget() is not None and self.isVisible():
            self._show_choice()

    def stand_at(self, top: int) -> None:
        """Stand so far down, once the pane is written."""
        bar = self.verticalScrollBar()
        self.written.connect(lambda: QTimer.singleShot(0, bar, lambda: bar.setValue(top)))

    def mark(self, words: str, current: int | None = None) -> int:
        """Mark words in all sections, one of the places more than the others; return how many places there are."""
        before, self._current = 0, None
        for view in self._views.values():
            here = None if current is None else current - before
            matches = view.text.mark(words, here)
            if here is not None and 0 <= here < matches:
                self._current = view
            before += matches
        return before

    def scroll_to_match(self) -> None:
        """Bring the place that is marked most into view, with some lines before it."""
        page = self.widget()
        if self._current is not None and page is not None:
            text = self._current.text
            top = text.mapTo(page, QPoint()).y() + text.height_of_match()
            bar = self.verticalScrollBar()
            if not bar.value() + ABOVE_MATCH / 2 <= top <= bar.value() + self.viewport().height() - ABOVE_MATCH:
                bar.setValue(top - ABOVE_MATCH)

    def explain(self, words: str, at: int = -1) -> None:
        """Show what words mean, or of a text those at one of its letters; say so where nobody explained them."""
        glossary = self._library.glossary
        term = explain(glossary, words) if at < 0 else explain_at(glossary, words, at)
        self._show_card(term or Term(words if at < 0 else word_at(words, at), NOT_EXPLAINED))

    def _fill(self) -> None:
        if not self.isVisible():  # another topic was chosen right after this one
            return
        page = self._page()
        self._show_choice()
        page.resize(self.viewport().size())
        self.setWidget(page)
        self.written.emit()

    def _show_choice(self) -> None:
        chosen = self.topic.id in self._selection.topics
        self._offer.setVisible(not chosen)
        self._standing.setText(standing(self.topic, self._selection))
        self._also.show_selection(self._selection)
        for key, view in self._views.items():
            view.show_printed(printed=not self._selection.leaves_out(self.topic.id, key), chosen=chosen)

    def _page(self) -> QWidget:
        page = dress(QWidget(), bare="true")
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 12, 16, 24)
        column.setSpacing(4)
        column.addWidget(self._offer)
        for label in self._head():
            label.setWordWrap(True)
            column.addWidget(label)
        column.addSpacing(8)
        for view in self._sections():
            view.setMaximumWidth(WIDEST)
            column.addWidget(view)
        self._also.setMaximumWidth(WIDEST)
        column.addWidget(self._also)
        column.addStretch()
        return page

    def _head(self) -> Iterator[QLabel]:
        yield dress(QLabel(self.topic.title), tone="title")
        yield dress(QLabel(self.topic.purpose), tone="soft")
        yield self._standing
        if not self.topic.review.is_approved:
            yield dress(QLabel(f"⚠  {self._library.wording.draft_banner}"), tone="look")

    def _sections(self) -> Iterator[SectionView]:
        """Yield the views in the order of print: facts, where to get help fast, then the rest."""
        order = list(SectionKey)
        if self.topic.glance:
            facts = glance_html(self._library, self.topic)
            yield self._view("glance", self.topic.id, SectionView(self._library.wording.glance, facts, ground="tint"))
        for section in sorted(
            self.topic.sections, key=lambda each: (each.key is not SectionKey.URGENT, order.index(each.key))
        ):
            html = pane_html(self._library, self.topic, section)
            if section.key is SectionKey.URGENT:
                view = SectionView(section.heading, html, ground="urgent", locked_because=ALWAYS_PRINTED)
            else:
                view = SectionView(section.heading, html)
            together = section.key in (SectionKey.URGENT, SectionKey.QUESTIONS)  # print once for all topics
            anchor = section.key.value if together else f"{self.topic.id}/{section.key.value}"
            yield self._view(section.key.value, anchor, view)

    def _view(self, key: str, anchor: str, view: SectionView) -> SectionView:
        view.printed_changed.connect(partial(self.printed_changed.emit, self.topic.id, key))
        view.heading_chosen.connect(partial(self.heading_chosen.emit, anchor))
        view.link_chosen.connect(self._follow)
        view.word_asked.connect(self.explain)
        self._views[key] = view
        return view

    def _follow(self, link: str) -> None:
        scheme, _, rest = link.partition(":")
        if scheme == "word":
            self.explain(unquote(rest))
        elif scheme == "topic":
            self.topic_asked.emit(rest)
        else:
            self.address_asked.emit(link)

    def _show_card(self, term: Term) -> None:
        place = QCursor.pos()
        here = self.rect().contains(self.mapFromGlobal(place))
        WordCard(self, term).open_at(place if here else self.mapToGlobal(self.rect().center()))
