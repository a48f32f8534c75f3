"""The strip above the actions: what happened, and the next step as a button."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum
from types import MappingProxyType

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from leaflet_app.gui.widgets.announce import announce
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.gui.widgets.icons import IconButton, icon

ICON_SIDE = 20
LINE_HEIGHT = 32
SHOW_MORE = "Show more"
SHOW_LESS = "Show less"
SHORT = 90
"""Up to this many letters a message takes two or three lines and is never folded."""
NO_STEPS: Mapping[str, Callable[[], object]] = MappingProxyType({})


class Kind(Enum):
    """What a message is about: the ground and the icon it is shown with."""

    PROBLEM = ("urgent", "warning")
    UNNOTED = ("urgent", "register")
    ADVICE = ("look", "info")
    SUCCESS = ("tint", "save")
    PRINTING = ("tint", "print")


class MessageStrip(QFrame):
    """One message at a time; the newest stands. Long advice begins folded to its first sentence."""

    closed = Signal(Kind)

    def __init__(self) -> None:
        super().__init__()
        self.kind: Kind | None = None
        self._full = ""
        self._icon = QLabel()
        self._icon.setFixedHeight(LINE_HEIGHT)
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setContentsMargins(0, (LINE_HEIGHT - self._words.fontMetrics().lineSpacing()) // 2, 0, 0)
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._close = IconButton("close", "Close this message", side=16)
        self._close.clicked.connect(lambda _checked: self._dismiss())
        self._more = QPushButton(SHOW_MORE)
        self._more.setCheckable(True)
        self._more.toggled.connect(lambda _unfolded: self._show_words())
        self._steps = QWidget()
        self._step_row = QHBoxLayout(self._steps)
        self._step_row.setContentsMargins(0, 4, 0, 0)
        self._step_row.setSpacing(8)
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 8, 8, 8)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._icon, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._words, 0, 1)
        grid.addWidget(self._more, 0, 2, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._close, 0, 3, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._steps, 1, 1, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    @property
    def words(self) -> str:
        """Return what the strip says."""
        return self._full

    def say(self, kind: Kind, words: str, steps: Mapping[str, Callable[[], object]] = NO_STEPS) -> None:
        """Show a message with a button for each step."""
        is_news = self.kind is not kind or kind is not Kind.ADVICE
        self.kind = kind
        dress(self, ground=kind.value[0])
        self._draw_icon()
        self._full = words
        self._more.setVisible(kind is Kind.ADVICE and _head(words) != words)
        self._show_words()
        self._offer(steps)
        self.show()
        if is_news:
            announce(self, words)

    def clear(self) -> None:
        """Say nothing."""
        self.kind = None
        self._full = ""
        self._more.setChecked(False)
        self.hide()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon again when the colours change."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_icon()

    def _draw_icon(self) -> None:
        if self.kind is not None:
            drawn = icon(self.kind.value[1], self.palette(), ICON_SIDE)
            self._icon.setPixmap(drawn.pixmap(QSize(ICON_SIDE, ICON_SIDE), self.devicePixelRatioF()))

    def _dismiss(self) -> None:
        kind = self.kind
        self.clear()
        self.closed.emit(kind)

    def _show_words(self) -> None:
        is_folded = not self._more.isHidden() and not self._more.isChecked()
        self._words.setText(_head(self._full) if is_folded else self._full)
        self._more.setText(SHOW_MORE if is_folded else SHOW_LESS)

    def _offer(self, steps: Mapping[str, Callable[[], object]]) -> None:
        for former in self._steps.findChildren(QPushButton):
            self._step_row.removeWidget(former)
            former.setParent(None)
            former.deleteLater()
        for name, act in steps.items():
            button = QPushButton(name)
            button.clicked.connect(lambda _checked, act=act: act())
            self._step_row.addWidget(button)
        self._steps.setVisible(bool(steps))


def _head(words: str) -> str:
    """Return the first sentence of a long text, all of a short one."""
    end = words.find(". ")
    return words if len(words) <= SHORT or end < 0 else words[: end + 1]
