"""How much the leaflet says in numbers, and whether chances of cancer, spread, cure or death are among them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from leaflet_app.domain.selection import Detail, Selection
from leaflet_app.gui.preview.chooser import Chooser


class DetailBar(QWidget):
    """Choose words, figures or pictures; leave the outlook out."""

    detail_chosen = Signal(Detail)
    outlook_left_out = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._details = Chooser("&Detail", Detail, "How much the leaflet says in numbers")
        self._outlook = QCheckBox("&Leave out outlook")
        self._outlook.setAccessibleDescription("Chances of cancer, spread, cure or death are said in words only")
        self._outlook.setToolTip("Say chances of cancer, spread, cure or death in words only")
        self._details.chosen.connect(self.detail_chosen)
        self._outlook.clicked.connect(self.outlook_left_out)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._details.label)
        row.addWidget(self._details)
        row.addStretch(1)
        row.addWidget(self._outlook)
        self.show_choice(Selection())

    def show_choice(self, selection: Selection) -> None:
        """Show what is chosen without telling anyone. In words only there is no figure of the outlook to leave out."""
        self._details.show_choice(selection.detail)
        self._outlook.setChecked(selection.without_outlook)
        self._outlook.setEnabled(selection.detail is not Detail.WORDS)
