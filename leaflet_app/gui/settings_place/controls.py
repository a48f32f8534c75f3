"""The control for each kind of setting. All speak in the words that a person would type."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit

from leaflet_app.domain.setting_kinds import Choice, Kind, Text, Whole, YesNo
from leaflet_app.domain.value import value
from leaflet_app.gui.preview.chooser import Chooser

NUMBER_WIDTH = 96
TEXT_LINES = 9


class LineControl(QLineEdit):
    """A line to type; it is left with Enter or by going elsewhere."""

    edited = Signal()
    left = Signal()

    def __init__(self, *, narrow: bool = False) -> None:
        super().__init__()
        if narrow:
            self.setMaximumWidth(NUMBER_WIDTH)
            self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.textEdited.connect(self.edited)
        self.editingFinished.connect(self.left)

    @property
    def words(self) -> str:
        """Return what is typed."""
        return self.text()

    def show_words(self, words: str) -> None:
        """Show a value from its beginning."""
        self.setText(words)
        self.setCursorPosition(0)


class TextControl(QPlainTextEdit):
    """Several lines to type; Tab leads out of it."""

    edited = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        margins = 2 * (round(self.document().documentMargin()) + 4)
        self.setFixedHeight(TEXT_LINES * self.fontMetrics().lineSpacing() + margins)
        self.textChanged.connect(self.edited)

    @property
    def words(self) -> str:
        """Return what is typed."""
        return self.toPlainText()

    def show_words(self, words: str) -> None:
        """Show a value."""
        with QSignalBlocker(self):
            self.setPlainText(words.rstrip("\n"))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that somebody went elsewhere."""
        super().focusOutEvent(event)
        self.left.emit()


@value
class Offered:
    """One of a few, by the words on the screen and the name in the file."""

    label: str
    written: str


class ChoiceControl(Chooser):
    """A list to choose from; what is chosen is kept at once."""

    edited = Signal()
    left = Signal()

    def __init__(self, label: str, kind: Choice) -> None:
        super().__init__(label, (), "")
        self._offered: list[Offered] = []
        self.offer(kind)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.chosen.connect(lambda _choice: self.edited.emit())
        self.chosen.connect(lambda _choice: self.left.emit())

    def offer(self, kind: Choice) -> None:
        """Offer these, and none before; a list that somebody may have open stays where it offers them already."""
        offered = [Offered(words, kind.written(each)) for each, words in kind.labels.items()]
        if offered == self._offered:
            return
        self._offered = offered
        with QSignalBlocker(self):
            self.clear()
            for each in self._offered:
                self.addItem(each.label, each)

    @property
    def words(self) -> str:
        """Return the name of what is chosen."""
        return self._offered[self.currentIndex()].written

    def show_words(self, words: str) -> None:
        """Show what is chosen."""
        self.setCurrentIndex([each.written for each in self._offered].index(words))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll: no setting changes because somebody scrolls past it."""
        event.ignore()


class YesControl(QCheckBox):
    """A box to tick; it is kept at once."""

    edited = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__("Yes")
        self.clicked.connect(lambda _ticked: self.edited.emit())
        self.clicked.connect(lambda _ticked: self.left.emit())

    @property
    def words(self) -> str:
        """Say yes or no."""
        return "yes" if self.isChecked() else "no"

    def show_words(self, words: str) -> None:
        """Show yes or no."""
        self.setChecked(words == "yes")


Control = LineControl | TextControl | ChoiceControl | YesControl


def control_for(kind: Kind, label: str) -> Control:
    """Return the control for a kind of setting, called by its label."""
    made = _made(kind, label)
    made.setAccessibleName(label)
    return made


def _made(kind: Kind, label: str) -> Control:
    match kind:
        case Choice():
            return ChoiceControl(label, kind)
        case YesNo():
            return YesControl()
        case Text():
            return TextControl()
        case _:
            return LineControl(narrow=isinstance(kind, Whole))
