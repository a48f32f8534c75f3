"""What a person chooses when they print, and what a printer says of it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from types import MappingProxyType
from typing import Protocol

from leaflet_app.domain.look import Format
from leaflet_app.domain.value import value


class Sides(Enum):
    """Which sides of a sheet are printed, by their names in IPP (RFC 8011 §5.2.8)."""

    ONE = "one-sided"
    LONG_EDGE = "two-sided-long-edge"
    SHORT_EDGE = "two-sided-short-edge"


class Ink(Enum):
    """How a page is inked, by its name in IPP (PWG 5100.13 §6.2.3)."""

    COLOUR = "color"
    GREY = "monochrome"


@value
class PrintChoices:
    """How one leaflet is printed.

    `printer` is a queue's name, empty for the system's own choice. `pages` is typed by a person ("1-2, 4"), empty for
    all. `sides` and `ink` are None where the printer's own habit holds. `paper` is "A4", "A5" or "Letter", empty for
    the paper that the leaflet is laid out on. `is_fitted` brings the pages to the size of that
    paper; they keep their own size otherwise, so that letters stay as large as they were made.
    """

    printer: str = ""
    copies: int = 1
    pages: str = ""
    sides: Sides | None = None
    ink: Ink | None = None
    paper: str = ""
    is_fitted: bool = False


PAPERS_MM = MappingProxyType({"A4": (210, 297), "A5": (148, 210), "Letter": (216, 279)})
"""The papers that a leaflet may be printed on, and their sizes."""


def paper_of(page_format: Format) -> str:
    """Return the paper that a format is laid out on."""
    return {Format.A5: "A5", Format.LETTER: "Letter"}.get(page_format, "A4")


def has_room(paper: str, of: str) -> bool:
    """Tell whether a page laid out on the paper `of` has room on this one as it is."""
    return all(here >= there for here, there in zip(PAPERS_MM[paper], PAPERS_MM[of], strict=True))


@value
class Printer:
    """A printer that this computer knows, and what it can do.

    `papers` is empty where nobody knows them. `said` is its state in plain words, empty when ready.
    """

    name: str
    description: str
    is_default: bool = False
    is_two_sided: bool = False
    is_colour: bool = False
    papers: tuple[str, ...] = ()
    said: str = ""


@value
class PrintJob:
    """A job that a printer took, by the number the system gave it; empty where the system keeps no queue."""

    printer: str
    number: str = ""


class JobState(Enum):
    """Where a job stands. A stopped printer may go on; a job that is gone left the queue without a word."""

    WAITING = "waiting"
    PRINTING = "printing"
    HELD = "held"
    DONE = "done"
    STOPPED = "stopped"
    CANCELLED = "cancelled"
    FAILED = "failed"
    GONE = "gone"

    @property
    def is_over(self) -> bool:
        """Tell whether nothing more will happen to the job."""
        return self in {JobState.DONE, JobState.CANCELLED, JobState.FAILED, JobState.GONE}


@value
class JobStanding:
    """Where a job stands, and what the printer says of it in plain words."""

    state: JobState
    said: str = ""


class PrintWay(Protocol):
    """One way to a printer. What it raises is CannotPrint."""

    @property
    def takes_choices(self) -> bool:
        """Tell whether it knows the printers and passes choices on; a window may draw the pages itself if not."""
        ...

    def printers(self) -> Sequence[Printer]:
        """Return the printers of this computer, the default first."""
        ...

    def send(self, pdf: bytes, title: str, choices: PrintChoices) -> PrintJob:
        """Give a printer a whole PDF; `title` is what its queue shows, and names nobody. Raises CannotPrint."""
        ...

    def standing(self, job: PrintJob) -> JobStanding:
        """Return where a job stands. Raises CannotPrint."""
        ...

    def cancel(self, job: PrintJob) -> None:
        """Take a job back. Raises CannotPrint."""
        ...
