from concurrent.futures import ThreadPoolExecutor

import pytest
from PySide6.QtPrintSupport import QPrinter

from leaflet_app.domain.errors import CannotPrint
from leaflet_app.domain.printing import Ink, JobState, PrintChoices, Sides
from leaflet_app.gui.send import raster_printing
from leaflet_app.gui.send.raster_printing import RasterPrinting
from tests.gui.papers import a_pdf
from tests.printing.reading import inked_pages

THREE = a_pdf("one", "two", "three")


@pytest.fixture
def paper(tmp_path):
    return tmp_path / "paper.pdf"


@pytest.fixture
def made():
    """Keep the printers that were made, to ask them what they were told."""
    return []


@pytest.fixture
def way(qapp, paper, made):
    """Return a way whose printer writes a file; one thread alone calls PDFium."""

    def printer(_name):
        writing = QPrinter(QPrinter.PrinterMode.PrinterResolution)
        writing.setOutputFileName(str(paper))
        made.append(writing)
        return writing

    with ThreadPoolExecutor(1) as thread:
        yield RasterPrinting(thread.submit, printer)


def test_every_page_is_drawn_in_its_own_size(way, paper):
    told = []
    way.drawn.connect(lambda page, pages: told.append((page, pages)))
    job = way.send(THREE, "CL-7K3M9Q-4F", PrintChoices())

    assert told == [(1, 3), (2, 3), (3, 3)]
    assert inked_pages(paper) == inked_pages(_kept(THREE, paper))
    assert way.standing(job).state is JobState.GONE


def test_only_the_chosen_pages_are_drawn(way, paper):
    way.send(THREE, "CL-7K3M9Q-4F", PrintChoices(pages="2-3"))

    assert len(inked_pages(paper)) == 2


def test_the_printer_is_told_copies_sides_and_ink(way, made):
    way.send(THREE, "CL-7K3M9Q-4F", PrintChoices(copies=2, sides=Sides.LONG_EDGE, ink=Ink.GREY, paper="A5"))
    [printer] = made

    assert (printer.copyCount(), printer.docName()) == (2, "CL-7K3M9Q-4F")
    assert printer.colorMode() is QPrinter.ColorMode.GrayScale
    assert printer.pageLayout().pageSize().name() == "A5"


def test_it_stops_between_two_pages_when_asked(way):
    way.drawn.connect(lambda page, _pages: way.cancel(None) if page == 1 else None)
    told = []
    way.drawn.connect(lambda page, _pages: told.append(page))

    job = way.send(THREE, "CL-7K3M9Q-4F", PrintChoices())

    assert told == [1]
    assert way.standing(job).state is JobState.CANCELLED


def test_a_system_without_the_library_for_printing_says_so(way, monkeypatch):
    def refuse():
        raise CannotPrint("this computer lacks a part that printing needs (libcups2)", raster_printing.SAVE_INSTEAD)

    monkeypatch.setattr(raster_printing, "_support", refuse)

    with pytest.raises(CannotPrint, match=r"lacks a part that printing needs \(libcups2\)\. Save the leaflet"):
        way.printers()


def test_the_window_draws_where_no_program_takes_pdfs(qapp):
    assert RasterPrinting(None).takes_choices


def _kept(pdf, beside):
    path = beside.with_name("leaflet.pdf")
    path.write_bytes(pdf)
    return path
