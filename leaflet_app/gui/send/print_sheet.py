"""The print sheet: how a leaflet is printed, and what will come out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from leaflet_app.domain.errors import CannotPrint, LeafletError
from leaflet_app.domain.look import Format
from leaflet_app.domain.printing import PrintChoices, Printer
from leaflet_app.domain.sentences import sentence
from leaflet_app.gui.send.print_fields import PrintFields
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.gui.widgets.sheet import Sheet


class PrintSheet(Sheet):
    """Opens filled in as this place prints, with the keyboard on Print: Enter prints."""

    print_chosen = Signal(PrintChoices, bool)
    save_chosen = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "Print the leaflet", "&Print")
        self._fields = PrintFields()
        self._outcome = QLabel()
        self._outcome.setWordWrap(True)
        self._save = self.offer("Sa&ve PDF instead", self._save_instead)
        self.body.addWidget(self._fields)
        self.body.addWidget(self._outcome)
        self._fields.changed.connect(self._show_outcome)
        self.main.clicked.connect(lambda _checked: self._choose())

    def ask(self, liked: PrintChoices, page_format: Format, pages: int) -> None:
        """Ask how to print a leaflet of this format and so many pages."""
        self.clear_problem()
        self._save.hide()
        self._fields.begin(liked, page_format, pages)
        self.open()
        self.fit()
        self.main.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell_pages(self, pages: int) -> None:
        """Say how long the leaflet came to be."""
        self._fields.tell_pages(pages)

    def offer_printers(self, known: Sequence[Printer]) -> None:
        """Offer these printers."""
        self._fields.offer_printers(known)

    def show_problem(self, error: LeafletError) -> None:
        """Say why no printer is offered, and offer to save instead."""
        self._save.show()
        super().show_problem(error)
        self.main.setEnabled(False)
        self._save.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self) -> None:
        self.accept()
        self.print_chosen.emit(self._fields.choices, self._fields.is_booklet)

    def _save_instead(self) -> None:
        self.reject()
        self.save_chosen.emit()

    def _show_outcome(self) -> None:
        try:
            said, tone = self._fields.outcome, ""
        except CannotPrint as error:
            said, tone = f"{sentence(error.why)} {error.remedy}", "look"
        dress(self._outcome, tone=tone)
        self._outcome.setText(said)
        self.main.setEnabled(not tone)
