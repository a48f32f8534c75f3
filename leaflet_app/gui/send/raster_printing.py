"""Print pages as pictures, where this computer has printers but no program that takes a PDF."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from itertools import count
from threading import Event
from types import ModuleType
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtGui import QImage, QPageSize, QPainter

from leaflet_app.domain.errors import CannotPrint
from leaflet_app.domain.page_ranges import pages_named
from leaflet_app.domain.print_words import SAVE_INSTEAD
from leaflet_app.domain.printing import Ink, JobStanding, JobState, PrintChoices, Printer, PrintJob, Sides
from leaflet_app.services.tools import Programs, Secrets, Tools

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

T = TypeVar("T")
DOTS_PER_INCH, POINTS_PER_INCH = 300, 72


class Borrow(Protocol):
    """Have the one thread that may call PDFium do a piece of work."""

    def __call__(self, work: Callable[[], T]) -> Future[T]:
        """Return what the work will give."""
        ...


class RasterPrinting(QObject):
    """A way of the window's own. `send` belongs off its thread; it tells each page and can be stopped between two."""

    takes_choices = True
    drawn = Signal(int, int)

    def __init__(self, borrow: Borrow, make_printer: Callable[[str], QPrinter] | None = None) -> None:
        super().__init__()
        self._borrow = borrow
        self._make_printer = make_printer or _printer_named
        self._numbers = count(1)
        self._stopped = Event()
        self._states: dict[str, JobState] = {}

    def printers(self) -> Sequence[Printer]:
        """Return the printers that Qt knows, the default first. Raises CannotPrint."""
        support = _support()
        duplex, colour = support.QPrinter.DuplexMode, support.QPrinter.ColorMode.Color
        known = [
            Printer(
                name=each.printerName(),
                description=each.description() or each.printerName(),
                is_default=each.isDefault(),
                is_two_sided=duplex.DuplexLongSide in each.supportedDuplexModes(),
                is_colour=colour in each.supportedColorModes(),
            )
            for each in support.QPrinterInfo.availablePrinters()
        ]
        return sorted(known, key=lambda each: (not each.is_default, each.description.casefold()))

    def send(self, pdf: bytes, title: str, choices: PrintChoices) -> PrintJob:
        """Draw every chosen page for the printer. Raises CannotPrint."""
        self._stopped.clear()
        job = PrintJob(choices.printer, str(next(self._numbers)))
        printer = self._set_up(choices, title)
        document = _Pages(pdf, self._borrow)
        painter = QPainter()
        try:
            chosen = pages_named(choices.pages, document.count)
            document.turn(printer, chosen[0])
            if not painter.begin(printer):
                raise CannotPrint("the printer did not take it", "Choose another printer.")
            self._states[job.number] = self._draw(document, chosen, printer, painter, choices)
        finally:
            if painter.isActive():
                painter.end()
            document.close()
        return job

    def standing(self, job: PrintJob) -> JobStanding:
        """Tell whether the pages were handed over; the system keeps its own queue."""
        return JobStanding(self._states.get(job.number, JobState.GONE))

    def cancel(self, job: PrintJob) -> None:
        """Stop before the next page is drawn."""
        del job
        self._stopped.set()

    def _set_up(self, choices: PrintChoices, title: str) -> QPrinter:
        support = _support()
        printer = self._make_printer(choices.printer)
        printer.setResolution(DOTS_PER_INCH)
        printer.setFullPage(True)
        printer.setDocName(title)
        printer.setCopyCount(choices.copies)
        printer.setCollateCopies(True)
        printer.setPageSize(QPageSize(getattr(QPageSize.PageSizeId, choices.paper or "A4")))
        modes = support.QPrinter.DuplexMode
        edges = {
            Sides.ONE: modes.DuplexNone,
            Sides.LONG_EDGE: modes.DuplexLongSide,
            Sides.SHORT_EDGE: modes.DuplexShortSide,
        }
        if choices.sides:
            printer.setDuplex(edges[choices.sides])
        inks = support.QPrinter.ColorMode
        if choices.ink:
            printer.setColorMode(inks.Color if choices.ink is Ink.COLOUR else inks.GrayScale)
        return printer

    def _draw(
        self, document: _Pages, chosen: Sequence[int], printer: QPrinter, painter: QPainter, choices: PrintChoices
    ) -> JobState:
        for number, page in enumerate(chosen, start=1):
            if self._stopped.is_set():
                printer.abort()
                return JobState.CANCELLED
            if number > 1:
                printer.newPage()
            image = document.picture(page)
            painter.drawImage(_place(image, printer, is_fitted=choices.is_fitted), image)
            self.drawn.emit(number, len(chosen))
        return JobState.GONE


class RasterTools:
    """The tools of a desk, with this way to its printers."""

    def __init__(self, tools: Tools, printing: RasterPrinting) -> None:
        self._tools = tools
        self.printing = printing

    @property
    def secrets(self) -> Secrets:
        """Return the keyring."""
        return self._tools.secrets

    @property
    def programs(self) -> Programs:
        """Return the person's own programs."""
        return self._tools.programs


class _Pages:
    """The pages of a PDF; everything about them happens on the thread that is borrowed."""

    def __init__(self, pdf: bytes, borrow: Borrow) -> None:
        from pypdfium2 import PdfDocument  # noqa: PLC0415  (the window opens without it)

        self._borrow = borrow
        self._document = borrow(lambda: PdfDocument(pdf)).result()
        self.count: int = borrow(lambda: len(self._document)).result()

    def picture(self, page: int) -> QImage:
        """Draw a page, counted from 1."""

        def draw() -> QImage:
            bitmap = self._document[page - 1].render(scale=DOTS_PER_INCH / POINTS_PER_INCH, prefer_bgrx=True)
            shared = memoryview(bitmap.buffer)
            drawn = QImage(shared, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32).copy()
            bitmap.close()
            return drawn

        return self._borrow(draw).result()

    def turn(self, printer: QPrinter, page: int) -> None:
        """Turn the printer's paper as this page lies."""
        from PySide6.QtGui import QPageLayout  # noqa: PLC0415  (only here)

        width, height = self._borrow(lambda: self._document.get_page_size(page - 1)).result()
        lying = QPageLayout.Orientation
        printer.setPageOrientation(lying.Landscape if width > height else lying.Portrait)

    def close(self) -> None:
        """Let the PDF go."""
        self._borrow(self._document.close).result()


def _place(image: QImage, printer: QPrinter, *, is_fitted: bool) -> QRect:
    """Return where a page goes: in its own size in the middle of the paper, or made to fit it."""
    paper = printer.pageLayout().fullRectPixels(DOTS_PER_INCH)
    size = image.size().scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio) if is_fitted else image.size()
    place = QRect(paper.topLeft(), size)
    place.moveCenter(paper.center())
    return place


def _printer_named(name: str) -> QPrinter:
    support = _support()
    printer: QPrinter = support.QPrinter(support.QPrinter.PrinterMode.PrinterResolution)
    if name:
        printer.setPrinterName(name)
    if not printer.isValid():
        raise CannotPrint(f"there is no printer called “{name}”", "Choose another printer.")
    return printer


def _support() -> ModuleType:
    """Load Qt's printing, which needs a library of the system's. Raises CannotPrint."""
    try:
        from PySide6 import QtPrintSupport  # noqa: PLC0415  (it needs libcups2, which may be missing)
    except ImportError as fault:
        raise CannotPrint("this computer lacks a part that printing needs (libcups2)", SAVE_INSTEAD) from fault
    return QtPrintSupport
