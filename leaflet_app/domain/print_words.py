"""What a printer is about to do and how far it is, in words."""

from __future__ import annotations

from math import ceil
from types import MappingProxyType

from leaflet_app.domain.counted import counted
from leaflet_app.domain.printing import JobStanding, JobState, Sides

SAVE_INSTEAD = "Save the leaflet, and print it from where you can."
"""What to do where nothing here prints."""

PAGES_OF_A_SHEET = 4
"""How many pages of a booklet are on one sheet."""

_STATES = MappingProxyType(
    {
        JobState.WAITING: "Waiting for {printer}",
        JobState.PRINTING: "Printing on {printer}",
        JobState.HELD: "Held at {printer} until someone releases it",
        JobState.STOPPED: "{printer} has stopped",
        JobState.DONE: "Printed on {printer}",
        JobState.CANCELLED: "Cancelled. {printer} prints no more of it",
        JobState.FAILED: "{printer} did not print it",
        JobState.GONE: "Sent to {printer}",
    }
)


def on_sheets(pages: int, paper: str, sides: Sides | None, copies: int) -> str:
    """Say what pages become on paper: “4 pages on 2 sheets of A4, 2 copies”; no pages are not counted yet."""
    many = f", {copies} copies" if copies > 1 else ""
    if not pages:
        return f"Every page on {paper}{many}"
    if sides is None:
        return f"{counted(pages, 'page')} on {paper}{many}"
    sheets = pages if sides is Sides.ONE else ceil(pages / 2)
    return f"{counted(pages, 'page')} on {counted(sheets, 'sheet')} of {paper}{many}"


def as_booklet(pages: int, copies: int) -> str:
    """Say what the pages of a booklet become; how many there are is not known before it is made."""
    sheets = counted(ceil(pages / PAGES_OF_A_SHEET), "sheet") + " of A4" if pages else "sheets of A4"
    many = f", {copies} copies" if copies > 1 else ""
    return f"A booklet on {sheets}{many}, to fold in the middle"


def standing_said(standing: JobStanding, printer: str) -> str:
    """Say where a job stands, and what the printer says of it."""
    said = _STATES[standing.state].format(printer=printer)
    going_on = "…" if standing.state in {JobState.WAITING, JobState.PRINTING} else "."
    return f"{said}: {standing.said}." if standing.said else f"{said}{going_on}"
