"""Show what each piece of a text is: by weight and colour, never by changing a letter of it."""

from __future__ import annotations

from PySide6.QtGui import QColor, QFont, QPalette, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from leaflet_app.domain.editing_marks import Kind, Part, marks_of
from leaflet_app.gui.tokens import DARK, LIGHT, Tokens

HALF_BRIGHT = 128
_BOLD = frozenset({Kind.TABLE, Kind.HEADING, Kind.BOLD})


def tokens_of(palette: QPalette) -> Tokens:
    """Return the table of colours that a palette was made from."""
    return DARK if palette.color(QPalette.ColorRole.Window).lightness() < HALF_BRIGHT else LIGHT


class Highlighter(QSyntaxHighlighter):
    """Goes from line to line; only what changed is drawn anew."""

    def __init__(self, document: QTextDocument, palette: QPalette) -> None:
        super().__init__(document)
        self._tokens = tokens_of(palette)
        self._formats = _formats(self._tokens)

    def dress(self, palette: QPalette) -> None:
        """Use the colours of a palette from now on."""
        tokens = tokens_of(palette)
        if tokens != self._tokens:
            self._tokens, self._formats = tokens, _formats(tokens)
            self.rehighlight()

    def highlightBlock(self, line: str) -> None:  # noqa: N802  (Qt's own name)
        """Dress a line."""
        marks, after = marks_of(line, Part(self.previousBlockState()))
        for start, end, kind in marks:
            self.setFormat(start, end - start, self._formats[kind])
        self.setCurrentBlockState(after.value)


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
