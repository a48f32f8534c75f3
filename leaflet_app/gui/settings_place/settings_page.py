"""One page of settings that belong together."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from leaflet_app.gui.settings_place.field_row import FieldRow
from leaflet_app.gui.settings_place.groups import Group
from leaflet_app.gui.settings_place.mail_trial import MailTrial
from leaflet_app.gui.settings_place.password_row import PasswordRow
from leaflet_app.gui.widgets.dress import dress

WIDEST = 880


class SettingsPage(QScrollArea):
    """A sentence on what it is about, and a card of rows; the page scrolls where it has no room."""

    def __init__(self, group: Group, rows: Sequence[FieldRow], below: Sequence[PasswordRow | MailTrial]) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        card = dress(QFrame(), ground="panel")
        card.setMaximumWidth(WIDEST)
        column = QVBoxLayout(card)
        column.setContentsMargins(24, 16, 16, 24)
        column.setSpacing(16)
        about = dress(QLabel(group.about), tone="soft")
        about.setWordWrap(True)
        column.addWidget(about)
        for part in (*rows, *below):
            column.addWidget(dress(QFrame(), ground="line"))
            column.addWidget(part)
        page = dress(QWidget(), bare="true")
        around = QHBoxLayout(page)
        around.setContentsMargins(0, 12, 0, 12)
        around.addWidget(card, 100, Qt.AlignmentFlag.AlignTop)
        around.addStretch(1)
        self.setWidget(page)
        for part in below:
            part.told.connect(partial(QTimer.singleShot, 0, self, partial(self.ensureWidgetVisible, part)))
