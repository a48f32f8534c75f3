"""The strip above the actions: what happened, and the next step as a button."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum
from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from leaflet_app.gui.widgets.announce import announce
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.gui.widgets.icons import IconButton, icon

ICON_SIDE = 20
LINE_HEIGHT = 32
NO_STEPS: Mapping[str, Callable[[], object]] = MappingProxyType({})


class Kind(Enum):
    """What a message is about: the ground and the icon it is shown with."""

    PROBLEM = ("urgent", "warning")
    ADVICE = ("look", "info")
    SUCCESS = ("tint", "save")


class MessageStrip(QFrame):
    """One message at a time; the newest stands."""

    def __init__(self) -> None:
        super().__init__()
        self.kind: Kind | None = None
        self._icon = QLabel()
        self._icon.setFixedHeight(LINE_HEIGHT)
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setContentsMargins(0, (LINE_HEIGHT - self._words.fontMetrics().lineSpacing()) // 2, 0, 0)
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._close = IconButton("close", "Close this message", side=16)
        self._close.clicked.connect(lambda _checked: self.clear())
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
        grid.addWidget(self._close, 0, 2, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._steps, 1, 1, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    @property
    def words(self) -> str:
        """Return what the strip says."""
        return self._words.text()

    def say(self, kind: Kind, words: str, steps: Mapping[str, Callable[[], object]] = NO_STEPS) -> None:
        """Show a message with a button for each step."""
        self.kind = kind
        ground, drawing = kind.value
        dress(self, ground=ground)
        self._icon.setPixmap(icon(drawing, self.palette(), ICON_SIDE).pixmap(ICON_SIDE, ICON_SIDE))
        self._words.setText(words)
        self._offer(steps)
        self.show()
        announce(self, words)

    def clear(self) -> None:
        """Say nothing."""
        self.kind = None
        self._words.clear()
        self.hide()

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
