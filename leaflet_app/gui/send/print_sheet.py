"""The print sheet: how a leaflet is printed, and what will come out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from leaflet_app.domain.errors import CannotPrint, LeafletError
from leaflet_app.domain.look import Format
from leaflet_app.domain.printing import PrintChoices, Printer
from leaflet_app.gui.send.print_fields import PrintFields
from leaflet_app.gui.widgets.announce import announce
from leaflet_app.gui.widgets.dress import dress

WIDTH = 480
MARGIN = 16


class PrintSheet(QDialog):
    """Opens filled in as this place prints, with the keyboard on Print: Enter prints."""

    print_chosen = Signal(PrintChoices, bool)
    save_chosen = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Print")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._fields = PrintFields()
        self._outcome = QLabel()
        self._outcome.setWordWrap(True)
        self._problem = dress(QLabel(), tone="urgent")
        self._problem.setWordWrap(True)
        self._print = dress(QPushButton("&Print"), main="true")
        self._save = QPushButton("Sa&ve PDF instead")
        self._cancel = QPushButton("Cancel")
        self._lay_out()
        self._print.setDefault(True)
        for button in (self._save, self._cancel):
            button.setAutoDefault(False)
        self._fields.changed.connect(self._show_outcome)
        self._print.clicked.connect(lambda _checked: self._choose())
        self._save.clicked.connect(lambda _checked: self._save_instead())
        self._cancel.clicked.connect(lambda _checked: self.reject())

    def ask(self, liked: PrintChoices, page_format: Format, pages: int) -> None:
        """Ask how to print a leaflet of this format and so many pages."""
        self._problem.hide()
        self._save.hide()
        self._print.setVisible(True)
        self._fields.begin(liked, page_format, pages)
        self.open()
        self.adjustSize()
        self._print.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell_pages(self, pages: int) -> None:
        """Say how long the leaflet came to be."""
        self._fields.tell_pages(pages)

    def offer_printers(self, known: Sequence[Printer]) -> None:
        """Offer these printers."""
        self._fields.offer_printers(known)

    def show_problem(self, error: LeafletError) -> None:
        """Say why no printer is offered, and offer to save instead."""
        self._problem.setText(str(error))
        self._problem.show()
        self._save.show()
        self._print.setEnabled(False)
        self._save.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, str(error))

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
            said, tone = f"{error.why[:1].upper()}{error.why[1:]}. {error.remedy}", "look"
        dress(self._outcome, tone=tone)
        self._outcome.setText(said)
        self._print.setEnabled(not tone)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        for button in (self._save, self._cancel, self._print):
            button.setMinimumWidth(96)
            buttons.addWidget(button)
        line = dress(QFrame(), ground="line")
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(12)
        column.addWidget(self._fields)
        column.addWidget(line)
        column.addWidget(self._outcome)
        column.addWidget(self._problem)
        column.addLayout(buttons)
        self.setMinimumWidth(WIDTH)
