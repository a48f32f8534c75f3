"""All that shows an opened text: its source and forms at the left, what is to mend below, the leaflet at the right."""

from __future__ import annotations

from functools import partial

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
from leaflet_app.services.desk import Desk
from leaflet_app.services.edit_text import Looked, OpenedText

TEXT, BELOW = 420, 130
LEFT, RIGHT = 640, 460


class EditorBody(QSplitter):
    """Joins the text to everything that shows it. Whatever changes it, all of them follow."""

    left = Signal()

    def __init__(self, desk: Desk, unsaved: Unsaved, opened: OpenedText) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.source = SourceEdit(unsaved.edited)
        self.finding = FindBar(self.source)
        self.forms = Forms(unsaved, desk.today)
        self.problems = ProblemsPane()
        self.leaflet = LeafletView(desk, opened.file)
        self.theirs = TheirText()
        self.is_readable = True
        self._tabs = QTabWidget()
        self._right = QStackedWidget()
        self._looking = Looking(desk, unsaved, opened.lang)
        self.source.completion.know(opened.known)
        self.source.take_files = self.forms.take
        self._lay_out()
        self._connect()

    def begin(self) -> None:
        """Look the text over, and wait for the first letter."""
        self._looking.look()
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
        for each in (self._looking, self.leaflet, self.forms):
            each.stop()

    def _connect(self) -> None:
        self._looking.looked.connect(self._show)
        self._looking.spelt.connect(self.source.underlines.show_misspelt)
        self._looking.failed.connect(self._fail)
        self.problems.line_asked.connect(self.go_to_line)
        self.source.gutter.line_asked.connect(self.source.go_to_line)
        self.source.word_asked.connect(partial(offer_spelling, self.source, self._looking.suggest))
        self.source.left.connect(self.left)
        self.theirs.closed.connect(lambda: self._right.setCurrentWidget(self.leaflet))
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
        tools = ToolRow(self.source)
        tools.find_asked.connect(self.open_find)
        text = QWidget()
        column = QVBoxLayout(text)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        column.addWidget(tools)
        column.addWidget(self.finding)
        column.addWidget(self.source, 1)
        self._tabs.addTab(text, "Text")
        for name, page in self.forms.pages:
            self._tabs.addTab(page, name)
        self._tabs.setAccessibleName("Text and forms")
        self._tabs.tabBar().setAccessibleName("Text and forms")
        left = QSplitter(Qt.Orientation.Vertical)
        _fill(left, (self._tabs, 1), (self.problems, 0))
        left.setSizes([TEXT, BELOW])
        self._right.addWidget(self.leaflet)
        self._right.addWidget(self.theirs)
        _fill(self, (left, 1), (self._right, 1))
        self.setSizes([LEFT, RIGHT])


def _fill(split: QSplitter, *parts: tuple[QWidget, int]) -> None:
    """Put parts side by side, each with its share of new room; none can be pushed away."""
    for part, share in parts:
        split.addWidget(part)
        split.setStretchFactor(split.count() - 1, share)
    split.setChildrenCollapsible(False)
    split.setHandleWidth(8)
