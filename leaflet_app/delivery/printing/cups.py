"""Print with CUPS: `lp` takes the PDF itself, and the print server tells how its job stands."""

from __future__ import annotations

import re
from types import MappingProxyType

from leaflet_app.delivery.printing.ipp import GET_JOB, GET_PRINTER, GET_PRINTERS, Group, Refused, ask, silent
from leaflet_app.delivery.printing.programs import SENDING, call, words
from leaflet_app.delivery.printing.reasons import in_words
from leaflet_app.domain.errors import CannotPrint
from leaflet_app.domain.printing import Ink, JobStanding, JobState, PrintChoices, Printer, PrintJob

ANOTHER = "Choose another printer."
_STOPPED = 5
_JOB_STATES = MappingProxyType(
    {
        3: JobState.WAITING,
        4: JobState.HELD,
        5: JobState.PRINTING,
        6: JobState.STOPPED,
        7: JobState.CANCELLED,
        8: JobState.FAILED,
        9: JobState.DONE,
    }
)
_PAPERS = MappingProxyType({"iso_a4_210x297mm": "A4", "iso_a5_148x210mm": "A5", "na_letter_8.5x11in": "Letter"})
_OF_PRINTERS = (
    "printer-name",
    "printer-info",
    "printer-state",
    "printer-state-message",
    "printer-state-reasons",
    "printer-is-accepting-jobs",
    "sides-supported",
    "color-supported",
    "media-supported",
)
_TAKEN = re.compile(rb"request id is (.+)-(\d+) \(")
_OVER = re.compile(r"does not exist|already (?:canceled|completed|aborted)")


class CupsLp:
    """The way of Linux and macOS. The PDF goes through a pipe, so no file of it is left anywhere but with CUPS."""

    takes_choices = True

    def printers(self) -> tuple[Printer, ...]:
        """Return the printers of this computer, the default first. Raises CannotPrint."""
        named, default = _names()
        told = {str(_first(group, "printer-name")): group for group in _asked(GET_PRINTERS, ("printer-uri", "/"))}
        known = (_printer(name, told.get(name, {}), is_default=name == default) for name in named)
        return tuple(sorted(known, key=lambda each: (not each.is_default, each.description.casefold())))

    def send(self, pdf: bytes, title: str, choices: PrintChoices) -> PrintJob:
        """Give the PDF to `lp`. Raises CannotPrint."""
        said = call("lp", *arguments(title, choices), given=pdf, patience=SENDING)
        taken = _TAKEN.search(said.stdout)
        if said.returncode or taken is None:
            raise _refusal(words(said.stderr), choices.printer)
        return PrintJob(taken[1].decode(errors="replace"), taken[2].decode())

    def standing(self, job: PrintJob) -> JobStanding:
        """Return where a job stands. Raises CannotPrint."""
        told = _asked(GET_JOB, ("job-uri", f"/jobs/{job.number}"), "job-state", "job-state-reasons")
        if not told:
            return JobStanding(JobState.GONE)
        state = _JOB_STATES.get(int(_first(told[0], "job-state", 0)), JobState.WAITING)
        if state.is_over:
            return JobStanding(state)
        printer = _asked(GET_PRINTER, ("printer-uri", f"/printers/{job.printer}"), *_OF_PRINTERS)
        is_stopped = bool(printer) and _first(printer[0], "printer-state", 0) == _STOPPED
        said = _state_said(printer[0]) if printer else ""
        return JobStanding(JobState.STOPPED if is_stopped and state is JobState.WAITING else state, said)

    def cancel(self, job: PrintJob) -> None:
        """Take a job back; one that is over stays as it is. Raises CannotPrint."""
        said = call("cancel", f"{job.printer}-{job.number}")
        answer = words(said.stderr)
        if said.returncode and not _OVER.search(answer):
            what = "The leaflet is still waiting to be printed"
            raise CannotPrint("the printer did not take the job back", "Cancel it at the printer itself.", what)


def arguments(title: str, choices: PrintChoices) -> tuple[str, ...]:
    """Return what `lp` is told; the PDF follows on its standard input."""
    options = {
        "document-format": "application/pdf",
        "collate": "true",
        "print-scaling": "fit" if choices.is_fitted else "none",
        "media": choices.paper,
        "page-ranges": choices.pages,
        "sides": choices.sides.value if choices.sides else "",
        "print-color-mode": choices.ink.value if choices.ink else "",
        "ColorModel": {Ink.GREY: "Gray", Ink.COLOUR: "RGB"}[choices.ink] if choices.ink else "",
    }
    printer = ("-d", choices.printer) if choices.printer else ()
    told = (part for name, chosen in options.items() if chosen for part in ("-o", f"{name}={chosen}"))
    return (*printer, "-t", title, "-n", str(choices.copies), *told, "--", "-")


def _names() -> tuple[tuple[str, ...], str]:
    """Return the names of all printers, those that only the network knows too, and the person's own default."""
    said = call("lpstat", "-e", "-d")
    lines = said.stdout.decode(errors="replace").splitlines()
    start = "system default destination: "
    default = next((line.removeprefix(start).strip() for line in lines if line.startswith(start)), "")
    names = tuple(line.strip() for line in lines if line.strip() and " " not in line.strip())
    if said.returncode and not names and "not running" in words(said.stderr):
        raise silent()
    return names, default


def _asked(operation: int, of: tuple[str, str], *wanted: str) -> tuple[Group, ...]:
    """Ask the server that `lp` would send to; nothing where it knows no such thing. Raises CannotPrint."""
    server = words(call("lpstat", "-H").stdout)
    name, path = of
    try:
        return ask(server, operation, (name, f"ipp://localhost{path}"), wanted or _OF_PRINTERS)
    except Refused:
        return ()


def _printer(name: str, told: Group, *, is_default: bool) -> Printer:
    papers = {_PAPERS.get(str(each)) for each in told.get("media-supported", ())}
    return Printer(
        name=name,
        description=str(_first(told, "printer-info", "")) or name,
        is_default=is_default,
        is_two_sided=any(str(each).startswith("two-sided") for each in told.get("sides-supported", ())),
        is_colour=bool(_first(told, "color-supported", 0)),
        papers=tuple(each for each in _PAPERS.values() if each in papers),
        said=_state_said(told) if _first(told, "printer-is-accepting-jobs", 1) else "takes no leaflets now",
    )


def _state_said(told: Group) -> str:
    """Say what keeps a printer from printing: in its own words where it stopped, else in ours."""
    own = str(_first(told, "printer-state-message", "")).strip()
    if own and _first(told, "printer-state", 0) == _STOPPED:
        return own[:1].lower() + own[1:]
    return in_words(told.get("printer-state-reasons", ()))


def _first(told: Group, name: str, otherwise: str | int = "") -> str | int:
    return next(iter(told.get(name, ())), otherwise)


def _refusal(answer: str, printer: str) -> CannotPrint:
    """Say in words why `lp` took no leaflet; where the server is down it calls every printer unknown."""
    if b"not running" in call("lpstat", "-r").stdout:
        return silent()
    for sign, why, remedy in (
        ("does not exist", f"there is no printer called “{printer}”", ANOTHER),
        ("No default destination", "this computer has no printer of its own choice", "Choose a printer."),
        ("not accepting jobs", f"“{printer or 'the printer'}” takes no leaflets now", ANOTHER),
    ):
        if sign in answer:
            return CannotPrint(why, remedy)
    return CannotPrint("the print service refused it", "Choose another printer, or save the leaflet.")
