"""Two texts side by side: English to read, the translation to work on, each at the passage of the other."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout, QWidget

from leaflet_app.domain.languages import ENGLISH, Language, language_of
from leaflet_app.domain.passages import passages
from leaflet_app.domain.sentence_marks import SentenceMark, Span
from leaflet_app.gui.editor.edited_text import EditedText
from leaflet_app.gui.facing.marked_text import MarkedText
from leaflet_app.gui.widgets.dress import dress


class FacingColumns(QSplitter):
    """Shows the marks of both texts; `stood_at` tells of the one that the cursor is in, None where it is in none."""

    stood_at = Signal(object, int)

    def __init__(self, edited: EditedText, lang: Language) -> None:
        super().__init__()
        self._edited, self._english_text = edited, ""
        self._marks: tuple[SentenceMark, ...] = ()
        self._english, self._own = (
            MarkedText("English text of today"),
            MarkedText(f"Translation in {lang.english_name}"),
        )
        self._english.setReadOnly(True)
        self._own.show_document(edited.document)
        self._own.speak(lang.tag)
        self._own.gone_to.connect(self._follow)
        for text, title in ((self._english, language_of(ENGLISH).own_name), (self._own, lang.own_name)):
            side = QWidget()
            column = QVBoxLayout(side)
            column.setContentsMargins(0, 0, 0, 0)
            column.addWidget(dress(QLabel(title), tone="group"))
            column.addWidget(text, 1)
            self.addWidget(side)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(8)

    def show_english(self, text: str) -> None:
        """Show the English text."""
        self._english_text = text
        self._english.setPlainText(text)

    def show_marks(self, marks: tuple[SentenceMark, ...]) -> None:
        """Mark these sentences on both sides."""
        self._marks = marks
        self._own.show_marks(mark.at for mark in marks)
        self._english.show_marks(mark.english for mark in marks if mark.now)
        self.stood_at.emit(self.mark_here, len(marks))

    def begin(self) -> None:
        """Wait for the first letter, at the first mark where there is one."""
        if self._marks:
            self._go_to(self._marks[0])
        self._own.setFocus()

    @property
    def mark_here(self) -> SentenceMark | None:
        """Return the mark that the cursor is in."""
        at = self._own.textCursor().position()
        return next((mark for mark in self._marks if mark.at.start <= at <= mark.at.end), None)

    def go_on(self) -> None:
        """Go to the first mark behind the cursor, or to the first of all."""
        at = self._own.textCursor().position()
        behind = [mark for mark in self._marks if mark.at.start > at]
        if self._marks:
            self._go_to((behind or self._marks)[0])

    def _go_to(self, mark: SentenceMark) -> None:
        self._own.go_to(mark.at)
        self._own.setFocus()
        self.stood_at.emit(mark, len(self._marks))

    def _follow(self, at: int) -> None:
        """Bring the English passage of the one that the cursor is in to the same height."""
        if not self._english_text:
            return
        mark = self.mark_here
        self.stood_at.emit(mark, len(self._marks))
        here = next((each for each in passages(self._edited.text) if each.start <= at <= each.end), None)
        there = [each for each in passages(self._english_text) if here and each.place == here.place]
        if mark and mark.now:
            self._english.go_to(mark.english)
        elif there:
            self._english.go_to(Span(there[0].start, there[0].end))
