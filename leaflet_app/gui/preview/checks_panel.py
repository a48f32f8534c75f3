"""What was checked, the worst first: why, what to do, and the way to what causes it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from leaflet_app.domain.checks import Check, Outcome, of_outcome, verdict
from leaflet_app.gui.preview.outcome_shape import TONES, OutcomeShape
from leaflet_app.gui.widgets.dress import dress

WIDTH = 360
MOST_HEIGHT = 520
INNER = WIDTH - 12 - 2
"""The width of what scrolls: the bar and the edges take the rest."""


class ChecksPanel(QFrame):
    """Opens below the light; Esc or a click elsewhere closes it."""

    cause_chosen = Signal(str)

    def __init__(self, parent: QWidget, checks: Sequence[Check]) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dress(self, ground="panel")
        self.setAccessibleName(f"Checks of this leaflet: {verdict(checks)}")
        self._rows = tuple(self._buttons(checks))
        listed = _listed(self._rows, of_outcome(checks, Outcome.PASS))
        self._scroll = dress(QScrollArea(), reading="true")
        self._scroll.setAccessibleName("What was checked")
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(listed)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self._scroll)
        self.setFixedSize(WIDTH, min(listed.height() + 2, MOST_HEIGHT))

    def open_below(self, place: QPoint) -> None:
        """Show the panel with its top right corner at a place on the screen, and whole."""
        room = self.screen().availableGeometry()
        left = min(max(place.x() - self.width(), room.left()), room.right() - self.width())
        self.move(left, min(place.y(), room.bottom() - self.height()))
        self.show()
        first = self._rows[0] if self._rows else self._scroll
        first.setFocus(Qt.FocusReason.PopupFocusReason)

    def _buttons(self, checks: Sequence[Check]) -> Iterator[CheckButton]:
        for outcome in (Outcome.STOP, Outcome.LOOK):
            for check in of_outcome(checks, outcome):
                button = CheckButton(check)
                button.clicked.connect(lambda _checked, anchor=check.anchor: self._choose(anchor))
                yield button

    def _choose(self, anchor: str) -> None:
        self.close()
        self.cause_chosen.emit(anchor)


class CheckButton(QPushButton):
    """One thing to look at, over as many lines as it needs; a click leads to what causes it."""

    def __init__(self, check: Check) -> None:
        super().__init__()
        dress(self, row="true")
        self.setAccessibleName(f"{check.outcome.word}: {check.name}")
        self.setAccessibleDescription(f"{check.why} {check.remedy}")
        self.setToolTip("Show what causes it")
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(16, 8, 12, 8)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        grid.addWidget(OutcomeShape(check.outcome), 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(_line(f"{check.outcome.word}: {check.name}", TONES[check.outcome]), 0, 1)
        grid.addWidget(_line(check.why), 1, 1)
        grid.addWidget(_line(check.remedy, "soft"), 2, 1)
        for label in self.findChildren(QLabel):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter like a click, as in a list."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Ask for the room of the words."""
        return QSize(INNER, self.heightForWidth(INNER))

    def minimumSizeHint(self) -> QSize:
        """Ask for no less."""
        return self.sizeHint()

    def heightForWidth(self, width: int) -> int:  # noqa: N802  (Qt's own name)
        """Return the height of the wrapped words."""
        return self._grid.totalHeightForWidth(width)


def _listed(rows: Sequence[QWidget], passes: Sequence[Check]) -> QWidget:
    """Put what to look at above what passed, at the width of the panel and as high as that needs."""
    listed = dress(QWidget(), bare="true")
    column = QVBoxLayout(listed)
    column.setContentsMargins(0, 4, 0, 12)
    column.setSpacing(0)
    for row in rows:
        column.addWidget(row)
    if rows and passes:
        column.addSpacing(4)
        column.addWidget(dress(QFrame(), ground="line"))
        column.addSpacing(4)
    for check in passes:
        column.addWidget(_passed(check))
    listed.setFixedSize(INNER, column.totalHeightForWidth(INNER))
    return listed


def _passed(check: Check) -> QWidget:
    row = QWidget()
    grid = QGridLayout(row)
    grid.setContentsMargins(18, 4, 12, 4)
    grid.setHorizontalSpacing(8)
    grid.setColumnStretch(1, 1)
    grid.addWidget(OutcomeShape(check.outcome), 0, 0, Qt.AlignmentFlag.AlignTop)
    grid.addWidget(_line(f"{check.name}: {check.why}", "soft"), 0, 1)
    return row


def _line(words: str, tone: str = "") -> QLabel:
    label = dress(QLabel(words), tone=tone)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
