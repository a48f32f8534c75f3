"""A place of the window that waits until somebody goes there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget


class Later(QWidget):
    """Empty until it is first shown, and then what `build` returns: the window stands sooner without it."""

    def __init__(self, build: Callable[[], QWidget]) -> None:
        super().__init__()
        self._build = build
        self._place: QWidget | None = None
        self._room = QVBoxLayout(self)
        self._room.setContentsMargins(0, 0, 0, 0)

    @property
    def place(self) -> QWidget:
        """Return what stands here, built once."""
        if self._place is None:
            self._place = self._build()
            self._room.addWidget(self._place)
        return self._place

    @property
    def is_built(self) -> bool:
        """Tell whether anybody has asked for it yet."""
        return self._place is not None

    def showEvent(self, event: QShowEvent) -> None:
        """Build it, and show it at once, so that the keyboard can go there."""
        self.place.show()
        super().showEvent(event)
