"""A text of which only the lines with words are seen, unless somebody asks for all; none is joined to a hidden one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextBlock, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from leaflet_app.domain.passages import Passage
from leaflet_app.gui.editor.edited_text import EditedText


class SeenText(QPlainTextEdit):
    """Knows where its passages stand; `gone_to` tells at which of its letters the cursor stands."""

    gone_to = Signal(int)

    def __init__(self, edited: EditedText) -> None:
        super().__init__()
        self.edited = edited
        self.places: Mapping[str, int] = {}
        self._without_words: Collection[int] = ()
        self._shows_all, self._last = False, 0
        self.setDocument(edited.document)
        self.document().setDocumentMargin(0)
        self.cursorPositionChanged.connect(self._tell_gone)

    @property
    def place(self) -> int:
        """Return the letter that the cursor stands before."""
        return self.edited.place_of(self.textCursor().position())

    def know(self, passages: Iterable[Passage], without_words: Collection[int]) -> None:
        """Take in where the passages stand, and which lines have none."""
        self.places = {each.place: each.start for each in passages}
        self._without_words = without_words
        self._hide(() if self._shows_all else without_words)

    def show_all_lines(self, *, shows: bool) -> None:
        """Show the lines without words too, or put them out of sight."""
        self._shows_all = shows
        self._hide(() if shows else self._without_words)

    def places_in_view(self) -> Iterator[tuple[str, int]]:
        """Yield the passages that begin in view, from the top, and where."""
        seen = list(self.blocks_in_view())
        first, last = (seen[0], seen[-1]) if seen else (self.document().begin(),) * 2
        start = self.edited.place_of(first.position())
        end = self.edited.place_of(last.position() + last.length() - 1)
        return ((place, at) for place, at in self.places.items() if start <= at <= end)

    def go_to_line(self, number: int) -> bool:
        """Go to a line, counted from 1; tell whether it can be seen."""
        block = self.document().findBlockByNumber(number - 1)
        if block.isVisible():
            self.setTextCursor(QTextCursor(block))
            self.centerCursor()
            self.setFocus()
        return block.isVisible()

    def lines_down(self, at: int) -> int:
        """Return how many lines below the top of the view the line of a letter begins."""
        return self._line(at) - self.verticalScrollBar().value()

    def scroll_to(self, at: int, lines_down: int) -> None:
        """Bring the line of a letter so far below the top of the view."""
        self.verticalScrollBar().setValue(self._line(at) - lines_down)

    def _line(self, at: int) -> int:
        return self.edited.cursor(at, at).block().firstLineNumber()

    def _hide(self, hidden: Collection[int]) -> None:
        block, is_other = self.document().begin(), False
        while block.isValid():
            if block.isVisible() is (block.blockNumber() in hidden):
                block.setVisible(not block.isVisible())
                block.setLineCount(max(block.layout().lineCount(), 1) if block.isVisible() else 0)
                is_other = True
            block = block.next()
        if is_other:
            self.document().markContentsDirty(0, self.document().characterCount())
            self._stay_in_sight()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Join no line to one that is out of sight."""
        cursor = self.textCursor()
        beside = {
            Qt.Key.Key_Backspace.value: cursor.block().previous() if cursor.atBlockStart() else None,
            Qt.Key.Key_Delete.value: cursor.block().next() if cursor.atBlockEnd() else None,
        }.get(event.key())
        if cursor.hasSelection() or beside is None or not beside.isValid() or beside.isVisible():
            super().keyPressEvent(event)

    def _tell_gone(self) -> None:
        self._stay_in_sight()
        self._last = self.textCursor().position()
        self.gone_to.emit(self.place)

    def _stay_in_sight(self) -> None:
        """Take the cursor out of a line that cannot be seen, the way it went."""
        cursor = self.textCursor()
        here = cursor.block()
        before, after = _seen(here, QTextBlock.previous), _seen(here, QTextBlock.next)
        goes_back = cursor.position() < self._last
        there = before if before.isValid() and (goes_back or not after.isValid()) else after
        if here.isVisible() or not there.isValid():
            return
        end = there.position() + (there.length() - 1 if there == before else 0)
        cursor.setPosition(end, cursor.MoveMode.KeepAnchor if cursor.hasSelection() else cursor.MoveMode.MoveAnchor)
        self.setTextCursor(cursor)

    def blocks_in_view(self) -> Iterator[QTextBlock]:
        """Yield the lines of the file that are in view."""
        block, height = self.firstVisibleBlock(), self.viewport().height()
        while block.isValid() and self.blockBoundingGeometry(block).translated(self.contentOffset()).top() < height:
            if block.isVisible():
                yield block
            block = block.next()


def _seen(block: QTextBlock, step: Callable[[QTextBlock], QTextBlock]) -> QTextBlock:
    """Return the next block that can be seen."""
    while block.isValid() and not block.isVisible():
        block = step(block)
    return block
