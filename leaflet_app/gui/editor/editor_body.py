"""All that shows an opened text: its source and forms at the left, what is to mend below, the leaflet at the right."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSplitter, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from leaflet_app.domain.errors import LeafletError
from leaflet_app.gui.editor.find_bar import FindBar
from leaflet_app.gui.editor.forms.forms import Forms
from leaflet_app.gui.editor.leaflet_view import LeafletView
from leaflet_app.gui.editor.looking import Looking
from leaflet_app.gui.editor.problems_pane import ProblemsPane
from leaflet_app.gui.editor.source_edit import SourceEdit
from leaflet_app.gui.editor.spelling_menu import offer_spelling
from leaflet_app.gui.editor.their_text import TheirText
from leaflet_app.gui.editor.tool_row import ToolRow
from leaflet_app.gui.editor.unsaved import Unsaved
from leaflet_app.gui.widgets.focus import focus_first
from leaflet_app.gui.widgets.stoppable import Stoppable
from leaflet_app.services.desk import Desk
from leaflet_app.services.edit_text import Looked, OpenedText

TEXT, BELOW = 420, 130
LEFT, RIGHT = 640, 460


class EditorBody(QSplitter):
    """Joins the text to everything that shows it. Whatever changes it, all of them follow."""

    left = Signal()

    def __init__(self, desk: Desk, unsaved: Unsaved, opened: OpenedText) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._desk, self._file = desk, opened.file
        self.is_readable = True
        self._tabs, self._left, self._right = QTabWidget(), QSplitter(Qt.Orientation.Vertical), QStackedWidget()
        self.source = SourceEdit(unsaved.edited)
        self.source.completion.know(opened.known)
        self._text = QWidget()
        self._column = QVBoxLayout(self._text)
        self.forms = Forms(unsaved, desk.today)
        self.source.take_files = self.forms.take
        self._looking = Looking(desk, unsaved, opened.lang)
        self._at_work: list[Stoppable] = [self._looking, self.forms]

    @cached_property
    def finding(self) -> FindBar:
        """Return the bar that looks for words, made when it is first asked for."""
        bar = FindBar(self.source)
        self._column.insertWidget(1, bar)
        return bar

    @cached_property
    def theirs(self) -> TheirText:
        """Return what shows another's text, made when it is first asked for."""
        theirs = TheirText("Show the &leaflet")
        theirs.closed.connect(lambda: self._right.setCurrentWidget(self.leaflet))
        self._right.addWidget(theirs)
        return theirs

    def built(self) -> Iterator[None]:
        """Build all the rest, in steps that are short enough for a window that is looked at; then it can be written."""
        self.source.setReadOnly(True)
        self._lay_out()
        yield
        tools = ToolRow(self.source)
        tools.find_asked.connect(self.open_find)
        self._column.insertWidget(0, tools)
        yield
        self.problems = ProblemsPane()
        _fill(self._left, (self.problems, 0))
        self._left.setSizes([TEXT, BELOW])
        yield
        self.leaflet = LeafletView(self._desk, self._file)
        self._at_work.append(self.leaflet)
        self._right.addWidget(self.leaflet)
        yield
        for name, page in self.forms.pages:
            self._tabs.addTab(page, name)
        self._connect()
        self.source.setReadOnly(False)

    def begin(self) -> None:
        """Wait for the first letter; the text is looked over as soon as all is drawn."""
        self._looking.look_soon()
        self.source.go_to_words()
        self.source.setFocus()

    def show_theirs(self, text: str) -> None:
        """Show another's text in the place of the leaflet."""
        self.theirs.show_text(text)
        self._right.setCurrentWidget(self.theirs)

    def go_to_line(self, line: int) -> None:
        """Show a line of the source."""
        self._tabs.setCurrentIndex(0)
        self.source.go_to_line(line)

    def open_find(self, *, to_replace: bool = False) -> None:
        """Look for words in the source."""
        self._tabs.setCurrentIndex(0)
        self.finding.open_bar(to_replace=to_replace)

    def focus_next(self, step: int) -> None:
        """Put the keyboard into the next part of the page, or the one before."""
        parts: tuple[QWidget, ...] = (self._tabs, self.problems, self._right)
        focused = self.focusWidget()
        here = next((number for number, part in enumerate(parts) if focused and part.isAncestorOf(focused)), 0)
        order = [parts[(here + step * more) % len(parts)] for more in range(1, len(parts))]
        for part in order:
            if part is self._tabs and self.source.isVisible():
                self.source.setFocus()
                return
            if focus_first(part):
                return

    def stop(self) -> None:
        """End all work."""
        for each in self._at_work:
            each.stop()

    def _connect(self) -> None:
        self._looking.looked.connect(self._show)
        self._looking.spelt.connect(self.source.underlines.show_misspelt)
        self._looking.failed.connect(self._fail)
        self.problems.line_asked.connect(self.go_to_line)
        self.source.gutter.line_asked.connect(self.source.go_to_line)
        self.source.word_asked.connect(partial(offer_spelling, self.source, self._looking.suggest))
        self.source.left.connect(self.left)
        for key, act in (("Ctrl+H", lambda: self.open_find(to_replace=True)), ("F8", self.problems.list.setFocus)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _show(self, looked: Looked) -> None:
        self.is_readable = looked.is_readable
        self.source.show_faults(looked.faults)
        self.problems.show_faults(looked.faults)
        self.problems.show_reading(looked.score)
        self.leaflet.show_looked(looked)

    def _fail(self, error: LeafletError) -> None:
        self.problems.fail(str(error))

    def _lay_out(self) -> None:
        self._column.setContentsMargins(0, 4, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self.source, 1)
        self._tabs.addTab(self._text, "Text")
        self._tabs.setAccessibleName("Text and forms")
        self._tabs.tabBar().setAccessibleName("Text and forms")
        _fill(self._left, (self._tabs, 1))
        _fill(self, (self._left, 1), (self._right, 1))
        self.setSizes([LEFT, RIGHT])


def _fill(split: QSplitter, *parts: tuple[QWidget, int]) -> None:
    """Put parts side by side, each with its share of new room; none can be pushed away."""
    for part, share in parts:
        split.addWidget(part)
        split.setStretchFactor(split.count() - 1, share)
    split.setChildrenCollapsible(False)
    split.setHandleWidth(8)
