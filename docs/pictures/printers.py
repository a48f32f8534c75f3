"""Two printers for the pictures: nothing is printed while pictures are made."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from leaflet_app.domain.printing import JobStanding, JobState, PrintChoices, Printer, PrintJob
from leaflet_app.services.tools import Programs, Secrets, Tools


class ShownPrinters:
    """A way to printers that take everything and are always busy with it."""

    takes_choices = True

    def printers(self) -> Sequence[Printer]:
        front = Printer("front-desk", "Front desk", is_default=True, is_two_sided=True, papers=("A4", "A5"))
        return front, Printer("office", "Colour printer in the office", is_colour=True, papers=("A4",))

    def send(self, pdf: bytes, title: str, choices: PrintChoices) -> PrintJob:
        del pdf, title
        return PrintJob(choices.printer or "front-desk", "1")

    def standing(self, job: PrintJob) -> JobStanding:
        del job
        return JobStanding(JobState.PRINTING)

    def cancel(self, job: PrintJob) -> None:
        del job


class ShownPrograms:
    """A mail program that takes every letter."""

    def open_draft(self, draft: Path, address: str, subject: str, text: str, attachment: Path) -> bool:
        del draft, address, subject, text, attachment
        return True

    def reveal(self, file: Path) -> None:
        del file


class ShownTools:
    """The tools of a desk, with printers and a mail program made for the picture."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self.printing = ShownPrinters()

    @property
    def secrets(self) -> Secrets:
        return self._tools.secrets

    @property
    def programs(self) -> Programs:
        return ShownPrograms()
