"""Print a leaflet, say how far it is, and remember how this place prints."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from leaflet_app.domain.errors import CannotPrint, NotNoted
from leaflet_app.domain.given import Way
from leaflet_app.domain.look import Format
from leaflet_app.domain.page_ranges import as_ranges, pages_named
from leaflet_app.domain.print_words import SAVE_INSTEAD
from leaflet_app.domain.printing import (
    JobStanding,
    PrintChoices,
    Printer,
    PrintJob,
    Sides,
    has_room,
    paper_of,
)
from leaflet_app.domain.selection import Selection
from leaflet_app.domain.value import value
from leaflet_app.services.desk import Desk
from leaflet_app.services.leaving import see_off
from leaflet_app.services.make_leaflet import Made, make_leaflet
from leaflet_app.services.register import note_given
from leaflet_app.services.settings import keep_where_free, load


@value
class Printed:
    """A leaflet that a printer took, and why the register could not note it, if so."""

    job: PrintJob
    made: Made
    choices: PrintChoices
    unnoted: NotNoted | None = None


def print_leaflet(desk: Desk, selection: Selection, choices: PrintChoices, *, as_booklet: bool = False) -> Printed:
    """Make a leaflet and print it; as a booklet whatever format is chosen, if asked. Raises what each step raises."""
    printed = replace(selection, format=Format.BOOKLET) if as_booklet else selection
    return print_made(desk, make_leaflet(desk.library, printed, desk.render), printed, choices)


def print_made(desk: Desk, made: Made, selection: Selection, choices: PrintChoices) -> Printed:
    """Print a leaflet that is made, and note that it was given. Raises CannotPrint, NotApproved."""
    see_off(desk, selection)
    ready = ready_choices(choices, selection.format, made.rendered.pages)
    job = desk.tools.printing.send(made.rendered.pdf, made.leaflet.code, ready)
    return Printed(job, made, ready, note_printed(desk, made, selection, ready.copies))


def note_printed(desk: Desk, made: Made, selection: Selection, copies: int) -> NotNoted | None:
    """Note that a leaflet was printed; return why that could not be noted, if so."""
    try:
        note_given(desk, Way.PRINT, made, selection, copies=copies)
    except NotNoted as fault:
        return fault
    return None


def ready_choices(choices: PrintChoices, page_format: Format, pages: int) -> PrintChoices:
    """Return the choices as a printer takes them, for a leaflet of so many pages. Raises CannotPrint."""
    if choices.copies < 1:
        raise CannotPrint("no copy is asked for", "Ask for one copy or more.")
    if page_format is Format.BOOKLET:
        if choices.pages.strip():
            raise CannotPrint("a booklet is printed whole", "Choose all pages, or print no booklet.")
        return replace(choices, sides=Sides.SHORT_EDGE, paper="A4", is_fitted=False)
    named = pages_named(choices.pages, pages)
    laid_out = paper_of(page_format)
    paper = choices.paper or laid_out
    ranges = "" if len(named) == pages else as_ranges(named)
    return replace(choices, pages=ranges, paper=paper, is_fitted=not has_room(paper, laid_out))


def printers(desk: Desk) -> Sequence[Printer]:
    """Return the printers of this computer, the default first. Raises CannotPrint, also where there is none."""
    known = desk.tools.printing.printers()
    if not known:
        raise CannotPrint("this computer knows no printer", SAVE_INSTEAD)
    return known


def standing(desk: Desk, job: PrintJob) -> JobStanding:
    """Return where a job stands. Raises CannotPrint."""
    return desk.tools.printing.standing(job)


def cancel(desk: Desk, job: PrintJob) -> None:
    """Take a job back. Raises CannotPrint."""
    desk.tools.printing.cancel(job)


def liked_choices(desk: Desk) -> PrintChoices:
    """Return how this place likes to print."""
    liked = load(desk).printing
    return PrintChoices(liked.printer, liked.copies, "", liked.sides, liked.ink, liked.paper)


def keep_choices(desk: Desk, choices: PrintChoices) -> None:
    """Print like this from now on, as far as no admin says otherwise; pages and copies hold for one print only.

    Raises SettingRefused, CannotSave.
    """
    keep_where_free(desk, _written(choices), _written(liked_choices(desk)))


def _written(choices: PrintChoices) -> dict[str, str]:
    """Return what of the choices is kept, as the settings write it."""
    return {
        "printing.printer": choices.printer,
        "printing.sides": choices.sides.value if choices.sides else "",
        "printing.ink": choices.ink.value if choices.ink else "",
        "printing.paper": choices.paper,
    }
