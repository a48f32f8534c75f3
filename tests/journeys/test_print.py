"""From the first key to paper: through the window, a real print server and its PDF printer, read back."""

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton

from leaflet_app.delivery.printing.cups import CupsLp
from leaflet_app.delivery.register.journal import FILE, folder_of
from leaflet_app.delivery.register.reading import read
from leaflet_app.domain.given import Way
from leaflet_app.domain.selection import Recipient
from leaflet_app.services.settings import change
from tests.gui.hands import box, click, named, press, type_words
from tests.journeys.test_first_leaflet import A_WHILE
from tests.kept import holding
from tests.printing.cups import OFFICE, PDF_PRINTER, one_print_server, print_server
from tests.printing.reading import lefts_of, pages_of

__all__ = ["one_print_server", "print_server"]


@pytest.fixture
def desk(desk, print_server):
    assert isinstance(desk.tools.printing, CupsLp)
    return desk


@pytest.fixture
def news(window, qtbot):
    """Wait until the strip above the actions says something."""

    def said(words):
        leaving, message = window.leaflets.column.action_row.leaving, window.leaflets.column

        def is_said():
            assert words in leaving.words, (leaving.words, message.state, message.message)

        qtbot.waitUntil(is_said, timeout=A_WHILE)
        return leaving

    return said


@pytest.fixture
def sheet_open(qtbot):
    """Wait, as a person does, until the keyboard is on the sheet."""

    def opened():
        qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), QDialog), timeout=A_WHILE)
        return QApplication.activeWindow()

    return opened


def test_five_keys_print_a_handout(desk, window, news, sheet_open, print_server):
    """LOOK's five-second handout: type “ins”, then four keys at most, and paper comes out."""
    change(desk, "printing.printer", PDF_PRINTER)
    before = set(print_server.printed.iterdir())

    type_words("ins")
    press("Return", "Ctrl+P")
    sheet_open()
    press("Return")
    news("Printed ")
    [paper] = set(print_server.printed.iterdir()) - before
    said = " ".join(pages_of(paper))

    assert "Insulinoma" in said
    assert "Get help fast" in said
    assert "07565 978310" in said
    assert paper.name.startswith("CL-")


def test_one_key_prints_as_last_time(desk, window, news, print_server):
    change(desk, "printing.printer", OFFICE)
    change(desk, "printing.sides", "two-sided-long-edge")

    type_words("vip")
    press("Return", "Ctrl+Shift+P")
    news("Printed ")
    _, options = print_server.said_of(_last_job(print_server))

    assert "Duplex=DuplexNoTumble" in options


def test_a_booklet_of_any_leaflet_has_its_first_page_beside_its_last(window, news, sheet_open, print_server, qtbot):
    type_words("vip")
    press("Return", "Ctrl+P")
    booklet = box(sheet_open(), "As a booklet: A5 pages on A4, to fold in the middle")
    press("Alt+B")
    qtbot.waitUntil(booklet.isChecked)
    press("Return")
    news("on Büro im 2. Stock.")
    job = _last_job(print_server)
    sheets = print_server.kept(job)
    sides, (_, options) = pages_of(sheets), print_server.said_of(job)
    pages = 2 * len(sides)
    last, first = lefts_of(sheets, f"page {pages} of {pages}", f"page 1 of {pages}")

    assert "Duplex=DuplexTumble" in options
    assert pages % 4 == 0
    assert last < first
    assert f"page 2 of {pages}" in sides[1]


def test_nothing_of_the_person_reaches_queue_title_log_or_settings(window, news, sheet_open, print_server, home):
    type_words("vip")
    press("Return")
    window.leaflets.choice.address_to(Recipient("Zebedee Quill", "REF 77"))
    press("Ctrl+P")
    sheet_open()
    press("Return")
    news("Printed ")
    title, options = print_server.said_of(_last_job(print_server))

    assert "Zebedee" not in title + options
    assert not holding(home, "Zebedee", "REF 77")
    [noted] = read(folder_of(home) / FILE).entries
    assert noted.way is Way.PRINT


def test_a_paper_jam_is_told_and_the_job_taken_back(window, news, sheet_open, print_server):
    print_server.admin("cupsdisable", "-r", "Paper jam in tray 2", OFFICE)
    try:
        type_words("vip")
        press("Return", "Ctrl+P")
        sheet_open()
        press("Return")
        strip = news("has stopped: paper jam in tray 2.")
        click(strip, "Cancel")
        news("Cancelled.")
    finally:
        print_server.admin("cancel", "-a", OFFICE)
        print_server.admin("cupsenable", OFFICE)


def test_a_printer_that_is_gone_is_told_and_another_chosen(desk, window, news, sheet_open):
    change(desk, "printing.printer", "Attic")
    type_words("vip")
    press("Return", "Ctrl+Shift+P")
    strip = news("there is no printer called “Attic”.")
    click(strip, "Choose another printer")

    assert named(sheet_open(), QPushButton, "Print").isVisible()


def _last_job(print_server):
    """Return the number of the newest job that reached the office printer."""
    return str(max(int(kept.stem) for kept in (print_server.folder / "kept").glob("*.pdf")))
