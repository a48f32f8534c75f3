"""Show what each piece of a text is: by weight and colour, never by changing a letter of it."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QColor, QFont, QPalette, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from leaflet_app.domain.editing_marks import Kind, Part, marks_of
from leaflet_app.gui.tokens import DARK, LIGHT, Tokens

HALF_BRIGHT = 128
AT_ONCE = 60
"""So many lines are dressed in one turn of the window's loop."""

_BOLD = frozenset({Kind.TABLE, Kind.HEADING, Kind.BOLD})


def tokens_of(palette: QPalette) -> Tokens:
    """Return the table of colours that a palette was made from."""
    return DARK if palette.color(QPalette.ColorRole.Window).lightness() < HALF_BRIGHT else LIGHT


class Highlighter(QSyntaxHighlighter):
    """Goes from line to line; only what changed is drawn anew, and a long text a piece at a time."""

    def __init__(self, document: QTextDocument, palette: QPalette) -> None:
        super().__init__(document)
        self._tokens = tokens_of(palette)
        self._formats = _formats(self._tokens)
        self._left, self._is_behind = AT_ONCE, False
        self._rest = QTimer(self, interval=0, singleShot=True)
        self._rest.timeout.connect(self._go_on)

    def dress(self, palette: QPalette) -> None:
        """Use the colours of a palette from now on."""
        tokens = tokens_of(palette)
        if tokens != self._tokens:
            self._tokens, self._formats = tokens, _formats(tokens)
            self.rehighlight()

    def highlightBlock(self, line: str) -> None:  # noqa: N802  (Qt's own name)
        """Dress a line; where enough were dressed by now it waits, and so do all below it."""
        if not self._rest.isActive():
            self._rest.start()
        if not self._left:
            self._is_behind = True
            self.setCurrentBlockState(Part.NOTHING.value)
            return
        self._left -= 1
        marks, after = marks_of(line, Part(self.previousBlockState()))
        for start, end, kind in marks:
            self.setFormat(start, end - start, self._formats[kind])
        self.setCurrentBlockState(after.value)

    def _go_on(self) -> None:
        """Dress what waits, from the first line that does."""
        self._left = AT_ONCE
        if not self._is_behind:
            return
        self._is_behind = False
        block = self.document().firstBlock()
        while block.isValid() and block.userState() != Part.NOTHING.value:
            block = block.next()
        if block.isValid():
            self.rehighlightBlock(block)


def _formats(tokens: Tokens) -> dict[Kind, QTextCharFormat]:
    colours = {
        Kind.FENCE: tokens.soft_ink,
        Kind.TABLE: tokens.accent,
        Kind.KEY: tokens.accent,
        Kind.WORDS: tokens.ink,
        Kind.COMMENT: tokens.soft_ink,
        Kind.HEADING: tokens.accent,
        Kind.MARK: tokens.soft_ink,
        Kind.BOLD: tokens.ink,
        Kind.FACT: tokens.good,
        Kind.LINK: tokens.accent,
    }
    return {kind: _format(colour, is_bold=kind in _BOLD) for kind, colour in colours.items()}


def _format(colour: str, *, is_bold: bool) -> QTextCharFormat:
    built = QTextCharFormat()
    built.setForeground(QColor(colour))
    if is_bold:
        built.setFontWeight(QFont.Weight.Bold)
    return built
