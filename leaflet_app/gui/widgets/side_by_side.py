"""Two texts side by side, each with the words that only it has marked by colour and by a line.

What stands above the body of a text is not shown as it is written, unless somebody asks: its changes are said in words.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QPalette, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from leaflet_app.domain.beside import Beside, compared
from leaflet_app.domain.counted import counted
from leaflet_app.domain.fate import Fate
from leaflet_app.domain.word_changes import WordChange
from leaflet_app.gui.jobs import Jobs
from leaflet_app.gui.widgets.level_scroll import LevelScroll, first_line
from leaflet_app.gui.widgets.reading import line

TINT = 0.22
NEW = "There was nothing before: all of it is new."


class SideBySide(QWidget):
    """The left loses the struck words, the right gains the underlined ones. Both scroll level.

    A text that is new stands alone, to be read. Where a person is still to choose between the two, neither loses any:
    the words of both are underlined.
    """

    EVERYTHING = "Show e&verything"

    def __init__(self) -> None:
        super().__init__()
        self._titles = line("", "soft"), line("", "soft")
        self._texts = QPlainTextEdit(), QPlainTextEdit()
        self._sides = QWidget(), QWidget()
        self._is_read = self._is_choice = False
        self._beside, self._said, self._first = Beside("", ""), ("", ""), Fate.SAME
        self._comparing = Jobs(self)
        self._level = LevelScroll(*self._texts)
        self._news = line("", "")
        self._everything = QCheckBox(self.EVERYTHING)
        self._everything.setToolTip("Show both texts as they are written, with what the program reads above them")
        self._everything.toggled.connect(lambda _is_on: self._show())
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for side, title, text in zip(self._sides, self._titles, self._texts, strict=True):
            text.setReadOnly(True)
            text.setTabChangesFocus(True)
            text.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            text.viewport().installEventFilter(self)
            text.verticalScrollBar().actionTriggered.connect(self._note_read)
            column = QVBoxLayout(side)
            column.setContentsMargins(0, 0, 0, 0)
            column.addWidget(title)
            column.addWidget(text, 1)
            row.addWidget(side, 1)
        head = QHBoxLayout()
        head.addWidget(self._news, 1)
        head.addWidget(self._everything, 0, Qt.AlignmentFlag.AlignTop)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(head)
        whole.addLayout(row, 1)

    def show_texts(self, before: str, after: str, titles: tuple[str, str], *, is_choice: bool = False) -> None:
        """Show two texts as soon as it is found where they differ, off the window's thread."""
        show = partial(self.show_compared, titles, is_choice=is_choice)
        self._comparing.submit(partial(compared, before, after), show, lambda fault: self._news.setText(str(fault)))

    def show_compared(self, titles: tuple[str, str], beside: Beside, *, is_choice: bool = False) -> None:
        """Show two texts of which a job has found where they differ; with `is_choice`, none is the older one."""
        self._comparing.drop()
        self._beside, self._said, self._is_choice = beside, titles, is_choice
        self._show()

    def _show(self) -> None:
        beside = self._beside
        is_read = beside.has_front and not self._everything.isChecked()
        self._everything.setVisible(beside.has_front)
        self._news.setText(NEW if beside.is_new else beside.above if is_read else "")
        self._news.setVisible(beside.has_front or beside.is_new)
        self._sides[0].setVisible(not beside.is_new)
        self._mark(beside.read if is_read else beside.written)

    def _mark(self, changed: Sequence[WordChange]) -> None:
        count = counted(sum(change.fate is not Fate.SAME for change in changed), "difference")
        for text, title, said, own in zip(self._texts, self._titles, self._said, (Fate.TAKEN, Fate.PUT), strict=True):
            title.setText(said)
            text.setAccessibleName(f"{said}, {'all new' if self._beside.is_new else count}")
            text.clear()
            cursor = QTextCursor(text.document())
            for change in changed:
                if change.fate in (Fate.SAME, own):
                    cursor.insertText(change.text, self._marked(Fate.SAME if self._beside.is_new else change.fate))
            cursor.movePosition(QTextCursor.MoveOperation.Start)
            text.setTextCursor(cursor)
        self._is_read = False
        self._level.show_changes(changed)
        self._first = next((change.fate for change in changed if change.fate is not Fate.SAME), Fate.SAME)
        self._show_first()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the first difference in view, however lines are wrapped anew, until somebody scrolls."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Show} and not self._is_read:
            QTimer.singleShot(0, self, self._show_first)
        return super().eventFilter(watched, event)

    def _show_first(self) -> None:
        """Scroll both texts to the first difference."""
        text = self._texts[self._first is Fate.PUT]
        block = text.document().begin()
        while block.isValid() and not any(_is_marked(span.format) for span in block.textFormats()):
            block = block.next()
        if block.isValid():
            text.setTextCursor(QTextCursor(block))
            lines_shown = text.viewport().height() // max(text.fontMetrics().lineSpacing(), 1)
            text.verticalScrollBar().setValue(first_line(text, block.blockNumber()) - lines_shown // 3)

    def _marked(self, fate: Fate) -> QTextCharFormat:
        marked = QTextCharFormat()
        if fate is Fate.SAME:
            return marked
        colour = self.palette().color(QPalette.ColorRole.Highlight)
        colour.setAlphaF(TINT)
        marked.setBackground(colour)
        if fate is Fate.TAKEN and not self._is_choice:
            marked.setFontStrikeOut(True)
        else:
            marked.setFontUnderline(True)
        return marked

    def _note_read(self, _action: int) -> None:
        """Leave the texts where a person scrolls them."""
        self._is_read = True


def _is_marked(written: QTextCharFormat) -> bool:
    return written.background().style() != Qt.BrushStyle.NoBrush
