"""Keys that work wherever the keyboard is in a window."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget


def taken_by(page: QWidget | None, key: str) -> bool:
    """Let a page act on a key of the window; tell whether the key means something to it."""
    take = getattr(page, "take_key", None)
    return take is not None and bool(take(key))


class WindowKeys(QObject):
    """Acts on its keys before a field can take them: on Linux a field moves its cursor with Ctrl+E."""

    def __init__(self, window: QWidget, keys: Iterable[tuple[str, Callable[[], object]]]) -> None:
        super().__init__(window)
        self._window = window
        self._own: set[QKeySequence] = set()
        for key, act in keys:
            self._own.add(QKeySequence(key))
            QShortcut(QKeySequence(key), window).activated.connect(act)
        application = QApplication.instance()
        assert isinstance(application, QApplication)  # noqa: S101  (a window has one)
        application.focusChanged.connect(self._watch)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the question whether a field wants one of these keys from that field."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_own(event):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _is_own(self, event: QKeyEvent) -> bool:
        return QKeySequence(event.keyCombination()) in self._own

    def _watch(self, _left: QWidget | None, entered: QWidget | None) -> None:
        if entered is not None and self._window.isAncestorOf(entered):
            entered.installEventFilter(self)
