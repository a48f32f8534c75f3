"""A sheet over the window: one question, one main button at the right, and Cancel. Esc closes it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from leaflet_app.domain.errors import LeafletError
from leaflet_app.gui.jobs import close_jobs
from leaflet_app.gui.widgets.announce import announce
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.gui.widgets.reading import line

WIDTH = 520
MARGIN = 16
BUTTON_WIDTH = 96


class Sheet(QDialog):
    """Holds the window behind it until it is answered. `body` takes what the sheet is about."""

    def __init__(self, parent: QWidget, title: str, main: str) -> None:
        super().__init__(parent)
        self._window = parent
        self.setWindowTitle(title.replace("&", ""))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        self.main = dress(QPushButton(main), main="true")
        self.main.setDefault(True)
        self.cancel = QPushButton("Cancel")
        self.cancel.setAutoDefault(False)
        self.cancel.clicked.connect(lambda _checked: self.reject())
        self._busy = line("", "soft")
        self._busy.setWordWrap(False)
        self._busy.hide()
        self._problem = line("", "urgent")
        self._problem.hide()
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._buttons.addStretch(1)
        for button in (self.cancel, self.main):
            button.setMinimumWidth(BUTTON_WIDTH)
            self._buttons.addWidget(button)
        self._column = QVBoxLayout(self)
        self._lay_out(title)
        self.setMinimumWidth(WIDTH)

    def ask_once(self, then: Callable[[], object]) -> None:
        """Open the sheet this once, act where it is accepted, and be gone after either answer."""
        self.accepted.connect(then)
        self.finished.connect(lambda _result: self._be_gone())
        self.open()

    def offer(self, words: str, act: Callable[[], object]) -> QPushButton:
        """Add a button at the left."""
        button = QPushButton(words)
        button.setAutoDefault(False)
        button.setMinimumWidth(BUTTON_WIDTH)
        button.clicked.connect(lambda _checked: act())
        self._buttons.insertWidget(0, button)
        return button

    def fit(self) -> None:
        """Be as high as what is in it needs, and no higher than the window where that can be."""
        column = self._column
        column.activate()
        width = max(self.width(), self.minimumWidth(), column.minimumSize().width())
        height = max(column.totalHeightForWidth(width), column.minimumSize().height())
        self.resize(width, min(height, self._window.height()))

    def show_problem(self, error: LeafletError) -> None:
        """Say what went wrong and what to do; the sheet stays as it was filled in."""
        self.end_busy()
        self._problem.setText(str(error))
        self._problem.show()
        self.fit()
        announce(self, str(error))

    def clear_problem(self) -> None:
        """Take away what was said."""
        self._problem.hide()

    def show_busy(self, words: str) -> None:
        """Say that something takes its time, and let nobody ask for it twice."""
        self.clear_problem()
        self.main.setEnabled(False)
        self._busy.setText(f"{words} …")
        self._busy.show()
        announce(self, words)

    def end_busy(self) -> None:
        """Let a person act again."""
        self._busy.hide()
        self.main.setEnabled(True)

    def _be_gone(self) -> None:
        close_jobs(self)
        self.deleteLater()

    def _lay_out(self, title: str) -> None:
        column = self._column
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(12)
        heading = line(title.replace("&", ""), "heading")
        heading.setWordWrap(False)
        column.addWidget(heading)
        column.addLayout(self.body)
        column.addWidget(self._problem)
        column.addWidget(dress(QFrame(), ground="line"))
        self._buttons.insertWidget(0, self._busy)
        column.addLayout(self._buttons)
