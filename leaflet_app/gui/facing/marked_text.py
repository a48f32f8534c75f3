"""A text whose sentences to check have a ground, a line below and a sign at the edge."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from leaflet_app.domain.languages import is_right_to_left
from leaflet_app.domain.sentence_marks import Span
from leaflet_app.gui.editor.highlighter import Highlighter

TINT = 0.22
EDGE = 22
SIGN = "●"


class MarkedText(QPlainTextEdit):
    """A plain text in one language; `gone_to` tells where the cursor stands."""

    gone_to = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self._highlighter = Highlighter(self.document(), self.palette())
        self._edge = _Edge(self)
        self._spans: tuple[Span, ...] = ()
        self.updateRequest.connect(lambda _rect, _down: self._edge.update())
        self.cursorPositionChanged.connect(lambda: self.gone_to.emit(self.textCursor().position()))
        self._make_room()

    def show_document(self, document: QTextDocument) -> None:
        """Show a text that others change too."""
        self.setDocument(document)
        self._highlighter = Highlighter(document, self.palette())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the window's colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_edge"):
            self._highlighter.dress(self.palette())
            self.show_marks(self._spans)

    def speak(self, lang: str) -> None:
        """Run the way that a language does; each line runs the way of its first letter, for the keys are English."""
        turned = Qt.LayoutDirection.RightToLeft if is_right_to_left(lang) else Qt.LayoutDirection.LeftToRight
        self.setLayoutDirection(turned)
        option = self.document().defaultTextOption()
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setAlignment(Qt.AlignmentFlag.AlignRight if is_right_to_left(lang) else Qt.AlignmentFlag.AlignLeft)
        self.document().setDefaultTextOption(option)
        self._make_room()

    def show_marks(self, spans: Iterable[Span]) -> None:
        """Mark these stretches, and no others; an empty one marks the letter before it."""
        self._spans = tuple(spans)
        self.setExtraSelections([self._marked(span) for span in self._spans])
        self._edge.update()

    def go_to(self, span: Span, *, selects: bool = False) -> None:
        """Bring a stretch to the middle of the view, with the cursor at its start."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(span.start, self.document().characterCount() - 1))
        if selects:
            cursor.setPosition(min(span.end, self.document().characterCount() - 1), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.centerCursor()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the edge as high as the view."""
        super().resizeEvent(event)
        inside = self.contentsRect()
        turned = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = inside.right() - EDGE + 1 if turned else inside.left()
        self._edge.setGeometry(QRect(left, inside.top(), EDGE, inside.height()))

    def paint_edge(self, painter: QPainter) -> None:
        """Draw a sign beside each line on which a marked sentence begins."""
        painter.setPen(self.palette().color(QPalette.ColorRole.Highlight))
        for span in self._spans:
            cursor = QTextCursor(self.document())
            cursor.setPosition(min(span.start, self.document().characterCount() - 1))
            line = self.cursorRect(cursor)
            painter.drawText(QRect(0, line.top(), EDGE, line.height()), Qt.AlignmentFlag.AlignCenter, SIGN)

    @property
    def spans(self) -> Sequence[Span]:
        """Return what is marked."""
        return self._spans

    def _make_room(self) -> None:
        turned = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self.setViewportMargins(0 if turned else EDGE, 0, EDGE if turned else 0, 0)

    def _marked(self, span: Span) -> QTextEdit.ExtraSelection:
        cursor = QTextCursor(self.document())
        last = self.document().characterCount() - 1
        start = span.start if span.end > span.start else max(span.start - 1, 0)
        cursor.setPosition(min(start, last))
        cursor.setPosition(min(max(span.end, start + 1), last), QTextCursor.MoveMode.KeepAnchor)
        look = QTextCharFormat()
        ground = self.palette().color(QPalette.ColorRole.Highlight)
        look.setUnderlineColor(ground)
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        ground.setAlphaF(TINT)
        look.setBackground(ground)
        selection = QTextEdit.ExtraSelection()
        selection.cursor, selection.format = cursor, look
        return selection


class _Edge(QWidget):
    """The room beside the text for its signs."""

    def __init__(self, text: MarkedText) -> None:
        super().__init__(text)
        self._text = text

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Let the text draw its signs."""
        painter = QPainter(self)
        self._text.paint_edge(painter)
        painter.end()
