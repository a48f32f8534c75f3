"""Print on Windows: with SumatraPDF, which takes every choice; without it by asking Windows, which takes none."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from types import MappingProxyType
from typing import Any

from leaflet_app.delivery.printing.private_file import left_file, private_file, sweep, take_away
from leaflet_app.delivery.printing.programs import SENDING, call
from leaflet_app.domain.errors import CannotPrint
from leaflet_app.domain.print_words import SAVE_INSTEAD
from leaflet_app.domain.printing import Ink, JobStanding, JobState, PrintChoices, Printer, PrintJob, Sides

SUMATRA = "SumatraPDF.exe"
PRINTERS = (
    "[Console]::OutputEncoding = [Text.Encoding]::UTF8; ConvertTo-Json @(Get-CimInstance Win32_Printer | "
    "Select-Object Name, Default, WorkOffline, CapabilityDescriptions, PrinterPaperNames)"
)
SEE_WINDOWS = JobStanding(JobState.GONE, "Windows shows how far it is")
_SIDES = MappingProxyType({Sides.ONE: "simplex", Sides.LONG_EDGE: "duplexlong", Sides.SHORT_EDGE: "duplexshort"})
_INKS = MappingProxyType({Ink.COLOUR: "color", Ink.GREY: "monochrome"})
_PAPERS = ("A4", "A5", "Letter")


def sumatra() -> str | None:
    """Return where SumatraPDF is, if it is installed."""
    homes = (os.environ.get(name) for name in ("LOCALAPPDATA", "ProgramFiles", "ProgramFiles(x86)"))
    places = (Path(home) / "SumatraPDF" / SUMATRA for home in homes if home)
    return shutil.which(SUMATRA) or next((str(place) for place in places if place.is_file()), None)


class SumatraPrint:
    """Have SumatraPDF print; it ends when Windows has taken the job, and Windows shows the rest."""

    takes_choices = True

    def __init__(self, program: str) -> None:
        self._program = program

    def printers(self) -> tuple[Printer, ...]:
        """Return the printers of this computer, the default first. Raises CannotPrint."""
        said = call("powershell", "-NoProfile", "-NonInteractive", "-Command", PRINTERS)
        try:
            told = json.loads(said.stdout.decode(errors="replace") or "[]")
            known = [_printer(each) for each in told]
        except (ValueError, TypeError, KeyError) as fault:
            raise CannotPrint("Windows does not say which printers there are", "Restart the computer.") from fault
        return tuple(sorted(known, key=lambda each: (not each.is_default, each.name.casefold())))

    def send(self, pdf: bytes, title: str, choices: PrintChoices) -> PrintJob:
        """Print a file that is gone when SumatraPDF ends; the queue shows its neutral name. Raises CannotPrint."""
        del title
        with private_file(pdf) as path:
            said = call(self._program, *arguments(choices), str(path), patience=SENDING)
        if said.returncode:
            raise CannotPrint("the printer did not take it", "Choose another printer.")
        return PrintJob(choices.printer)

    def standing(self, job: PrintJob) -> JobStanding:
        """Leave it to Windows, which shows its queue itself."""
        del job
        return SEE_WINDOWS

    def cancel(self, job: PrintJob) -> None:
        """Leave it to the queue of Windows. Raises CannotPrint."""
        del job
        raise _cancel_there()


class ShellPrint:
    """Ask Windows to print a file with whatever program shows PDFs: the default printer, once, every page."""

    takes_choices = False

    def __init__(self, start: Callable[[Path], None] | None = None) -> None:
        self._start = start or _start

    def printers(self) -> tuple[Printer, ...]:
        """Know no printer but the default."""
        return ()

    def send(self, pdf: bytes, title: str, choices: PrintChoices) -> PrintJob:
        """Ask Windows to print; what it cannot be told is refused, not forgotten. Raises CannotPrint."""
        del title
        if choices.printer or choices.pages or choices.copies > 1 or choices.sides or choices.ink:
            raise CannotPrint(
                "Windows takes no printer, copies, pages, sides or colours here",
                "Install SumatraPDF, or save the leaflet and print it from your PDF program.",
            )
        sweep()
        path = left_file(pdf)
        try:
            self._start(path)
        except CannotPrint:
            take_away(path)
            raise
        return PrintJob("")

    def standing(self, job: PrintJob) -> JobStanding:
        """Leave it to Windows, which shows its queue itself."""
        del job
        return SEE_WINDOWS

    def cancel(self, job: PrintJob) -> None:
        """Leave it to the queue of Windows. Raises CannotPrint."""
        del job
        raise _cancel_there()


def arguments(choices: PrintChoices) -> tuple[str, ...]:
    """Return what SumatraPDF is told before the file."""
    settings = (
        choices.pages,
        f"{choices.copies}x" if choices.copies > 1 else "",
        _SIDES[choices.sides] if choices.sides else "",
        _INKS[choices.ink] if choices.ink else "",
        f"paper={choices.paper}" if choices.paper else "",
        "fit" if choices.is_fitted else "noscale",
    )
    printer = ("-print-to", choices.printer) if choices.printer else ("-print-to-default",)
    return (*printer, "-print-settings", ",".join(filter(None, settings)), "-silent", "-exit-when-done")


def _printer(told: dict[str, Any]) -> Printer:
    able = set(told.get("CapabilityDescriptions") or ())
    papers = " ".join(told.get("PrinterPaperNames") or ()).split()
    return Printer(
        name=told["Name"],
        description=told["Name"],
        is_default=bool(told.get("Default")),
        is_two_sided="Duplex" in able,
        is_colour="Color" in able,
        papers=tuple(each for each in _PAPERS if each in papers),
        said="switched off or not connected" if told.get("WorkOffline") else "",
    )


def _start(path: Path) -> None:
    if sys.platform != "win32":
        raise CannotPrint("this is not Windows", SAVE_INSTEAD)
    try:
        os.startfile(path, "print")  # noqa: S606  (our own file, and no shell)
    except OSError as fault:
        raise CannotPrint("no program of this computer prints PDFs", "Install SumatraPDF, then try again.") from fault


def _cancel_there() -> CannotPrint:
    what = "The leaflet is on its way to the printer"
    return CannotPrint("only Windows can stop it now", "Open the printer's queue in Windows and cancel it there.", what)
