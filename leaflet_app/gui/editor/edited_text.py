"""The text under edit: one document that the editor and every form show and change, with one way to undo."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout

from leaflet_app.domain.editing import Edit, difference
from leaflet_app.gui.widgets.exact_words import exact_words


class EditedText(QObject):
    """A text with the file it belongs to and the version it was read from. Each action is one step to undo."""

    changed = Signal()

    def __init__(self, file: str, text: str, base: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.file = file
        self.base = base
        self.kept = text
        """The text as it stands in the library at `base`."""
        self.document = QTextDocument(self)
        self.document.setDocumentLayout(QPlainTextDocumentLayout(self.document))
        self.document.setPlainText(text)
        self._text = self._read()
        self._is_even = len(text) == units(text)
        self.document.contentsChanged.connect(self._tell)

    @property
    def text(self) -> str:
        """Return the whole text as it stands."""
        return self._text

    @property
    def is_changed(self) -> bool:
        """Tell whether it differs from what the library holds."""
        return self._text != self.kept

    def apply(self, edit: Edit) -> QTextCursor:
        """Make an edit as one step, and return the cursor that stands where it leaves off."""
        cursor = self.cursor(edit.start, edit.end)
        cursor.beginEditBlock()
        cursor.insertText(edit.put)
        cursor.endEditBlock()
        return self.cursor(edit.anchor, edit.at)

    def replace(self, text: str) -> None:
        """Put another text in its place, in one step that can be undone; what is equal is not touched."""
        edit = difference(self._text, text)
        if edit is not None:
            self.apply(edit)

    def take(self, text: str, base: str) -> None:
        """Begin anew with a text of the library, with nothing to undo."""
        self.kept, self.base = text, base
        self.document.setPlainText(text)

    def settle(self, text: str, base: str) -> None:
        """Note that the library holds this text now."""
        self.kept, self.base = text, base

    def cursor(self, anchor: int, at: int) -> QTextCursor:
        """Return a cursor that holds a piece of the text."""
        cursor = QTextCursor(self.document)
        cursor.setPosition(self._position(anchor))
        cursor.setPosition(self._position(at), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def place_of(self, position: int) -> int:
        """Return the place in the text of a position in the document."""
        if self._is_even:
            return position
        return len(self._text.encode("utf-16-le")[: 2 * position].decode("utf-16-le", errors="ignore"))

    def _position(self, at: int) -> int:
        return min(at, len(self._text)) if self._is_even else units(self._text[:at])

    def _read(self) -> str:
        return exact_words(self.document)

    def _tell(self) -> None:
        text = self._read()
        if text != self._text:
            self._text = text
            self._is_even = len(text) == units(text)
            self.changed.emit()


def units(text: str) -> int:
    """Return how long Qt takes a text to be: a sign outside the first plane counts twice."""
    return len(text.encode("utf-16-le")) // 2
