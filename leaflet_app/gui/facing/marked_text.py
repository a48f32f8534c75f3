"""A text whose sentences to check have a ground, a line below and a sign at the edge."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from leaflet_app.domain.languages import is_right_to_left
from leaflet_app.domain.sentence_marks import Span
from leaflet_app.gui.editor.edited_text import EditedText
from leaflet_app.gui.editor.highlighter import Highlighter, tokens_of
from leaflet_app.gui.facing.seen_text import SeenText

TINT = 0.22
EDGE = 22
SIGN = "●"
ROOM = 4
"""Around the text: Qt's own margin goes with the first line, which may be out of sight."""


class MarkedText(SeenText):
    """A text in one language."""

    def __init__(self, edited: EditedText, name: str) -> None:
        super().__init__(edited)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self._highlighter = Highlighter(self.document(), self.palette())
        self._edge = _Edge(self)
        self._spans: tuple[Span, ...] = ()
        self._here: Span | None = None
        self.updateRequest.connect(lambda _rect, _down: self._edge.update())
        self._make_room()

    @property
    def spans(self) -> tuple[Span, ...]:
        """Return what is marked."""
        return self._spans

    def changeEvent(self, event: QEvent) -> None:
        """Follow the window's colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_here"):
            self._highlighter.dress(self.palette())
            self._mark()

    def speak(self, lang: str) -> None:
        """Run the way that a language does; each line runs and begins where its first letter does: keys are English."""
        turned = Qt.LayoutDirection.RightToLeft if is_right_to_left(lang) else Qt.LayoutDirection.LeftToRight
        self.setLayoutDirection(turned)
        option = self.document().defaultTextOption()
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setAlignment(Qt.AlignmentFlag.AlignJustify)  # the one by which Qt begins each line where it is read from
        self.document().setDefaultTextOption(option)
        self._make_room()

    def show_marks(self, spans: Iterable[Span]) -> None:
        """Mark these stretches, and no others; an empty one marks the letter before it."""
        self._spans = tuple(spans)
        self._mark()

    def show_here(self, span: Span | None) -> None:
        """Give the lines of a stretch a ground: the other text is at the same one."""
        if span != self._here:
            self._here = span
            self._mark()

    def go_to(self, span: Span) -> None:
        """Bring a stretch to the middle of the view, with the cursor at its start; what is a gap is taken hold of."""
        is_gap = not any(map(str.isalnum, self.edited.text[span.start : span.end]))
        self.setTextCursor(self.edited.cursor(span.start, span.end if is_gap else span.start))
        self.centerCursor()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the edge as high as the view."""
        super().resizeEvent(event)
        inside = self.contentsRect()
        turned = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = inside.right() - EDGE + 1 if turned else inside.left()
        self._edge.setGeometry(QRect(left, inside.top(), EDGE, inside.height()))

    def paint_edge(self, painter: QPainter) -> None:
        """Draw a sign beside each line in view on which a marked sentence begins."""
        painter.setPen(self.palette().color(QPalette.ColorRole.Highlight))
        starts: dict[int, list[int]] = {}
        for each in self.extraSelections()[-len(self._spans) :] if self._spans else ():
            starts.setdefault(each.cursor.block().blockNumber(), []).append(each.cursor.selectionStart())
        for block in self.blocks_in_view():
            for start in starts.get(block.blockNumber(), ()):
                cursor = self.textCursor()
                cursor.setPosition(start)
                line = self.cursorRect(cursor)
                painter.drawText(QRect(0, line.top(), EDGE, line.height()), Qt.AlignmentFlag.AlignCenter, SIGN)

    def _make_room(self) -> None:
        turned = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left, right = (ROOM, EDGE) if turned else (EDGE, ROOM)
        self.setViewportMargins(left, ROOM, right, ROOM)

    def _mark(self) -> None:
        grounds = self._grounds(self._here) if self._here else []
        self.setExtraSelections([*grounds, *map(self._marked, self._spans)])
        self._edge.update()

    def _grounds(self, span: Span) -> list[QTextEdit.ExtraSelection]:
        """Return the ground of each line of a stretch."""
        look = QTextCharFormat()
        look.setBackground(QColor(tokens_of(self.palette()).tint))
        look.setProperty(QTextFormat.Property.FullWidthSelection, True)  # noqa: FBT003  (Qt's)
        first, last = (self.edited.cursor(at, at).block() for at in span)
        grounds = []
        while first.isValid() and first.blockNumber() <= last.blockNumber():
            ground = QTextEdit.ExtraSelection()
            ground.cursor, ground.format = QTextCursor(first), look
            grounds.append(ground)
            first = first.next()
        return grounds

    def _marked(self, span: Span) -> QTextEdit.ExtraSelection:
        start = span.start if span.end > span.start else max(span.start - 1, 0)
        look = QTextCharFormat()
        ground = self.palette().color(QPalette.ColorRole.Highlight)
        look.setUnderlineColor(ground)
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        ground.setAlphaF(TINT)
        look.setBackground(ground)
        selection = QTextEdit.ExtraSelection()
        selection.cursor, selection.format = self.edited.cursor(start, max(span.end, start + 1)), look
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
