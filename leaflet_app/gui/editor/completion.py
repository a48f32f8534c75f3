"""Offer names of the library while somebody writes: after a bracket by itself, elsewhere with Ctrl+Space."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QModelIndex, QObject, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QPlainTextEdit

from leaflet_app.domain.completing import Known, Offers, offers
from leaflet_app.domain.editing import Edit
from leaflet_app.gui.editor.edited_text import EditedText
from leaflet_app.gui.widgets.announce import announce

_LEAST_WIDTH = 320
_LONGEST = 80
_OPENS = frozenset('{[#:"')
_TAKEN = (Qt.Key.Key_Enter, Qt.Key.Key_Return, Qt.Key.Key_Tab)
_CLOSES = {"{": "}", "#": "}", ":": ")", '"': '"'}


class Writing(Protocol):
    """What the list asks of the editor below which it opens."""

    edited: EditedText

    @property
    def chosen(self) -> tuple[int, int]:
        """Return where the chosen words begin and end."""
        ...

    def make(self, edit: Edit) -> None:
        """Make an edit in one step."""
        ...


class Completion(QObject):
    """A list below the cursor. Enter or Tab writes what is current, Esc closes it, any other key goes on writing."""

    def __init__(self, editor: QPlainTextEdit, writing: Writing) -> None:
        super().__init__(editor)
        self._editor, self._writing = editor, writing
        self._known: Known = {}
        self._offered: Offers | None = None
        self._lines = QStringListModel(self)
        self._list = QCompleter(self._lines, self)
        self._list.setWidget(editor)
        self._list.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        popup = self._list.popup()
        assert popup is not None  # noqa: S101  (this mode has one)
        self._popup = popup
        popup.setAccessibleName("What could be written here")
        self._list.activated[QModelIndex].connect(lambda index: self.write(index.row()))  # type: ignore[index]

    @property
    def offered(self) -> tuple[str, ...]:
        """Return what is offered now, in words."""
        return tuple(self._lines.stringList()) if self.is_open else ()

    @property
    def is_open(self) -> bool:
        """Tell whether the list is there."""
        return self._popup.isVisible()

    def know(self, known: Known) -> None:
        """Offer these names from now on."""
        self._known = known

    def takes(self, event: QKeyEvent) -> bool:
        """Tell whether a key is for the list, and act on it."""
        if event.key() == Qt.Key.Key_Space and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.offer(is_asked=True)
            return True
        if not self.is_open or event.key() not in _TAKEN:
            return False
        self.write(max(self._popup.currentIndex().row(), 0))
        return True

    def follow(self, typed: str) -> None:
        """Offer after a bracket, and keep an open list to what is typed."""
        if self.is_open or typed in _OPENS:
            self.offer(is_asked=self.is_open)

    def offer(self, *, is_asked: bool) -> None:
        """Show what could be written where the cursor stands; words only for who asks."""
        self._offered = offers(self._writing.edited.text, self._writing.chosen[1], self._known)
        if self._offered is None or not (is_asked or self._offered.is_sure):
            self._popup.hide()
            return
        said = [f"{each.put}   {each.said}".strip() for each in self._offered.those]
        self._lines.setStringList([each if len(each) <= _LONGEST else f"{each[:_LONGEST]}…" for each in said])
        place = self._editor.cursorRect()
        place.translate(self._editor.viewport().x(), 0)
        wide = self._popup.sizeHintForColumn(0) + self._popup.verticalScrollBar().sizeHint().width()
        place.setWidth(max(wide + 16, _LEAST_WIDTH))
        self._list.complete(place)
        self._popup.setCurrentIndex(self._lines.index(0))
        announce(self._editor, f"{len(said)} offered. {said[0]}")

    def write(self, number: int) -> None:
        """Write one of the offers in place of what was typed of it, and the bracket that ends it."""
        if self._offered is None or number >= len(self._offered.those):
            return
        offered, self._offered = self._offered, None
        self._popup.hide()
        text, end = self._writing.edited.text, self._writing.chosen[1]
        put = offered.those[number].put
        closing = _CLOSES.get(text[offered.start - 1 : offered.start], "") if offered.is_sure else ""
        there = text[end : end + 1] == closing
        after = offered.start + len(put) + len(closing)
        self._writing.make(Edit(offered.start, end, put + ("" if there else closing), (after, after)))
