"""A light that says in a word and a shape whether a leaflet may be handed over."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QPushButton, QSizePolicy

from leaflet_app.domain.checks import Check, Outcome, verdict, worst
from leaflet_app.gui.preview.checks_panel import ChecksPanel
from leaflet_app.gui.preview.outcome_shape import SIDE, TONES, shape_icon
from leaflet_app.gui.widgets.announce import announce
from leaflet_app.gui.widgets.dress import dress

BELOW = 4


class ChecksLight(QPushButton):
    """Disc, half disc or square with a few words; a click tells what was checked and why."""

    cause_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._checks: tuple[Check, ...] = ()
        self._outcome = Outcome.PASS
        dress(self, flat="true", light=TONES[self._outcome])
        self.setIconSize(QSize(SIDE, SIDE))
        self.setToolTip("Show what was checked")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda _checked: self._open())
        self.hide()

    def show_checks(self, checks: Sequence[Check]) -> None:
        """Say how a leaflet stands; without checks there is nothing to say."""
        self._checks = tuple(checks)
        before, self._outcome = self._outcome, worst(checks)
        self.setText(verdict(checks))
        self.setAccessibleName(f"Checks: {verdict(checks)}")
        dress(self, light=TONES[self._outcome])
        self._draw()
        self.setVisible(bool(checks))
        if self._outcome is Outcome.STOP and before is not Outcome.STOP:
            announce(self, f"Checks: {verdict(checks)}")

    def changeEvent(self, event: QEvent) -> None:
        """Draw the shape again when the colours change."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()

    def _draw(self) -> None:
        colour = self.palette().color(QPalette.ColorRole.ButtonText)
        self.setIcon(shape_icon(self._outcome, colour, self.devicePixelRatioF()))

    def _open(self) -> None:
        panel = ChecksPanel(self, self._checks)
        panel.cause_chosen.connect(self.cause_chosen)
        corner = self.rect().bottomRight()
        corner.setY(corner.y() + BELOW)
        panel.open_below(self.mapToGlobal(corner))
