import pytest

from leaflet_app.delivery.register.journal import FILE, folder_of
from leaflet_app.delivery.register.reading import read
from leaflet_app.domain.errors import CannotPrint, NotNoted
from leaflet_app.domain.given import Way
from leaflet_app.domain.look import Format
from leaflet_app.domain.printing import Ink, JobState, PrintChoices, Printer, Sides
from leaflet_app.domain.selection import Recipient, Selection
from leaflet_app.services.print_leaflet import (
    cancel,
    keep_choices,
    liked_choices,
    print_leaflet,
    printers,
    ready_choices,
    standing,
)
from leaflet_app.services.settings import change
from tests.builders import MADE_ON
from tests.fakes import FakePrinting, FakeRender, FakeTools, a_desk

CHOSEN = Selection(topics=("insulinoma",), made_on=MADE_ON, recipient=Recipient("Ann Onymous", "REF 77"))


@pytest.fixture
def desk(library, home):
    return a_desk(library, FakeRender(4), home)


@pytest.fixture
def sent(desk):
    return desk.tools.printing.sent


def test_the_very_leaflet_goes_to_the_printer_under_a_title_that_names_nobody(desk, sent):
    printed = print_leaflet(desk, CHOSEN, PrintChoices("colour", 2, "1-2"))

    [(pdf, title, choices)] = sent
    assert pdf == printed.made.rendered.pdf
    assert title == printed.made.leaflet.code
    assert choices == PrintChoices("colour", 2, "1-2", paper="A4")


def test_how_far_it_is_can_be_asked_and_the_job_taken_back(desk):
    job = print_leaflet(desk, CHOSEN, PrintChoices()).job
    assert standing(desk, job).state is JobState.PRINTING

    cancel(desk, job)

    assert standing(desk, job).state is JobState.CANCELLED


def test_each_print_is_noted_without_the_person(desk, home):
    print_leaflet(desk, CHOSEN, PrintChoices(copies=3))
    [noted] = read(folder_of(home) / FILE).entries

    assert (noted.way, noted.copies, noted.pages) == (Way.PRINT, 3, 4)
    assert "Onymous" not in repr(noted)


def test_what_no_printer_took_is_not_noted(desk, home):
    with pytest.raises(CannotPrint):
        print_leaflet(desk, CHOSEN, PrintChoices("attic"))

    assert not (folder_of(home) / FILE).exists()


def test_a_register_that_cannot_be_written_stops_no_print(library, tmp_path, sent):
    no_folder = tmp_path / "a-file"
    no_folder.touch()
    desk = a_desk(library, FakeRender(4), no_folder)

    printed = print_leaflet(desk, CHOSEN, PrintChoices())

    assert desk.tools.printing.sent
    assert isinstance(printed.unnoted, NotNoted)


def test_a_booklet_is_the_same_leaflet_on_folded_sheets(desk, sent):
    print_leaflet(desk, CHOSEN, PrintChoices(sides=Sides.ONE, paper="A5"), as_booklet=True)

    assert desk.render.asked[-1][1].format is Format.BOOKLET
    assert sent[0][2] == PrintChoices(sides=Sides.SHORT_EDGE, paper="A4")


@pytest.mark.parametrize(
    ("page_format", "paper", "printed_on", "is_fitted"),
    [
        (Format.STANDARD, "", "A4", False),
        (Format.LARGE, "", "A4", False),
        (Format.A5, "", "A5", False),
        (Format.LETTER, "", "Letter", False),
        (Format.STANDARD, "A5", "A5", True),
        (Format.STANDARD, "Letter", "Letter", True),
        (Format.A5, "A4", "A4", False),
    ],
)
def test_pages_shrink_only_where_the_paper_has_no_room_for_them(page_format, paper, printed_on, is_fitted):
    ready = ready_choices(PrintChoices(paper=paper), page_format, 4)

    assert (ready.paper, ready.is_fitted) == (printed_on, is_fitted)


def test_naming_every_page_names_none():
    assert ready_choices(PrintChoices(pages="1-4"), Format.STANDARD, 4).pages == ""


@pytest.mark.parametrize(
    ("choices", "page_format", "said"),
    [
        (PrintChoices(pages="9"), Format.STANDARD, "there is no page 9"),
        (PrintChoices(pages="1"), Format.BOOKLET, "a booklet is printed whole"),
        (PrintChoices(copies=0), Format.STANDARD, "no copy is asked for"),
    ],
)
def test_what_cannot_be_printed_is_refused_before_a_printer_hears_of_it(choices, page_format, said):
    with pytest.raises(CannotPrint, match=said):
        ready_choices(choices, page_format, 4)


def test_a_computer_without_a_printer_offers_saving(library, home):
    tools = FakeTools(printing=FakePrinting(Printer("only", "Only")))
    tools.printing.known = ()

    with pytest.raises(CannotPrint, match=r"knows no printer\. Save the leaflet"):
        printers(a_desk(library, home=home, tools=tools))


def test_this_place_prints_as_it_did_last_time_but_pages_and_copies_hold_once(desk):
    keep_choices(desk, PrintChoices("colour", 20, "1-2", Sides.LONG_EDGE, Ink.GREY, "A5"))

    assert liked_choices(desk) == PrintChoices("colour", 1, "", Sides.LONG_EDGE, Ink.GREY, "A5")


def test_a_place_may_print_two_copies_each_time(desk):
    change(desk, "printing.copies", "2")

    assert liked_choices(desk).copies == 2


def test_what_is_liked_no_more_is_forgotten(desk):
    keep_choices(desk, PrintChoices("colour", sides=Sides.ONE))
    keep_choices(desk, PrintChoices())

    assert liked_choices(desk) == PrintChoices()


def test_what_an_admin_locked_stays_and_the_rest_is_kept(desk):
    desk.policy.write_text('[printing]\nprinter = "front-desk"\n')

    keep_choices(desk, PrintChoices("colour", ink=Ink.GREY))

    assert (liked_choices(desk).printer, liked_choices(desk).ink) == ("front-desk", Ink.GREY)


def test_nothing_is_written_where_nothing_changed(desk, home):
    keep_choices(desk, PrintChoices())

    assert not (home / "settings.toml").exists()
