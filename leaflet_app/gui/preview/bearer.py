"""Whose leaflet it is, and which disclaimer it bears; shown only where there is a choice."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leaflet_app.domain.practice import FIRST_PRACTICE, STANDARD_DISCLAIMER, Disclaimer, Practice, labels
from leaflet_app.domain.selection import Selection
from leaflet_app.domain.value import value
from leaflet_app.gui.preview.chooser import Chooser


@value
class Offered:
    """A practice or a disclaimer by its id and its name."""

    id: str
    label: str


class Bearer(QWidget):
    """Two choosers below each other. Nothing chosen is the first practice, and the practice's own disclaimer."""

    practice_chosen = Signal(str)
    disclaimer_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._practices: Mapping[str, Practice] = {}
        self._practice = Chooser("&Practice", (), "Whose name and contact details it bears")
        self._disclaimer = Chooser("&Disclaimer", (), "The approved notice at its end")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for chooser in (self._practice, self._disclaimer):
            column.addWidget(chooser.label)
            column.addWidget(chooser)
        self._practice.chosen.connect(self._tell_practice)
        self._disclaimer.chosen.connect(self._tell_disclaimer)
        self.offer({}, {})

    def offer(self, practices: Mapping[str, Practice], disclaimers: Mapping[str, Disclaimer]) -> None:
        """Offer these, the first of each before the others; where there is no other, offer none."""
        self._practices = practices
        _fill(self._practice, labels(practices))
        _fill(self._disclaimer, {each: disclaimer.label for each, disclaimer in disclaimers.items()})
        self.setVisible(len(practices) > 1 or len(disclaimers) > 1)

    def show_choice(self, selection: Selection) -> None:
        """Show what is chosen without telling anyone."""
        _show(self._practice, selection.practice or FIRST_PRACTICE)
        _show(self._disclaimer, selection.disclaimer or self._own_disclaimer(selection.practice))

    def told(self, selection: Selection) -> tuple[str, ...]:
        """Name what was chosen here."""
        chosen = ((self._practice, selection.practice), (self._disclaimer, selection.disclaimer))
        return tuple(chooser.currentText() for chooser, is_chosen in chosen if is_chosen and chooser.count() > 1)

    def _own_disclaimer(self, practice: str) -> str:
        own = self._practices.get(practice or FIRST_PRACTICE)
        return (own.disclaimer if own else "") or STANDARD_DISCLAIMER

    def _tell_practice(self, chosen: Offered) -> None:
        self.practice_chosen.emit("" if chosen.id == FIRST_PRACTICE else chosen.id)

    def _tell_disclaimer(self, chosen: Offered) -> None:
        practice: Offered | None = self._practice.currentData()
        own = self._own_disclaimer(practice.id if practice else "")
        self.disclaimer_chosen.emit("" if chosen.id == own else chosen.id)


def _fill(chooser: Chooser, named: Mapping[str, str]) -> None:
    chooser.clear()
    for each, label in named.items():
        chooser.addItem(label, Offered(each, label))
    for widget in (chooser.label, chooser):
        widget.setVisible(len(named) > 1)


def _show(chooser: Chooser, wanted: str) -> None:
    ids = [chooser.itemData(row).id for row in range(chooser.count())]
    chooser.setCurrentIndex(ids.index(wanted) if wanted in ids else -1)
