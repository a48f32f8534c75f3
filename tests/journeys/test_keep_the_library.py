"""One text on its way: edited, mended, approved by another, shared, and printed at a second desk."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton, QTabBar

from leaflet_app.bootstrap import build_desk
from leaflet_app.domain.printing import PrintChoices
from leaflet_app.domain.selection import Selection
from leaflet_app.gui.editor.editor_page import EditorPage
from leaflet_app.gui.library_place.library_place import LibraryPlace
from leaflet_app.gui.library_place.text_table import TextTable
from leaflet_app.gui.places import LIBRARY
from leaflet_app.gui.reviews.review_page import ReviewPage
from leaflet_app.gui.reviews.reviews_page import ReviewsPage
from leaflet_app.pdf.render import render
from leaflet_app.services.print_leaflet import print_leaflet
from leaflet_app.services.settings import change
from leaflet_app.services.share_library import share
from leaflet_app.services.shared_place import begin
from tests.fakes import FakeTools
from tests.gui.hands import named, words_of
from tests.journeys.conftest import read_pdf
from tests.journeys.test_first_leaflet import A_WHILE

TEXT = "topics/insulinoma/en-GB.md"
OLD, FAULTY, NEW = "is a small lump that grows", "(don't worry) is a lump that grows", "is a small growth that starts"
SIGNED = {
    "library.editor": "Dr Ada Example",
    "library.editor_role": "Consultant",
    "library.registration": "GMC 1234567",
}


@pytest.fixture
def shared(tmp_path):
    """Return the folder that both desks share."""
    return tmp_path / "shared"


@pytest.fixture
def desk(desk, shared):
    """Return the desk of whoever writes: Ben, on the first computer."""
    shared.mkdir()
    change(desk, "library.editor", "Ben Writer")
    change(desk, "library.shared", str(shared))
    return desk


@pytest.fixture
def other_desk(tmp_path, shared, desk):
    """Return a second desk, that of the front office: it shares the same folder and prints approved leaflets only."""
    home = tmp_path / "other"
    home.mkdir()
    other = replace(build_desk(render), home=home, policy=home / "policy.toml", tools=FakeTools())
    change(other, "library.shared", str(shared))
    change(other, "library.editor", "Front office")
    return other


def show_tab(window, name):
    bar = window.findChild(LibraryPlace).findChild(QTabBar)
    bar.setCurrentIndex([bar.tabText(each).replace("&", "") for each in range(bar.count())].index(name))


def open_insulinoma(window, qtbot):
    """Open the text in the editor as a person does: the place, the row, the button."""
    window.show_place(LIBRARY)
    table = window.findChild(TextTable)
    qtbot.waitUntil(lambda: "Insulinoma" in table.titles(), timeout=A_WHILE)
    table.selectRow(table.titles().index("Insulinoma"))
    named(window, QPushButton, "Edit").click()
    page = window.findChild(EditorPage)
    qtbot.waitUntil(lambda: page.body is not None, timeout=A_WHILE)
    return page


def write(page, old, new):
    """Write other words over some."""
    text = page.edited.text
    at = text.index(old)
    cursor = page.body.source.textCursor()
    cursor.setPosition(at)
    cursor.setPosition(at + len(old), cursor.MoveMode.KeepAnchor)
    page.body.source.setTextCursor(cursor)
    page.body.source.insertPlainText(new)


def save(page, window, qtbot):
    page.save()
    sheet = next(each for each in window.findChildren(QDialog) if each.isVisible())
    with qtbot.waitSignal(page.library_changed, timeout=A_WHILE):
        named(sheet, QPushButton, "Save").click()


def printed_at(other, tmp_path):
    """Print the topic at a desk, and read what came out."""
    print_leaflet(other, Selection(("insulinoma",), made_on=other.today()), PrintChoices())
    path = tmp_path / f"printed-{len(other.tools.printing.sent)}.pdf"
    path.write_bytes(other.tools.printing.sent[-1][0])
    return read_pdf(path)


def review_of(window, qtbot):
    """Open what waits under Reviews."""
    qtbot.waitUntil(lambda: window.findChild(ReviewPage) is None, timeout=A_WHILE)
    show_tab(window, "Reviews")
    window.findChild(ReviewsPage).open_sheet(TEXT)
    sheet = window.findChild(ReviewPage)
    qtbot.waitUntil(lambda: "Version" in words_of(sheet), timeout=A_WHILE)
    return sheet


def test_a_text_is_edited_mended_approved_by_another_and_printed_at_a_second_desk(
    desk, other_desk, window, qtbot, tmp_path
):
    page = open_insulinoma(window, qtbot)
    write(page, OLD, FAULTY)
    qtbot.waitUntil(lambda: "1 fault" in page.body.problems.said, timeout=A_WHILE)
    write(page, FAULTY, NEW)
    qtbot.waitUntil(lambda: "fault" not in page.body.problems.said, timeout=A_WHILE)
    save(page, window, qtbot)
    named(page, QPushButton, "← All texts").click()

    sheet = review_of(window, qtbot)
    with qtbot.waitSignal(sheet.library_changed, timeout=A_WHILE):
        named(sheet, QPushButton, "Send to review").click()

    refused = review_of(window, qtbot)
    fill_in(refused, ("Consultant", "GMC 7654321"))
    named(refused, QPushButton, "Approve").click()
    qtbot.waitUntil(lambda: "nobody approves their own words" in words_of(refused), timeout=A_WHILE)
    named(refused, QPushButton, "← All reviews").click()

    for name, typed in SIGNED.items():
        change(desk, name, typed)
    sheet = review_of(window, qtbot)
    qtbot.waitUntil(named(sheet, QPushButton, "Approve").isEnabled, timeout=A_WHILE)
    with qtbot.waitSignal(sheet.library_changed, timeout=A_WHILE):
        named(sheet, QPushButton, "Approve").click()
    begin(desk)
    share(desk)

    assert OLD in printed_at(other_desk, tmp_path)
    share(other_desk)
    said = printed_at(other_desk, tmp_path)

    assert NEW in said
    assert OLD not in said
    assert other_desk.library.topics["insulinoma"].review.clinical_reviewer == "Dr Ada Example"


def fill_in(sheet, words):
    """Fill in what is empty on the form, in order."""
    empty = [each for each in sheet.findChildren(QLineEdit) if not each.text() and not each.accessibleName()]
    for field, typed in zip(empty, words, strict=False):
        field.setText(typed)
