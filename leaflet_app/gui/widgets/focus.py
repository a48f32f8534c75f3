"""Move the keyboard without the mouse."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget


def focus_first(part: QWidget) -> bool:
    """Put the keyboard on the first thing in a part of the window that takes it; tell whether there is one."""
    widget = part.nextInFocusChain()
    while widget is not None and widget is not part:
        takes_keys = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isEnabled() and widget.isVisible()
        if takes_keys and part.isAncestorOf(widget):
            widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
        widget = widget.nextInFocusChain()
    return False


def focus_on(widget: QWidget) -> None:
    """Put the keyboard on something, and bring it into view."""
    widget.setFocus(Qt.FocusReason.OtherFocusReason)
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget)
        around = around.parentWidget()
