from itertools import pairwise

import pytest

from leaflet_app.delivery.printing.cups import CupsLp, arguments
from leaflet_app.delivery.printing.no_way import NoWay
from leaflet_app.delivery.printing.way import way_of_this_system
from leaflet_app.domain.errors import CannotPrint
from leaflet_app.domain.printing import Ink, JobStanding, JobState, PrintChoices, PrintJob, Sides
from tests.gui.papers import a_pdf
from tests.printing.cups import OFFICE, PDF_PRINTER, wait_for
from tests.printing.reading import pages_of
from tests.printing.way_contract import WayContract

TITLE = "CL-7K3M9Q-4F"
FOUR = a_pdf("one", "two", "three", "four")


@pytest.fixture
def way(print_server):
    return CupsLp()


@pytest.fixture
def stopped(print_server):
    """Stop the office printer with a paper jam; it goes on afterwards."""
    print_server.admin("cupsdisable", "-r", "Paper jam in tray 2", OFFICE)
    yield
    print_server.admin("cancel", "-a", OFFICE)
    print_server.admin("cupsenable", OFFICE)


class TestCupsLp(WayContract):
    printer = pytest.fixture(lambda _self: OFFICE)
    way = pytest.fixture(lambda _self, print_server: CupsLp())
    pdf = pytest.fixture(lambda _self: FOUR)


def test_this_system_prints_with_cups_where_lp_is(print_server):
    assert isinstance(way_of_this_system(), CupsLp)


def test_where_nothing_prints_saving_is_offered(monkeypatch):
    monkeypatch.setenv("PATH", "")
    way = way_of_this_system()

    assert isinstance(way, NoWay)
    assert not way.takes_choices
    with pytest.raises(CannotPrint, match=r"no way to print a PDF\. Save the leaflet"):
        way.send(FOUR, TITLE, PrintChoices())


def test_printers_say_what_they_can(way):
    office, paper = way.printers()

    assert (office.name, office.description) == (OFFICE, "Büro im 2. Stock")
    assert (office.is_default, office.is_two_sided, office.is_colour, office.papers) == (True, True, True, ("A4", "A5"))
    assert (paper.name, paper.is_default, paper.is_two_sided) == (PDF_PRINTER, False, False)
    assert not office.said


@pytest.mark.parametrize(
    ("choices", "printed"),
    [
        (PrintChoices(), ["one", "two", "three", "four"]),
        (PrintChoices(pages="2-3"), ["two", "three"]),
        (PrintChoices(pages="1,4"), ["one", "four"]),
        (PrintChoices(copies=2, pages="1-2"), ["one", "two", "one", "two"]),
    ],
)
def test_pages_and_copies_come_out_as_they_were_asked_for(way, print_server, choices, printed):
    job = way.send(FOUR, TITLE, choices)

    assert pages_of(print_server.kept(job.number)) == printed


def test_sides_ink_and_paper_reach_the_printer(way, print_server):
    job = way.send(FOUR, TITLE, PrintChoices("", 1, "", Sides.SHORT_EDGE, Ink.GREY, "A5"))
    title, options = print_server.said_of(job.number)

    assert title == TITLE
    assert {"Duplex=DuplexTumble", "ColorModel=Gray", "print-color-mode=monochrome", "media=A5"} <= set(options.split())


def test_what_is_not_chosen_is_left_to_the_printer(way, print_server):
    _, options = print_server.said_of(way.send(FOUR, TITLE, PrintChoices()).number)

    assert not [each for each in ("sides=", "ColorModel=", "media=", "page-ranges=") if each in options]


def test_letters_keep_their_size_unless_pages_are_to_be_fitted():
    as_it_is, fitted = (arguments(TITLE, PrintChoices(is_fitted=fits)) for fits in (False, True))

    assert "print-scaling=none" in as_it_is
    assert "print-scaling=fit" in fitted


def test_nothing_that_was_typed_can_become_an_option():
    told = arguments("-d evil", PrintChoices("-x", paper="A4 -o raw"))

    assert next(iter(pairwise(told))) == ("-d", "-x")
    assert told[-2:] == ("--", "-")
    assert "raw" not in told


