"""Printing from the window, with printers that answer at once."""

import pytest
from PySide6.QtWidgets import QApplication, QDialog

from leaflet_app.delivery.printing.no_way import NoWay
from leaflet_app.domain.compose import compose
from leaflet_app.domain.errors import CannotPrint
from leaflet_app.domain.look import Format
from leaflet_app.domain.printing import JobStanding, JobState, PrintChoices, Printer
from leaflet_app.gui.preview.header import State
from leaflet_app.gui.send import print_watch
from leaflet_app.gui.send.raster_printing import RasterPrinting
from leaflet_app.services.print_leaflet import liked_choices
from leaflet_app.services.settings import change
from tests.fakes import FakePrinting
from tests.gui.hands import click, press, type_words, words_of
from tests.gui.papers import a_pdf


@pytest.fixture(autouse=True)
def look_again_soon(monkeypatch):
    monkeypatch.setattr(print_watch, "LOOK_AGAIN_MS", 5)


@pytest.fixture
def printing(desk):
    return desk.tools.printing


@pytest.fixture
def liked(desk):
    """Say that this place printed before."""
    change(desk, "printing.printer", "front-desk")


@pytest.fixture
def news(window, qtbot):
    def said(words):
        strip = window.leaflets.column.action_row.leaving

        def is_said():
            assert words in strip.words

        qtbot.waitUntil(is_said)
        return strip

    return said


@pytest.fixture
def sheet(qtbot):
    def opened():
        qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), QDialog))
        return QApplication.activeWindow()

    return opened


def test_one_key_prints_as_last_time_and_says_how_far_it_is(liked, window, news, printing):
    type_words("ins")
    press("Return", "Ctrl+Shift+P")
    news("Printed 2 pages on Front desk.")

    [(pdf, title, choices)] = printing.sent
    assert pdf.startswith(b"%PDF")
    assert title.startswith("CL-")
    assert choices == PrintChoices("front-desk", paper="A4")


def test_where_nothing_was_printed_yet_one_key_asks_first_and_remembers(desk, window, news, sheet, printing):
    type_words("ins")
    press("Return", "Ctrl+Shift+P")
    sheet()
    assert not printing.sent
    press("Return")
    news("Printed 2 pages")

    assert liked_choices(desk).printer == "front-desk"


def test_just_the_leaflet_that_was_asked_for_is_printed(liked, window, news, printing):
    type_words("vip")
    press("Return", "Ctrl+Shift+P")
    window.leaflets.choice.print_on(Format.LARGE)
    news("Printed ")

    assert [choices.paper for _, _, choices in printing.sent] == ["A4"]
    assert len(printing.sent) == 1


def test_a_leaflet_that_is_being_made_when_it_is_printed_is_not_made_twice(liked, window, news, desk):
    type_words("ins")
    press("Return", "Ctrl+Shift+P")
    news("Printed ")

    assert len(desk.render.asked) == 1


def test_an_older_leaflet_that_happens_to_be_ready_is_never_printed(liked, window, news, printing, desk, qtbot):
    type_words("ins")
    press("Return")
    qtbot.waitUntil(lambda: window.leaflets.column.state is State.READY)
    window.leaflets.choice.add("vipoma")
    press("Ctrl+Shift+P")
    news("Printed ")

    title = compose(desk.library, window.leaflets.choice.selection).title
    assert printing.sent[0][0] == a_pdf(title, title)


def test_without_a_topic_there_is_nothing_to_print(window, printing):
    press("Ctrl+P")

    assert window.leaflets.column.message == "No topic is chosen. Tick at least one topic."
    assert not printing.sent


def test_a_job_in_its_queue_is_taken_back_by_a_button(liked, window, news, printing, monkeypatch):
    def waiting(job):
        return JobStanding(JobState.CANCELLED if job in printing.cancelled else JobState.WAITING)

    monkeypatch.setattr(printing, "standing", waiting)
    type_words("ins")
    press("Return", "Ctrl+Shift+P")
    click(news("Waiting for Front desk…"), "Cancel")
    news("Cancelled.")

    assert len(printing.cancelled) == 1


def test_news_that_was_closed_stays_closed_until_there_is_more(liked, window, news, printing, monkeypatch, qtbot):
    asked = []

    def jammed(job):
        asked.append(job)
        return JobStanding(JobState.STOPPED, "paper jam")

    monkeypatch.setattr(printing, "standing", jammed)
    type_words("ins")
    press("Return", "Ctrl+Shift+P")
    strip = news("Front desk has stopped: paper jam.")
    click(strip, "Close this message")
    already = len(asked)
    qtbot.waitUntil(lambda: len(asked) > already + 2)
    assert not strip.isVisible()

    monkeypatch.setattr(printing, "standing", lambda _job: JobStanding(JobState.DONE))
    news("Printed 2 pages on Front desk.")


def test_the_news_stays_while_the_next_leaflet_is_chosen_and_goes_when_all_is_printed(liked, window, news, qtbot):
    type_words("ins")
    press("Return", "Ctrl+Shift+P")
    strip = news("Printed 2 pages")

    window.leaflets.start_afresh()

    assert not strip.isVisible()


def test_a_register_that_cannot_note_it_is_told_and_the_leaflet_is_printed(liked, window, news, desk, qtbot):
    (desk.home / "register").write_text("a file in the folder's place")
    type_words("ins")
    press("Return", "Ctrl+Shift+P")
    news("Printed 2 pages")

    assert "register" in window.leaflets.column.message
    assert desk.tools.printing.sent


def test_what_the_register_could_not_note_stays_while_leaflets_are_made_until_the_next_person(
    liked, window, news, desk, qtbot
):
    (desk.home / "register").write_text("a file in the folder's place")
    type_words("ins")
    press("Return", "Ctrl+Shift+P")
    news("Printed 2 pages")
    column = window.leaflets.column
    with qtbot.waitSignal(column.view.lines_read):
        window.leaflets.choice.print_on(Format.LARGER)
    assert "register" in column.message

    window.leaflets.start_afresh()

    assert not column.message


@pytest.mark.usefixtures("liked")
def test_a_print_that_fails_offers_saving(window, news, printing, target, monkeypatch, qtbot):
    def refuse(*_arguments):
        raise CannotPrint("“front-desk” takes no leaflets now", "Choose another printer.")

    monkeypatch.setattr(printing, "send", refuse)
    type_words("ins")
    press("Return", "Ctrl+Shift+P")
    strip = news("“front-desk” takes no leaflets now.")
    click(strip, "Save PDF")

    assert target.exists()
    qtbot.waitUntil(lambda: window.leaflets.column.state.value == "Ready")


def test_a_computer_without_a_printer_says_so_on_the_sheet(window, sheet, printing, qtbot):
    printing.known = ()
    type_words("ins")
    press("Return", "Ctrl+P")
    opened = sheet()

    qtbot.waitUntil(lambda: "this computer knows no printer. Save the leaflet" in words_of(opened))


def test_where_nothing_takes_pdfs_the_window_draws_the_pages(window, desk, sheet, monkeypatch):
    desk.tools.printing = NoWay()
    monkeypatch.setattr(
        RasterPrinting, "printers", lambda _self: FakePrinting(Printer("old", "Old printer")).printers()
    )
    type_words("ins")
    press("Return", "Ctrl+P")
    sheet()

    assert isinstance(window.leaflets.ways_out.printing._desk.tools.printing, RasterPrinting)
