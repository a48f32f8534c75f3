"""The page Reviews: what waits, and the sheet on which a clinician approves."""

import re
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton

from leaflet_app.domain.review import Status
from leaflet_app.gui.reviews import review_page
from leaflet_app.gui.reviews.phone_sheet import PhoneSheet
from leaflet_app.gui.reviews.review_page import ReviewPage
from leaflet_app.gui.reviews.reviews_page import ReviewsPage
from leaflet_app.gui.reviews.tray_list import TrayList
from leaflet_app.gui.widgets.own_name import OwnName
from leaflet_app.services import library_store
from leaflet_app.services.review_texts import review_of, submit
from leaflet_app.services.settings import change, load
from tests.fakes import a_desk
from tests.gui.hands import named, words_of
from tests.gui.test_accessibility import nameless
from tests.services.test_review_texts import TEXT, edited

LONG = 20_000


@pytest.fixture
def desk(home):
    desk = a_desk(home=home)
    change(desk, "library.editor", "Dr Ada Example")
    change(desk, "library.editor_role", "Consultant")
    change(desk, "library.registration", "GMC 1234567")
    return desk


@pytest.fixture
def open_page(qtbot, desk, tmp_path):
    opened = []

    def open_it():
        page = ReviewsPage(desk, lambda offered, _kinds: tmp_path / offered)
        qtbot.addWidget(page)
        opened.append(page)
        page.resize(1100, 700)
        page.show()
        qtbot.waitUntil(lambda: "Looking what waits" not in words_of(page))
        return page

    yield open_it
    for page in opened:
        page.stop()


def status(desk):
    return review_of(library_store.newest(desk), TEXT).status


def open_sheet(page, qtbot):
    page.open_sheet(TEXT)
    sheet = page.findChild(ReviewPage)
    qtbot.waitUntil(lambda: "Version" in words_of(sheet))
    return sheet


def test_what_was_sent_to_review_waits_and_opens_with_enter(open_page, desk, qtbot):
    submit(desk, TEXT, "1.0.0", "First checked version.")
    page = open_page()
    listed = page.findChild(TrayList)
    qtbot.waitUntil(lambda: listed.current is not None)

    assert "For you to review  (1)" in listed.item(0).text()
    qtbot.keyClick(listed, Qt.Key.Key_Return)
    assert page.findChild(ReviewPage) is not None


def test_what_i_wrote_waits_for_others(open_page, desk, qtbot):
    edited(desk, "small lump", "little lump", author="Ada Example")
    submit(desk, TEXT, "1.0.0", "First checked version.")
    page = open_page()
    qtbot.waitUntil(lambda: "Nothing is for you to review. 1 text waiting for others" in words_of(page))

    assert "Waiting for others  (1)" in page.findChild(TrayList).item(0).text()


def test_who_has_not_said_their_name_is_asked_once(open_page, desk, qtbot):
    change(desk, "library.editor", "")
    submit(desk, TEXT, "1.0.0", "First checked version.")
    page = open_page()
    assert "Waiting for a review" in page.findChild(TrayList).item(0).text()
    field = page.findChild(OwnName)
    field.setText("Dr Ben Sample")
    qtbot.keyClick(field, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: "1 text for you to review" in words_of(page))
    assert not field.isVisible()
    assert load(desk).library.editor == "Dr Ben Sample"


def test_a_clinician_approves_what_waits(open_page, desk, qtbot):
    submit(desk, TEXT, "1.0.0", "First checked version.")
    page = open_page()
    sheet = open_sheet(page, qtbot)
    button = named(sheet, QPushButton, "Approve")
    qtbot.waitUntil(button.isEnabled)

    with qtbot.waitSignal(page.library_changed):
        button.click()
    assert status(desk) is Status.APPROVED
    assert re.search(r"✓ Approved: Insulinoma 1\.0\.0, until \d+ \w+ \d{4}\.", words_of(page))
    assert re.search(r"Leaflets of it also hold \d texts that wait: .*Surgery", words_of(page))


def test_a_clinician_reads_what_else_waits_and_each_figure_with_its_source_in_words(open_page, desk, qtbot):
    submit(desk, TEXT, "1.0.0", "First checked version.")
    sheet = open_sheet(open_page(), qtbot)

    [waiting] = re.findall(r"Leaflets of it also hold .*", words_of(sheet))
    assert "Surgery" in waiting
    assert "Insulinoma" not in waiting
    assert re.search(r"How common: about 1 to 3 people in a million.*\(Cancer Research UK, read ", words_of(sheet))


def test_no_one_approves_without_saying_who_they_are(open_page, desk, qtbot):
    submit(desk, TEXT, "1.0.0", "First checked version.")
    sheet = open_sheet(open_page(), qtbot)
    next(field for field in sheet.findChildren(QLineEdit) if field.text() == "GMC 1234567").clear()

    assert not named(sheet, QPushButton, "Approve").isEnabled()


