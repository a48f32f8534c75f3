"""Print the leaflet on the desk: ask how, wait until it is made, give it to the printer, say how far it is."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from leaflet_app.domain.compose import compose
from leaflet_app.domain.counted import counted
from leaflet_app.domain.errors import LeafletError, whence
from leaflet_app.domain.leaflet import Leaflet
from leaflet_app.domain.print_words import standing_said
from leaflet_app.domain.printing import JobStanding, JobState, PrintChoices, Printer, PrintJob
from leaflet_app.domain.selection import Selection
from leaflet_app.domain.value import value
from leaflet_app.gui.jobs import Jobs
from leaflet_app.gui.leaflet_making import LeafletMaking
from leaflet_app.gui.preview.leaflet_column import LeafletColumn
from leaflet_app.gui.preview.message_strip import Kind
from leaflet_app.gui.send.print_watch import PrintWatch
from leaflet_app.services.desk import Desk
from leaflet_app.services.leaving import see_off
from leaflet_app.services.make_leaflet import Made
from leaflet_app.services.print_leaflet import (
    Printed,
    cancel,
    keep_choices,
    liked_choices,
    print_leaflet,
    print_made,
    printers,
)

if TYPE_CHECKING:
    from leaflet_app.gui.send.print_sheet import PrintSheet

log = logging.getLogger(__name__)


@value
class Asked:
    """One print that was asked for."""

    selection: Selection
    choices: PrintChoices
    leaflet: Leaflet


class LeafletPrinting(QObject):
    """Print exactly the leaflet that was asked for, never an older one that happens to be ready."""

    printed = Signal(Selection)
    failed = Signal(LeafletError)
    save_asked = Signal()

    def __init__(self, desk: Desk, making: LeafletMaking, column: LeafletColumn, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._making = making
        self._column = column
        self._window = window
        self._sending = Jobs(self)
        self._looking = Jobs(self)
        self._watch = PrintWatch(self)
        self._is_ready = False
        self._sheet: PrintSheet | None = None
        self._selection = Selection()
        self._waiting: Asked | None = None
        self._names: dict[str, str] = {}
        self._sent: Printed | None = None
        self._said: tuple[Kind, str] | None = None
        self._watch.stood.connect(self._show_standing)
        self._watch.failed.connect(self._refuse)

    def print_now(self, selection: Selection) -> None:
        """Print as last time; where nothing was ever printed, ask how first."""
        self._get_ready()
        choices = liked_choices(self._desk)
        if choices.printer:
            self._looking.submit(partial(printers, self._desk), self._learn, _unheard)
            self._print(selection, choices)
        else:
            self.ask(selection)

    def ask(self, selection: Selection) -> None:
        """Ask how to print this leaflet."""
        try:
            see_off(self._desk, selection)
            compose(self._desk.library, selection)
        except LeafletError as error:
            self.failed.emit(error)
            return
        self._get_ready()
        self._selection = selection
        rendered = self._making.made_for(selection)
        sheet = self._sheet = self._sheet or self._make_sheet()
        sheet.ask(liked_choices(self._desk), selection.format, rendered.pages if rendered else 0)
        self._looking.submit(partial(printers, self._desk), self._offer, sheet.show_problem)

    def print_if_waiting(self) -> None:
        """Print the leaflet that was asked for, if it is made by now; tell an open sheet how long it is."""
        made = self._making.made_for(self._selection)
        if self._sheet is not None and self._sheet.isVisible() and made is not None:
            self._sheet.tell_pages(made.pages)
        if self._waiting is None:
            return
        asked = self._waiting
        rendered = self._making.made_for(asked.selection)
        if rendered is None:
            self._making.see_to(asked.selection)
            return
        self._waiting = None
        self._send(partial(print_made, self._desk, Made(asked.leaflet, rendered)), asked.selection, asked.choices)

    def stop_waiting(self) -> None:
        """Print nothing: the leaflet could not be made."""
        self._waiting = None

    def settle(self) -> None:
        """Take away the news of a job that is over."""
        if self._said is not None and not self._watch.is_watching:
            self._said = None
            self._column.action_row.leaving.clear()

    def stop(self) -> None:
        """Watch and ask no more; what a printer has taken goes on."""
        self._watch.stop()
        for jobs in (self._sending, self._looking):
            jobs.close()

    def _get_ready(self) -> None:
        """Draw the pages here where this computer has no program that takes a PDF and the choices about it."""
        if not self._is_ready and not self._desk.tools.printing.takes_choices:
            from leaflet_app.gui.send.raster_printing import RasterPrinting, RasterTools  # noqa: PLC0415  (rarely)

            raster = RasterPrinting(self._column.view.lend)
            raster.drawn.connect(self._show_drawn)
            self._desk = replace(self._desk, tools=RasterTools(self._desk.tools, raster))
        self._is_ready = True

    def _show_drawn(self, page: int, pages: int) -> None:
        stop = partial(cancel, self._desk, PrintJob(""))
        self._say(Kind.PRINTING, f"Drawing page {page} of {pages} for the printer…", {"Cancel": stop})

    def _make_sheet(self) -> PrintSheet:
        from leaflet_app.gui.send.print_sheet import PrintSheet  # noqa: PLC0415  (the window opens without it)

        sheet = PrintSheet(self._window)
        sheet.print_chosen.connect(self._print_as_chosen)
        sheet.save_chosen.connect(self.save_asked)
        return sheet

    def _learn(self, known: Sequence[Printer]) -> None:
        self._names = {each.name: each.description for each in known}

    def _offer(self, known: Sequence[Printer]) -> None:
        self._learn(known)
        if self._sheet is not None:
            self._sheet.offer_printers(known)

    def _print_as_chosen(self, choices: PrintChoices, is_booklet: bool) -> None:  # noqa: FBT001  (as the signal brings it)
        if is_booklet:
            self._send(partial(print_leaflet, self._desk, as_booklet=True), self._selection, choices)
        else:
            self._print(self._selection, choices)

    def _print(self, selection: Selection, choices: PrintChoices) -> None:
        try:
            see_off(self._desk, selection)
            leaflet = compose(self._desk.library, selection)
        except LeafletError as error:
            self.failed.emit(error)
            return
        self._waiting = Asked(selection, choices, leaflet)
        self.print_if_waiting()

    def _send(self, send: Callable[..., Printed], selection: Selection, choices: PrintChoices) -> None:
        self._selection = selection
        self._said = None
        self._say(Kind.PRINTING, f"Sending to {self._name(choices.printer)}…")
        self._sending.submit(partial(_sent, self._desk, send, selection, choices), self._show_sent, self._refuse)

    def _show_sent(self, printed: Printed) -> None:
        self._sent = printed
        self.printed.emit(self._selection)
        self._watch.watch(self._desk, printed.job)
        if printed.unnoted:
            self.failed.emit(printed.unnoted)

    def _show_standing(self, stands: JobStanding) -> None:
        if self._sent is None:
            return
        printer, made = self._name(self._sent.job.printer), self._sent.made
        said = standing_said(stands, printer)
        if stands.state is JobState.DONE and not self._sent.choices.pages:
            said = f"Printed {counted(made.rendered.pages, 'page')} on {printer}."
        if stands.state.is_over:
            self._sent = None
        is_trouble = stands.state in {JobState.STOPPED, JobState.FAILED}
        steps: dict[str, Callable[[], object]] = {} if stands.state.is_over else {"Cancel": self._watch.cancel}
        if is_trouble:
            steps["Choose another printer"] = self._choose_another
        self._say(Kind.PROBLEM if is_trouble else Kind.PRINTING, said, steps)

    def _refuse(self, error: LeafletError) -> None:
        self._sent = None
        steps = {"Choose another printer": self._choose_another, "Save PDF": self.save_asked.emit}
        self._say(Kind.PROBLEM, str(error), steps)

    def _choose_another(self) -> None:
        self.ask(self._selection)

    def _say(self, kind: Kind, words: str, steps: Mapping[str, Callable[[], object]] | None = None) -> None:
        if self._said != (kind, words):  # said once: a strip that was closed stays closed until there is news
            self._said = (kind, words)
            self._column.action_row.leaving.say(kind, words, steps or {})

    def _name(self, printer: str) -> str:
        return self._names.get(printer) or printer or "the printer"


def _sent(desk: Desk, send: Callable[..., Printed], selection: Selection, choices: PrintChoices) -> Printed:
    """Send a leaflet and remember how; a place that cannot remember has printed all the same."""
    printed = send(selection=selection, choices=choices)
    try:
        keep_choices(desk, replace(choices, printer=printed.job.printer))
    except LeafletError as fault:
        log.warning("how this place prints could not be kept: %s", whence(fault))
    return printed


def _unheard(error: LeafletError) -> None:
    """Leave a printer by its own name: what it is called is nothing that printing waits for."""
    del error
