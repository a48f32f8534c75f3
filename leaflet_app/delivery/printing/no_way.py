"""The way to the printers of a computer that has none."""

from __future__ import annotations

from typing import NoReturn

from leaflet_app.domain.errors import CannotPrint
from leaflet_app.domain.print_words import SAVE_INSTEAD
from leaflet_app.domain.printing import JobStanding, PrintChoices, Printer, PrintJob


class NoWay:
    """Knows no printer, and says what to do instead."""

    takes_choices = False

    def printers(self) -> tuple[Printer, ...]:
        """Return no printer."""
        return ()

    def send(self, pdf: bytes, title: str, choices: PrintChoices) -> PrintJob:
        """Print nothing. Raises CannotPrint."""
        del pdf, title, choices
        _refuse()

    def standing(self, job: PrintJob) -> JobStanding:
        """Know of no job. Raises CannotPrint."""
        del job
        _refuse()

    def cancel(self, job: PrintJob) -> None:
        """Know of no job. Raises CannotPrint."""
        del job
        _refuse()


def _refuse() -> NoReturn:
    raise CannotPrint("this computer has no way to print a PDF", SAVE_INSTEAD)
