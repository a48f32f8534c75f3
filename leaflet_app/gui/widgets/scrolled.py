"""A part of a window on a card that scrolls where it has no room."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from leaflet_app.gui.widgets.dress import dress


def scrolled(part: QWidget) -> QScrollArea:
    """Return the card; it never scrolls sideways."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    page = dress(QWidget(), bare="true")
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 8, 0)
    card = dress(QFrame(), ground="panel")
    inner = QVBoxLayout(card)
    inner.setContentsMargins(16, 16, 16, 16)
    inner.addWidget(part)
    column.addWidget(card)
    column.addStretch(1)
    area.setWidget(page)
    return area
