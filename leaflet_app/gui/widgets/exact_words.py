"""The words of a text as they were typed."""

from __future__ import annotations

from PySide6.QtGui import QTextDocument

_BLOCK_END = "\u2029"


def exact_words(document: QTextDocument) -> str:
    """Return what a document holds; Qt's own plain text would lose hard spaces."""
    return document.toRawText().replace(_BLOCK_END, "\n")