def test_a_fault_asks_for_its_reason_before_the_button_wakes(open_page, desk, qtbot):
    edited(desk, "An insulinoma is a small lump", "Don't worry: an insulinoma is a small lump")
    submit(desk, TEXT, "1.0.0", "First checked version.")
    sheet = open_sheet(open_page(), qtbot)
    assert not named(sheet, QPushButton, "Approve").isEnabled()

    reason = next(field for field in sheet.findChildren(QLineEdit) if "may this stand" in field.accessibleName())
    reason.setText("It quotes a nurse.")
    assert named(sheet, QPushButton, "Approve").isEnabled()


def test_who_wrote_a_text_is_told_why_it_cannot_be_approved(open_page, desk, qtbot):
    edited(desk, "small lump", "little lump", author="Ada Example")
    submit(desk, TEXT, "1.0.0", "First checked version.")
    sheet = open_sheet(open_page(), qtbot)
    named(sheet, QPushButton, "Approve").click()

    qtbot.waitUntil(lambda: "nobody approves their own words" in words_of(sheet))
    assert status(desk) is Status.IN_REVIEW


def test_a_draft_is_sent_to_review_with_the_version_it_deserves(open_page, desk, qtbot):
    page = open_page()
    sheet = open_sheet(page, qtbot)
    with qtbot.waitSignal(page.library_changed):
        named(sheet, QPushButton, "Send to review").click()

    assert review_of(library_store.newest(desk), TEXT).version == "1.0.0"
    assert "✓ Sent to review as 1.0.0: Insulinoma." in words_of(page)


def test_the_days_are_saved_for_a_calendar(open_page, qtbot, tmp_path):
    page = open_page()
    named(page, QPushButton, "Save dates for your calendar…").click()

    qtbot.waitUntil((tmp_path / "reviews.ics").exists)


def test_everything_on_the_sheet_has_a_name(open_page, desk, qtbot):
    submit(desk, TEXT, "1.0.0", "First checked version.")

    assert nameless(open_sheet(open_page(), qtbot)) == []


def test_one_reason_names_every_line_for_which_it_holds(open_page, desk, qtbot):
    edited(desk, "An insulinoma is a small lump", "Don't worry: an insulinoma is a small lump")
    edited(desk, "## What you may notice", "Don't worry.\n\n## What you may notice")
    submit(desk, TEXT, "1.0.0", "First checked version.")
    sheet = open_sheet(open_page(), qtbot)
    reasons = [field for field in sheet.findChildren(QLineEdit) if "may this stand" in field.accessibleName()]

    assert len(reasons) == 1
    assert re.search(r"Lines \d+ and \d+: ", words_of(sheet))


def test_words_that_changed_while_they_were_read_are_shown_anew(open_page, desk, qtbot):
    submit(desk, TEXT, "1.0.0", "First checked version.")
    sheet = open_sheet(open_page(), qtbot)
    edited(desk, "small lump", "little lump", author="Ada Other")
    submit(desk, TEXT, "1.1.0", "Said it shorter.", author="Ada Other")
    named(sheet, QPushButton, "Approve").click()

    qtbot.waitUntil(lambda: "does not have the words that you read" in words_of(sheet))
    qtbot.waitUntil(lambda: any("little lump" in text.toPlainText() for text in sheet.findChildren(QPlainTextEdit)))
    assert status(desk) is Status.IN_REVIEW


def test_an_approval_is_told_though_what_changed_is_saved_meanwhile(open_page, desk, qtbot, monkeypatch):
    submit(desk, TEXT, "1.0.0", "First checked version.")
    page = open_page()
    sheet = open_sheet(page, qtbot)
    go_on = Event()
    monkeypatch.setattr(review_page, "approve", lambda *_args, **_named: go_on.wait(20) and "")

    with qtbot.waitSignal(page.library_changed, timeout=20_000):
        named(sheet, QPushButton, "Approve").click()
        named(sheet, QPushButton, "What changed, to sign…").click()
        go_on.set()


def test_a_phone_number_is_checked_on_a_sheet_of_its_own_and_waits_no_more(open_page, desk, qtbot):
    page = open_page()
    listed = page.findChild(TrayList)
    qtbot.waitUntil(lambda: "Cancer Research UK" in rows_of(listed))
    listed.setCurrentRow(rows_of(listed).index("Cancer Research UK"))
    qtbot.keyClick(listed, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), PhoneSheet), timeout=LONG)
    sheet = QApplication.activeWindow()
    assert "Is this the number of Cancer Research UK?" in words_of(sheet)
    phone = next(field for field in sheet.findChildren(QLineEdit) if field.text() == "0808 800 4040")
    phone.setText("0808 800 4041")
    with qtbot.waitSignal(page.library_changed, timeout=LONG):
        named(sheet, QPushButton, "Checked today").click()

    qtbot.waitUntil(lambda: "Cancer Research UK" not in rows_of(listed), timeout=LONG)
    assert "✓ Checked: the number of Cancer Research UK." in words_of(page)
    [charity] = [each for each in desk.library.organisations.values() if each.name == "Cancer Research UK"]
    assert (charity.phone, charity.verified_on) == ("0808 800 4041", desk.today())
    assert library_store.history(desk, "organisations.toml")[0].author == "Dr Ada Example"


def rows_of(listed):
    """Return the first line of each row, without its sign."""
    return [listed.item(row).text().splitlines()[0].lstrip("○◆△ ") for row in range(listed.count())]
