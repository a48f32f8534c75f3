"""Tell the stylesheet what a widget is."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

W = TypeVar("W", bound=QWidget)


def dress(widget: W, **properties: str) -> W:
    """Set the properties that the stylesheet asks for, and draw the widget by them if that changes any."""
    changed = {name: value for name, value in properties.items() if (widget.property(name) or "") != value}
    for name, value in changed.items():
        widget.setProperty(name, value)
    if changed and widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)
    return widget
