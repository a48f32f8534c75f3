"""The form of a practice on the left, the leaflet as it would be handed out on the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout, QWidget

from leaflet_app.gui.practice.practice_form import PracticeForm
from leaflet_app.gui.practice.sample_view import SampleView
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.services.desk import Desk
from leaflet_app.services.practice import Kept

FORM, SAMPLE = 480, 440
BRAND = frozenset({"band", "accent", "logo_alt", "brand"})
FAINT = "You see the leaflet as the form has it, but it cannot be saved so. Mend what is marked in the form."
NOT_YET = "The leaflet shows the last details that could be printed. Mend what is marked in the form."
CAME = "These details came with the program. Replace them with yours."
NOT_BEGUN = "The leaflet is shown as soon as there are a consultant and a phone number."


class FormAndLeaflet(QSplitter):
    """Below the form is room for what is said about it, and what is done with it."""

    def __init__(self, desk: Desk, *below: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.form = PracticeForm()
        self._sample = SampleView(desk)
        self._came = dress(QLabel(CAME), tone="look")
        self._came.setWordWrap(True)
        self._came.hide()
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._came)
        column.addWidget(self.form, 1)
        for part in below:
            column.addWidget(part)
        self.addWidget(left)
        self.addWidget(self._sample)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(8)
        self.setSizes([FORM, SAMPLE])

    def check(self, kept: Kept) -> None:
        """Say at each field what is wrong; show the leaflet where nothing is."""
        self._came.setVisible(kept.is_shipped)
        wrong, is_new = self.form.wrong, not kept.text
        self.form.say_wrong(wrong, spares_empty=is_new)
        is_faint = bool(wrong) and wrong.keys() <= BRAND
        not_yet = NOT_BEGUN if is_new else NOT_YET
        self._sample.say(FAINT if is_faint else not_yet if wrong else "")
        if not wrong or is_faint:
            self._sample.want(kept.id, self.form.practice)
        elif is_new and self.form.practice == kept.practice:
            self._sample.clear()

    def stop(self) -> None:
        """End all work."""
        self.form.stop()
        self._sample.stop()
