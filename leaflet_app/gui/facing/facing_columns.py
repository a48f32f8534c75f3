"""Two texts side by side: English to read, the translation to work on, each at the passage of the other."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from leaflet_app.domain.languages import ENGLISH, Language, language_of
from leaflet_app.domain.passages import Passage, lines_without_words, passages
from leaflet_app.domain.sentence_marks import MarkKind, SentenceMark, Span
from leaflet_app.domain.sentences import words_in
from leaflet_app.gui.editor.edited_text import EditedText
from leaflet_app.gui.editor.their_text import TheirText
from leaflet_app.gui.facing.level_texts import LevelTexts
from leaflet_app.gui.facing.marked_text import MarkedText
from leaflet_app.gui.facing.not_begun import NotBegun
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.services.translate_text import LookedFacing

HALF = 700


class FacingColumns(QSplitter):
    """Shows the marks of both texts; `stood_at` tells of the one that the cursor is in, None where it is in none."""

    stood_at = Signal(object)
    begin_asked = Signal()

    def __init__(self, edited: EditedText, lang: Language) -> None:
        super().__init__()
        self._edited, self._english_text = edited, EditedText("", "", "", self)
        self._marks: tuple[SentenceMark, ...] = ()
        self._passages: tuple[Passage, ...] = ()
        self._there: dict[str, Passage] = {}
        self._english = MarkedText(self._english_text, "English text of today")
        self._own = MarkedText(edited, f"Translation in {lang.english_name}")
        self._english.setReadOnly(True)
        self._own.speak(lang.tag)
        self._own.gone_to.connect(self._follow)
        self._level = LevelTexts(self._english, self._own)
        self._not_begun = NotBegun(lang)
        self._not_begun.begin_asked.connect(self.begin_asked)
        self._theirs = TheirText("Show the &English")
        self._left, self._right = QStackedWidget(), QStackedWidget()
        self._theirs.closed.connect(lambda: self._left.setCurrentWidget(self._english))
        self._titles = [dress(QLabel(each.own_name), tone="group") for each in (language_of(ENGLISH), lang)]
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        """Let both texts begin at one height, whatever letters stand above them."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange} and hasattr(self, "_titles"):
            self._line_up()

    def show_english(self, text: str) -> None:
        """Show the English text."""
        found = tuple(each for each in passages(text) if words_in(each.text))
        self._there = {each.place: each for each in found}
        self._english_text.take(text, "")
        self._english.know(found, lines_without_words(text, found))

    def show_theirs(self, text: str) -> None:
        """Show what somebody else has made of the translation, in the place of the English."""
        self._theirs.show_text(text)
        self._left.setCurrentWidget(self._theirs)

    def show_begun(self, *, is_begun: bool) -> None:
        """Show the translation, or offer to begin it."""
        self._not_begun.offer()
        self._right.setCurrentWidget(self._own if is_begun else self._not_begun)

    def show_all_lines(self, *, shows: bool) -> None:
        """Show the lines too that hold no words to translate, or put them out of sight."""
        for text in (self._english, self._own):
            text.show_all_lines(shows=shows)

    def show_looked(self, looked: LookedFacing) -> None:
        """Mark what is to be done on both sides."""
        self._marks, self._passages = looked.marks, looked.passages
        self._own.know(looked.passages, lines_without_words(looked.text, looked.passages))
        self._own.show_marks(mark.at for mark in looked.marks)
        self._english.show_marks(
            mark.english for mark in looked.marks if mark.now and mark.kind is not MarkKind.MISSING
        )
        self._follow(self._own.place)

    def go_to_line(self, number: int) -> bool:
        """Go to a line of the translation, counted from 1; tell whether it can be seen."""
        return self._own.go_to_line(number)

    def begin(self) -> None:
        """Wait for the first letter, at the first mark or else at the first words."""
        at = [mark.at for mark in self._marks] or [Span(each.start, each.start) for each in self._passages]
        if at:
            self._own.go_to(at[0])
        self.focus()

    def focus(self) -> None:
        """Put the keyboard where something can be done."""
        shown = self._right.currentWidget()
        (shown if shown is self._own else self._not_begun.button).setFocus()

    @property
    def mark_here(self) -> SentenceMark | None:
        """Return the mark that the cursor is in."""
        at = self._own.place
        return next((mark for mark in self._marks if mark.at.start <= at <= mark.at.end), None)

    def go_on(self) -> None:
        """Go to the first mark behind the cursor, or to the first of all."""
        at = self._own.place
        behind = [mark for mark in self._marks if mark.at.start > at]
        if self._marks:
            self._own.go_to((behind or self._marks)[0].at)
            self._own.setFocus()

    def _follow(self, at: int) -> None:
        """Bring the English passage of the one that the cursor is in to the same height."""
        mark = self.mark_here
        self.stood_at.emit(mark)
        here = next((each for each in reversed(self._passages) if each.start <= at), None)
        there = self._there.get(here.place) if here and at <= here.end else None
        span = Span(there.start, there.end) if there else None
        span = mark.english if mark and mark.now else span
        self._english.show_here(span)
        if here is not None and span:
            self._level.level_at(self._own, at, self._english, span.start)

    def _lay_out(self) -> None:
        for stack, title, shown, other in (
            (self._left, self._titles[0], self._english, self._theirs),
            (self._right, self._titles[1], self._own, self._not_begun),
        ):
            stack.addWidget(shown)
            stack.addWidget(other)
            side = QWidget()
            column = QVBoxLayout(side)
            column.setContentsMargins(0, 0, 0, 0)
            column.addWidget(title)
            column.addWidget(stack, 1)
            self.addWidget(side)
            self.setStretchFactor(self.count() - 1, 1)
        self._titles[1].setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(8)
        self.setSizes([HALF, HALF])
        self._line_up()

    def _line_up(self) -> None:
        height = max(title.sizeHint().height() for title in self._titles)
        for title in self._titles:
            title.setMinimumHeight(height)
