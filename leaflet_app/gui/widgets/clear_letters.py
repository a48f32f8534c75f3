"""Letters that nobody takes for others: l and 1, O and 0 look apart."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QLabel

from leaflet_app.paths import resources

FAMILY = "Atkinson Hyperlegible Next"
BREAK_HERE = "\u200b"
LONGEST_RUN = 24


class ClearLetters(QLabel):
    """A few words, large; a long one breaks where it must, and a screen reader hears it whole."""

    def __init__(self, points: int) -> None:
        super().__init__()
        _load()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setStyleSheet(f"font-family: '{FAMILY}'; font-size: {points}pt; font-weight: bold;")

    def say(self, words: str) -> None:
        """Show these words."""
        self.setText(breakable(words))
        self.setAccessibleName(words)


def breakable(words: str) -> str:
    """Return the words with places to break a line at: around signs, and within very long runs."""
    out, run = "", 0
    for letter in words:
        run = run + 1 if letter.isalnum() else 0
        is_whole = letter.isspace() or bool(run % LONGEST_RUN)
        out += letter if is_whole else f"{letter}{BREAK_HERE}"
    return out


@cache
def _load() -> None:
    for file in sorted((resources() / "fonts" / "atkinson-hyperlegible-next").glob("*-Bold.ttf")):
        QFontDatabase.addApplicationFont(str(file))
