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
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._highlighter = Highlighter(self.document(), self.palette())
        self._edge = _Edge(self)
        self._spans: tuple[Span, ...] = ()
        self._here: Span | None = None
        self._marks: list[QTextEdit.ExtraSelection] = []
        self._starts: list[QTextCursor] = []
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
            self.show_marks(self._spans)

    def speak(self, lang: str) -> None:
        """Run the way that a language does; each line runs and begins where its first letter does: keys are English."""
        if is_right_to_left(lang):
            self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            option = self.document().defaultTextOption()
            option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
            option.setAlignment(
                Qt.AlignmentFlag.AlignJustify
            )  # the one by which Qt begins a line where it is read from
            self.document().setDefaultTextOption(option)
        self._make_room()

    def show_marks(self, spans: Iterable[Span]) -> None:
        """Mark these stretches, and no others; an empty one marks the letter before it."""
        self._spans = tuple(spans)
        self._marks = [self._marked(span) for span in self._spans]
        self._starts = [self.edited.cursor(span.start, span.start) for span in self._spans]
        self._show()

    def show_here(self, span: Span | None) -> None:
        """Give the lines of a stretch a ground: the other text is at the same one."""
        if span != self._here:
            self._here = span
            self._show()

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
        self._edge.setGeometry(QRect(left, inside.top() + ROOM, EDGE, inside.height() - 2 * ROOM))

    def paint_edge(self, painter: QPainter) -> None:
        """Draw a sign beside each line in view on which a marked sentence begins."""
        painter.setPen(self.palette().color(QPalette.ColorRole.Highlight))
        seen = list(self.blocks_in_view())
        first, last = (seen[0].position(), seen[-1].position() + seen[-1].length()) if seen else (0, 0)
        for start in self._starts:
            if first <= start.position() < last:
                line = self.cursorRect(start)
                painter.drawText(QRect(0, line.top(), EDGE, line.height()), Qt.AlignmentFlag.AlignCenter, SIGN)

    def _make_room(self) -> None:
        turned = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left, right = (ROOM, EDGE) if turned else (EDGE, ROOM)
        self.setViewportMargins(left, ROOM, right, ROOM)

    def _show(self) -> None:
        grounds = self._grounds(self._here) if self._here else []
        self.setExtraSelections([*grounds, *self._marks])
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
            ground.cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
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
