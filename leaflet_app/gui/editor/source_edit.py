"""The source of a text, as plain as it is kept: never a rich text that would have to be written back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import QEvent, QMimeData, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QMenu, QPlainTextEdit

from leaflet_app.domain.editing import Edit, place_of_line, place_of_words
from leaflet_app.domain.faults import Fault
from leaflet_app.gui.editor.completion import Completion
from leaflet_app.gui.editor.edited_text import EditedText
from leaflet_app.gui.editor.gutter import Gutter
from leaflet_app.gui.editor.highlighter import Highlighter
from leaflet_app.gui.editor.underlines import Underlines


class SourceEdit(QPlainTextEdit):
    """Shows and changes an edited text. Tab goes on to the next control, as everywhere in the window."""

    left = Signal()
    word_asked = Signal(int, int)

    def __init__(self, edited: EditedText) -> None:
        super().__init__()
        self.edited = edited
        self.setDocument(edited.document)
        self.setAccessibleName("Text")
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.take_files: Callable[[QMimeData], bool] = lambda _mime: False
        self._highlighter = Highlighter(edited.document, self.palette())
        self.gutter = Gutter(self, self)
        self.underlines = Underlines(self, edited)
        self.completion = Completion(self, self)
        self.blockCountChanged.connect(lambda _count: self._make_room())
        self.updateRequest.connect(self._follow)
        self._make_room()

    @property
    def chosen(self) -> tuple[int, int]:
        """Return where the chosen words begin and end in the text."""
        cursor = self.textCursor()
        return self.edited.place_of(cursor.selectionStart()), self.edited.place_of(cursor.selectionEnd())

    def make(self, edit: Edit) -> None:
        """Make an edit in one step, and go on where it leaves off."""
        self.setTextCursor(self.edited.apply(edit))
        self.setFocus()

    def choose(self, start: int, end: int) -> None:
        """Choose a piece of the text and bring it into view."""
        self.setTextCursor(self.edited.cursor(start, end))
        self.ensureCursorVisible()

    def go_to_line(self, line: int) -> None:
        """Put the cursor at the beginning of a line, in the middle of the view."""
        at = place_of_line(self.edited.text, line)
        self.setTextCursor(self.edited.cursor(at, at))
        self.centerCursor()
        self.setFocus()

    def go_to_words(self) -> None:
        """Begin below the front matter, whose lines are a scroll away."""
        at = place_of_words(self.edited.text)
        cursor = self.edited.cursor(at, at)
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(cursor.block().firstLineNumber())

    def show_faults(self, faults: Iterable[Fault]) -> None:
        """Mark these faults, beside the text and in it."""
        those = tuple(faults)
        self.gutter.mark(those)
        self.underlines.show_faults(those)

    def lines_in_view(self) -> Iterator[tuple[int, QRect]]:
        """Yield the number of each line in view, from 1, and where it stands."""
        block = self.firstVisibleBlock()
        while block.isValid():
            place = self.blockBoundingGeometry(block).translated(self.contentOffset()).toRect()
            if place.top() > self.viewport().height():
                return
            yield block.blockNumber() + 1, place
            block = block.next()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the list of offers have its keys; write; offer what may come next."""
        if self.completion.takes(event):
            return
        super().keyPressEvent(event)
        self.completion.follow(event.text())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802  (Qt's own name)
        """Let pictures be dropped, and words."""
        return source.hasImage() or source.hasUrls() or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802  (Qt's own name)
        """Take a picture as one of the topic's, and anything else as words."""
        if not self.take_files(source):
            super().insertFromMimeData(source)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that someone has left the text."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the usual, and the spelling of a word that is not known."""
        at = self.edited.place_of(self.cursorForPosition(event.pos()).position())
        menu = self.createStandardContextMenu()
        self.add_spelling(menu, at)
        menu.exec(event.globalPos())
        menu.deleteLater()

    def add_spelling(self, menu: QMenu, at: int) -> None:
        """Put the way to a word's suggestions on top of a menu, where the word at this place is not known."""
        word = self.underlines.misspelt_at(at)
        if word is None:
            return
        first = menu.actions()[0] if menu.actions() else None
        words = self.edited.text[slice(*word)]
        asked = menu.addAction(f"Spelling of “{words}” …")
        asked.triggered.connect(lambda _checked: self.word_asked.emit(*word))
        if first is not None:
            menu.insertAction(first, asked)
            menu.insertSeparator(first)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the gutter as high as the text."""
        super().resizeEvent(event)
        room = self.contentsRect()
        self.gutter.setGeometry(QRect(room.left(), room.top(), self.gutter.room, room.height()))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the window's colours and type."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "underlines"):
            self._highlighter.dress(self.palette())
            self.underlines.dress()
        elif event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "gutter"):
            self._make_room()

    def _make_room(self) -> None:
        self.setViewportMargins(self.gutter.room, 0, 0, 0)

    def _follow(self, changed: QRect, scrolled: int) -> None:
        if scrolled:
            self.gutter.scroll(0, scrolled)
        else:
            self.gutter.update(0, changed.y(), self.gutter.width(), changed.height())
