"""Keep two texts level while either is scrolled: the same line stands at the top of both."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPlainTextEdit

from leaflet_app.domain.fate import Fate
from leaflet_app.domain.word_changes import WordChange


class LevelScroll(QObject):
    """Joins the scroll bars of two texts by the lines that are in both."""

    def __init__(self, left: QPlainTextEdit, right: QPlainTextEdit) -> None:
        super().__init__(left)
        self._is_following = False
        self._pairs: tuple[tuple[int, int], ...] = ((0, 0),)
        for text, other in ((left, right), (right, left)):
            follow = partial(self.follow, text, other, is_left=text is left)
            text.verticalScrollBar().valueChanged.connect(lambda _value, follow=follow: follow())

    def show_changes(self, changes: Sequence[WordChange]) -> None:
        """Note which lines of these texts belong together."""
        self._pairs = tuple(_pairs(changes))

    def follow(self, moved: QPlainTextEdit, other: QPlainTextEdit, *, is_left: bool) -> None:
        """Bring the line that stands on top of one text to the top of the other."""
        if self._is_following:
            return
        self._is_following = True
        top = moved.firstVisibleBlock()
        beside = other.document().findBlockByNumber(self._beside(top.blockNumber(), is_left=is_left))
        below = moved.verticalScrollBar().value() - top.firstLineNumber()
        other.verticalScrollBar().setValue(first_line(other, beside.blockNumber()) + min(below, beside.lineCount() - 1))
        self._is_following = False

    def _beside(self, line: int, *, is_left: bool) -> int:
        """Return the line of the other text that belongs to a line; of a run that only one has, as far as both go."""
        own, other = zip(*(self._pairs if is_left else [pair[::-1] for pair in self._pairs]), strict=True)
        at = bisect_right(own, line) - 1
        most = other[at + 1] if at + 1 < len(other) else other[at] + line - own[at]
        return min(int(other[at]) + line - int(own[at]), int(most))


def first_line(text: QPlainTextEdit, number: int) -> int:
    """Return the line, as wrapped, on which a line of the text as written begins."""
    layout, block = text.document().documentLayout(), text.document().begin()
    while block.isValid() and block.blockNumber() < number:
        layout.blockBoundingRect(block)  # wraps it, or it would count as one line
        block = block.next()
    layout.blockBoundingRect(block)
    return block.firstLineNumber()


def _pairs(changes: Sequence[WordChange]) -> Iterator[tuple[int, int]]:
    left = right = 0
    yield 0, 0
    for change in changes:
        lines = change.text.count("\n")
        if change.fate is Fate.SAME:
            yield from ((left + each, right + each) for each in range(lines + 1))
        left += lines if change.fate is not Fate.PUT else 0
        right += lines if change.fate is not Fate.TAKEN else 0