def test_no_file_of_it_is_left_on_this_side(way, print_server, tmp_path, monkeypatch, home):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    before = set(tmp_path.rglob("*"))
    print_server.kept(way.send(FOUR, TITLE, PrintChoices()).number)

    assert set(tmp_path.rglob("*")) == before


def test_a_paper_jam_is_said_in_the_printers_own_words(way, stopped):
    job = way.send(FOUR, TITLE, PrintChoices())
    standing = way.standing(job)

    assert standing.state is JobState.STOPPED
    assert not standing.state.is_over
    assert standing.said == "paper jam in tray 2"
    assert way.printers()[0].said == "paper jam in tray 2"


def test_a_job_taken_back_never_reaches_the_printer(way, print_server, stopped):
    job = way.send(FOUR, TITLE, PrintChoices())
    way.cancel(job)
    assert way.standing(job) == JobStanding(JobState.CANCELLED)
    print_server.admin("cupsenable", OFFICE)

    assert not (print_server.folder / "kept" / f"{job.number}.pdf").exists()


def test_a_held_job_says_so(way, print_server, stopped):
    job = way.send(FOUR, TITLE, PrintChoices())
    print_server.admin("lp", "-i", f"{OFFICE}-{job.number}", "-H", "hold")

    assert way.standing(job).state is JobState.HELD


def test_a_job_nobody_knows_is_gone(way):
    assert way.standing(PrintJob(OFFICE, "987654")).state is JobState.GONE


def test_a_printer_that_vanished_meanwhile_is_told_by_name(way, print_server):
    print_server.admin("lpadmin", "-p", "Brief", "-E", "-v", "keeping:/", "-P", str(print_server.own_ppd))
    assert "Brief" in {each.name for each in way.printers()}
    print_server.admin("lpadmin", "-x", "Brief")

    with pytest.raises(CannotPrint, match="no printer called “Brief”"):
        way.send(FOUR, TITLE, PrintChoices("Brief"))


def test_a_printer_that_takes_nothing_is_told_beforehand_and_when_asked(way, print_server):
    print_server.admin("cupsreject", "-r", "On holiday", PDF_PRINTER)
    try:
        assert way.printers()[1].said == "takes no leaflets now"
        with pytest.raises(CannotPrint, match=f"“{PDF_PRINTER}” takes no leaflets now"):
            way.send(FOUR, TITLE, PrintChoices(PDF_PRINTER))
    finally:
        print_server.admin("cupsaccept", PDF_PRINTER)


@pytest.mark.parametrize("act", ["printers", "send", "standing", "cancel"])
def test_a_print_service_that_is_down_is_told_in_words(act, print_server, monkeypatch):
    monkeypatch.setenv("CUPS_SERVER", "localhost:1")
    way, job = CupsLp(), PrintJob(OFFICE, "1")
    acts = {
        "printers": way.printers,
        "send": lambda: way.send(FOUR, TITLE, PrintChoices(OFFICE)),
        "standing": lambda: way.standing(job),
        "cancel": lambda: way.cancel(job),
    }

    with pytest.raises(CannotPrint, match=r"print service of this computer does not answer|take the job back"):
        acts[act]()


def test_a_leaflet_printed_by_cups_pdf_is_read_back(way, print_server):
    before = set(print_server.printed.iterdir())
    job = way.send(FOUR, TITLE, PrintChoices(PDF_PRINTER, copies=2, pages="1,3"))
    wait_for(lambda: way.standing(job).state is JobState.DONE, "cups-pdf")
    [path] = set(print_server.printed.iterdir()) - before

    assert pages_of(path) == ["one", "three", "one", "three"]
    assert path.name.startswith(TITLE)


@pytest.mark.parametrize("name", ["a\0b", chr(0xD800)])
def test_a_name_that_no_program_can_be_told_is_refused_in_words(way, name):
    with pytest.raises(CannotPrint, match="no printer has"):
        way.send(FOUR, TITLE, PrintChoices(printer=name))
