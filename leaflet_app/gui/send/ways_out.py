"""The ways in which the leaflet on the desk gets out: each is asked for the leaflet of that very moment."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from leaflet_app.domain.errors import LeafletError
from leaflet_app.domain.selection import Selection
from leaflet_app.gui.choice import Choice
from leaflet_app.gui.leaflet_making import LeafletMaking
from leaflet_app.gui.leaflet_saving import AskPath, LeafletSaving
from leaflet_app.gui.preview.leaflet_column import LeafletColumn
from leaflet_app.gui.send.leaflet_emailing import LeafletEmailing
from leaflet_app.gui.send.leaflet_printing import LeafletPrinting
from leaflet_app.services.desk import Desk
from leaflet_app.services.leaving import overdue


class WaysOut(QObject):
    """Joins the actions below the pages to saving, printing and emailing."""

    given = Signal(Selection)

    def __init__(
        self,
        desk: Desk,
        choice: Choice,
        making: LeafletMaking,
        column: LeafletColumn,
        ask_path: AskPath,
        place: QWidget,
    ) -> None:
        super().__init__(place)
        self._desk, self._choice, self._place = desk, choice, place
        self.saving = LeafletSaving(desk, making, ask_path)
        self.printing = LeafletPrinting(desk, making, column, place)
        self.emailing = LeafletEmailing(desk, place)
        column.action_row.email_asked.connect(self.email)
        column.action_row.save_asked.connect(self.save)
        column.action_row.print_asked.connect(self.print)
        column.action_row.print_choices_asked.connect(self.choose_print)
        self.saving.failed.connect(column.show_problem)
        self.printing.failed.connect(column.show_problem)
        self.emailing.failed.connect(column.show_problem)
        self.emailing.emailed.connect(self.given)
        self.printing.printed.connect(self.given)
        self.printing.save_asked.connect(self.save)

    def save(self) -> None:
        """Save the leaflet as a PDF."""
        self._leave(self.saving.save)

    def print(self) -> None:
        """Print the leaflet as last time."""
        self._leave(self.printing.print_now)

    def choose_print(self) -> None:
        """Ask how to print the leaflet."""
        self._leave(self.printing.ask)

    def email(self) -> None:
        """Ask to whom the leaflet is emailed."""
        self._leave(self.emailing.email)

    def go_on(self) -> None:
        """Go on with whatever waits for the leaflet that is made now."""
        self.printing.print_if_waiting()
        self.saving.write_if_waiting()

    def stop_waiting(self) -> None:
        """Wait no more: the leaflet could not be made."""
        self.printing.stop_waiting()
        self.saving.stop_waiting()

    def settle(self) -> None:
        """Take away the news of what is over."""
        self.printing.settle()

    def stop(self) -> None:
        """Do nothing more."""
        self.printing.stop()
        self.emailing.stop()

    def _leave(self, way: Callable[[Selection], None]) -> None:
        """Go a way out; where a review is overdue, ask first why, once for this leaflet."""
        selection = self._of_today()
        try:
            titles = overdue(self._desk, selection)
        except LeafletError:
            titles = ()  # the way itself tells what holds it back
        if not titles:
            way(selection)
            return
        from leaflet_app.gui.send.overdue_sheet import OverdueSheet  # noqa: PLC0415  (rarely)

        sheet = OverdueSheet(self._place.window(), titles)
        sheet.ask_once(lambda: self._leave_because(sheet.reason, way))

    def _leave_because(self, reason: str, way: Callable[[Selection], None]) -> None:
        self._choice.become(replace(self._choice.selection, overdue_reason=reason))
        way(self._of_today())

    def _of_today(self) -> Selection:
        self._choice.become(self._choice.selection)  # dated anew where midnight has passed
        return self._choice.selection
