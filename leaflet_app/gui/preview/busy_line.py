"""A thin line that moves while something takes its time."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QStyle

PATIENCE_MILLISECONDS = 300
STEP_MILLISECONDS = 40
ROUND = 100


class BusyLine(QProgressBar):
    """Shown only for work that lasts longer than 300 ms; stands still where the system asks for less motion."""

    def __init__(self) -> None:
        super().__init__()
        self.setRange(0, ROUND)
        self.setTextVisible(False)
        self.setFixedHeight(4)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self.setAccessibleName("Progress")
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MILLISECONDS)
        self._patience.timeout.connect(self._appear)
        self._motion = QTimer(self, interval=STEP_MILLISECONDS)
        self._motion.timeout.connect(self._move)
        self.hide()

    def begin(self, words: str) -> None:
        """Count the time from now, unless it is being counted already."""
        self.setAccessibleDescription(words)
        self.setToolTip(words)
        if not self._patience.isActive() and self.isHidden():
            self._patience.start()

    def end(self) -> None:
        """Go away."""
        self._patience.stop()
        self._motion.stop()
        self.hide()

    def _appear(self) -> None:
        self.show()
        self.setValue(ROUND)
        if self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self):
            self.setValue(0)
            self._motion.start()

    def _move(self) -> None:
        self.setValue((self.value() + 2) % (ROUND + 1))
