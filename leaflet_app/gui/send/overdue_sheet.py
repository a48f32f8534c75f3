"""Ask once why a leaflet is given although the review of a text is overdue."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from leaflet_app.domain.counted import some
from leaflet_app.domain.leaving import ABOUT_TEXT, LONGEST_REASON
from leaflet_app.domain.typed import typed_line
from leaflet_app.gui.widgets.reading import line
from leaflet_app.gui.widgets.sheet import Sheet

ASKED = "A clinician was to read {texts} again by now. The leaflet will say since when that is overdue."


class OverdueSheet(Sheet):
    """One field; Enter goes on with what was asked for."""

    def __init__(self, parent: QWidget, overdue: Sequence[str]) -> None:
        super().__init__(parent, "A review is overdue", "&Go on")
        self._reason = QLineEdit()
        self._reason.setMaxLength(LONGEST_REASON)
        self._reason.setAccessibleDescription(ABOUT_TEXT)
        self._reason.textChanged.connect(lambda _words: self._judge())
        label = QLabel("&Why may it be given all the same?")
        label.setBuddy(self._reason)
        self.body.addWidget(line(ASKED.format(texts=some(overdue)), ""))
        self.body.addWidget(label)
        self.body.addWidget(self._reason)
        self.body.addWidget(line(ABOUT_TEXT, "soft"))
        self.main.clicked.connect(lambda _checked: self.accept())
        self._reason.setFocus()
        self._judge()
        self.fit()

    @property
    def reason(self) -> str:
        """Return the reason, in one line."""
        return typed_line(self._reason.text())

    def _judge(self) -> None:
        self.main.setEnabled(bool(self.reason))
