"""The place Library: how each text stands, and what is to mend."""

from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton, QSplitter

from leaflet_app.domain.review import Review, Status
from leaflet_app.gui.library_place.said import NONE, said_languages, said_problems, said_state
from leaflet_app.gui.library_place.text_details import TextDetails
from leaflet_app.gui.library_place.text_table import HEADINGS, UNSAVED, TextTable
from leaflet_app.gui.library_place.texts_page import TextsPage
from leaflet_app.services import text_drafts, window_memory
from leaflet_app.services.look_over import look_over
from leaflet_app.services.text_drafts import TextDraft
from tests.builders import APPROVED, DRAFT, MADE_ON, SHIPPED_FILES
from tests.fakes import a_desk
from tests.gui.hands import named, words_of
from tests.gui.test_accessibility import nameless, walk
from tests.library.folder import FILES, INSULINOMA, Folder

MADE_AT = datetime(2026, 11, 22, 10, 42, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path):
    return Folder(tmp_path / "library")


@pytest.fixture
def open_place(qtbot):
    opened = []

    def open_on(folder, today=MADE_ON, said="A library"):
        desk = a_desk(folder.read())
        desk.today = lambda: today
        folder.keep(desk.home, said)
        place = TextsPage(desk)
        qtbot.addWidget(place)
        opened.append(place)
        place.resize(1000, 640)
        place.show()
        qtbot.waitUntil(lambda: "Checking" not in words_of(place))
        return place

    yield open_on
    for place in opened:
        place.stop()


def table(place):
    return place.findChild(TextTable)


def row(place, number):
    model = table(place).model()
    return [model.index(number, column).data() for column in range(len(HEADINGS))]


def choose(place, title):
    table(place).selectRow(table(place).titles().index(title))


def test_each_text_is_listed_with_how_it_stands(open_place, folder):
    place = open_place(folder)

    assert "1 topic  ·  1 awaits clinical review, as its leaflets say" in words_of(place)
    assert row(place, 0)[:5] == ["Insulinoma", "Pancreas", "○ Draft, changed here", "0.1.0", "–"]
    assert row(place, 1)[:3] == ["Surgery", "Shared text", "○ Draft, changed here"]
    assert row(place, 2)[:3] == ["Disclaimer", "Disclaimer", "○ Draft, changed here"]
    assert float(row(place, 0)[5]) > 0


def test_a_library_without_problems_says_so(open_place, folder):
    place = open_place(folder)

    assert "✓ No problems, and every source was read within a year." in words_of(place)
    choose(place, "Insulinoma")
    assert "✓ Nothing to mend" in words_of(place)


def test_choosing_a_text_shows_file_line_what_is_wrong_and_the_words(open_place, folder):
    folder.change(INSULINOMA, "Blood tests.", "The tumor is found by blood tests.")
    place = open_place(folder)
    assert row(place, 0)[6] == "1 warning"

    choose(place, "Insulinoma")

    said = words_of(place)
    assert f"Warning  ·  {INSULINOMA}:{folder.line(INSULINOMA, 'The tumor')}" in said
    assert "“tumor” is American spelling: write “tumour”." in said
    assert "The tumor is found by blood tests." in said


def test_a_text_that_was_changed_here_says_who_changed_it_last_and_when(open_place, folder, qtbot):
    place = open_place(folder)
    choose(place, "Insulinoma")

    at = datetime(2026, 11, 22, tzinfo=UTC).astimezone()
    said = f"Last changed by Clinic Leaflets, 22 Nov 2026, {at:%H:%M}: A library."
    qtbot.waitUntil(lambda: said in words_of(place), timeout=20_000)


def test_a_text_as_the_program_brought_it_says_so(open_place, folder):
    shipped = SHIPPED_FILES.read("shared/treat-surgery/en-GB.md", 100_000)
    folder.write("shared/treat-surgery/en-GB.md", shipped.replace(b'"0.1.0"', b'"0.2.0"'))
    place = open_place(folder)
    assert row(place, 1)[2:4] == ["○ Draft", "0.2.0"]

    choose(place, row(place, 1)[0])
    assert "As it came with the program." in words_of(place)


def test_a_retired_text_says_by_whom_why_and_how_it_comes_back(open_place, folder, qtbot):
    folder.change(INSULINOMA, 'status = "draft"', 'status = "retired"')
    place = open_place(folder, said="Retire: the surgeons wrote a better one")
    choose(place, "Insulinoma")

    said = "the surgeons wrote a better one."
    qtbot.waitUntil(lambda: said in words_of(place), timeout=20_000)
    assert "× Retired by Clinic Leaflets, 22 Nov 2026" in words_of(place)
    assert "To bring it back, open History…" in words_of(place)
    assert "Nothing to mend" not in words_of(place)


@pytest.mark.parametrize(("width", "height", "rows"), [(1320, 800, 14), (828, 440, 6)])
def test_most_of_the_page_is_rows(several, width, height, rows):
    several.resize(width, height)
    QApplication.processEvents()

    seen = table(several).viewport().height() // table(several).rowHeight(0)
    assert seen >= rows


def test_the_heights_of_list_and_details_are_those_of_the_last_time(open_place, folder, qtbot):
    place = open_place(folder)
    place.findChild(QSplitter).setSizes([300, 200])
    heights = tuple(place.findChild(QSplitter).sizes())
    place.stop()

    again = TextsPage(place._desk)
    qtbot.addWidget(again)
    again.resize(place.size())
    again.show()
    assert window_memory.load(place._desk.home).heights == heights
    assert tuple(again.findChild(QSplitter).sizes()) == heights
    again.stop()


def test_a_fact_with_a_stale_source_is_counted_and_told(open_place, folder):
    place = open_place(folder, MADE_ON + timedelta(days=400))
    assert row(place, 0)[7] == "1"
    assert "1 fact with stale sources" in words_of(place)

    choose(place, "Insulinoma")

    assert "“about 1 to 3 people in a million” rests on cruk." in words_of(place)
    assert "400 days ago" in words_of(place)


def test_a_broken_text_stands_in_the_list_by_its_own_title_with_its_problems(open_place, folder):
    folder.write("topics/vipoma/en-GB.md", '+++\ntitle = "VIPoma"\nkind = \n+++\n')
    place = open_place(folder)
    assert row(place, 0)[:4] == ["VIPoma", "Topic", "⚠ Cannot be read", NONE]
    assert row(place, 0)[5:7] == [NONE, "1 fault"]
    assert "which are no texts" not in words_of(place)

    choose(place, "VIPoma")

    assert "This text cannot be read as it stands" in words_of(place)
    assert "Fault  ·  topics/vipoma/en-GB.md:3" in words_of(place)
    assert not named(place, QPushButton, "Review…").isEnabled()


def test_broken_files_that_are_no_texts_stand_on_top_with_file_and_line(open_place, folder):
    folder.write("topics/stray.txt", "no text")
    place = open_place(folder)

    assert "which are no texts" in words_of(place)
    assert "topics/stray.txt:1:" in words_of(place)


def test_whoever_comes_for_the_faults_finds_them_first(several):
    named(several, QLineEdit, "Filter the texts").setText("another")
    several.choose_worst()

    assert table(several).titles()[0] == table(several).current.title == "Vipoma"
    assert named(several, QComboBox, "Sort by").currentText() == "Problems"


def test_a_text_that_is_named_is_chosen_as_soon_as_it_is_listed(open_place, folder):
    place = open_place(folder)
    place.choose("topics/vipoma/cy.md")
    assert table(place).current is None

    text = FILES[INSULINOMA].replace("Insulinoma", "Vipoma").replace('"insulinoma"', '"vipoma"')
    folder.write("topics/vipoma/en-GB.md", text)
    table(place).show_texts(look_over(folder.read(), folder.files, MADE_ON).texts, MADE_ON)
    assert table(place).current.title == "Vipoma"


def test_a_library_that_has_gone_since_is_told_calmly(qtbot, folder):
    desk = a_desk(folder.read())
    (desk.home / "library.git").write_text("no library")
    place = TextsPage(desk)
    qtbot.addWidget(place)
    place.show()

    qtbot.waitUntil(lambda: "The library cannot be used" in words_of(place))
    place.stop()


@pytest.fixture
def several(open_place, folder):
    for name in ("Vipoma", "Another"):
        text = FILES[INSULINOMA].replace("Insulinoma", name).replace('"insulinoma"', f'"{name.casefold()}"')
        folder.write(f"topics/{name.casefold()}/en-GB.md", text)
    folder.change("topics/vipoma/en-GB.md", "Blood tests.", "The tumor is found by blood tests.")
    return open_place(folder)


def test_a_filter_leaves_what_it_names_and_says_when_that_is_nothing(several):
    box = named(several, QLineEdit, "Filter the texts")
    box.setText("vip")
    assert table(several).titles() == ("Vipoma",)

    box.setText("zebra")
    assert table(several).titles() == ()
    assert "No text matches “zebra”. Try another word." in words_of(several)
    box.clear()
    assert len(table(several).titles()) == 5
    assert "No text matches" not in words_of(several)


def test_the_table_is_sorted_by_keyboard_worst_first_and_back(several):
    sort = named(several, QComboBox, "Sort by")
    sort.setFocus()
    listed = table(several).titles()
    sort.setCurrentText("Problems")
    sort.activated.emit(sort.currentIndex())
    assert table(several).titles()[0] == "Vipoma"

    sort.activated.emit(0)
    assert table(several).titles() == listed


def test_a_click_on_a_heading_sorts_and_the_list_beside_says_so(several):
    header = table(several).horizontalHeader()
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 10))

    assert named(several, QComboBox, "Sort by").currentText() == "Title"
    assert list(table(several).titles()) in (titles := sorted(table(several).titles()), titles[::-1])


def test_arrow_keys_walk_from_text_to_text(several):
    choose(several, "Another")
    QTest.keyClick(table(several), Qt.Key.Key_Down)

    assert table(several).current.title == "Insulinoma"
    assert "Insulinoma" in words_of(several)


@pytest.mark.parametrize(
    ("review", "said"),
    [
        (DRAFT, "○ Draft"),
        (Review(Status.IN_REVIEW, "1", "A"), "◇ In review"),
        (APPROVED, "● Approved"),
        (Review(Status.APPROVED, "1", "A"), "△ Not signed"),
        (Review(Status.APPROVED, "1", "A", "Dr B", MADE_ON, MADE_ON + timedelta(days=89)), "△ Approved, review due"),
        (Review(Status.APPROVED, "1", "A", "Dr B", date(2020, 1, 1), date(2022, 1, 1)), "▲ Review overdue"),
        (Review(Status.RETIRED, "1", "A"), "× Retired"),
    ],
)
def test_a_state_is_a_word_and_a_shape(review, said):
    assert said_state(review, MADE_ON) == said


def test_no_problems_are_a_dash():
    assert said_problems(()) == "–"


def test_everything_in_it_has_a_name(several):
    choose(several, "Vipoma")

    assert nameless(several) == []


def test_a_small_window_keeps_the_titles_and_tells_place_and_version_of_the_chosen_text(several):
    several.resize(820, 560)
    QApplication.processEvents()
    assert all(table(several).isColumnHidden(HEADINGS.index(each)) for each in ("Place", "Version"))
    several.resize(1300, 700)
    QApplication.processEvents()
    assert not table(several).isColumnHidden(HEADINGS.index("Place"))

    choose(several, "Vipoma")
    assert "Pancreas, version 0.1.0" in words_of(several)


def test_languages_are_ticked_or_said_to_be_out_of_date():
    assert said_languages((("cy", False), ("pl", True))) == "cy ✓, pl ▲ out of date"
    assert said_languages(()) == "–"


def test_a_chosen_text_is_taken_to_its_review(several, qtbot):
    choose(several, "Vipoma")
    with qtbot.waitSignal(several.review_asked) as asked:
        named(several, QPushButton, "Review…").click()

    assert asked.args == ["topics/vipoma/en-GB.md"]


def leave_draft(place, *files):
    for file in files:
        text_drafts.keep(place._desk.home, TextDraft(file, "half", "", MADE_AT))
    place.hide()
    place.show()


def test_a_text_with_unsaved_changes_is_marked_found_and_spoken(several, qtbot):
    column = HEADINGS.index(UNSAVED)
    assert table(several).isColumnHidden(column)
    leave_draft(several, "topics/vipoma/en-GB.md", "topics/another/cy.md")

    qtbot.waitUntil(lambda: not table(several).isColumnHidden(column))
    marks = {row(several, number)[0]: row(several, number)[column] for number in range(5)}
    assert marks == {
        "Insulinoma": NONE,
        "Vipoma": "✎ Draft left",
        "Another": "✎ Draft left (cy)",
        "Surgery": NONE,
        "Disclaimer": NONE,
    }
    named(several, QLineEdit, "Filter the texts").setText("draft left")
    assert set(table(several).titles()) == {"Vipoma", "Another"}
    spoken = [each.text(QAccessible.Text.Name) for each in walk(QAccessible.queryAccessibleInterface(table(several)))]
    assert "✎ Draft left" in spoken


def test_a_draft_that_was_saved_is_marked_no_longer(several, qtbot):
    column = HEADINGS.index(UNSAVED)
    leave_draft(several, "topics/vipoma/en-GB.md")
    qtbot.waitUntil(lambda: not table(several).isColumnHidden(column))

    text_drafts.forget(several._desk.home, "topics/vipoma/en-GB.md")
    several.hide()
    several.show()
    qtbot.waitUntil(lambda: table(several).isColumnHidden(column))


def test_a_disclaimer_leads_to_editor_history_and_review_and_says_what_it_is(several, qtbot):
    choose(several, "Disclaimer")
    assert "Disclaimer, version" in words_of(several)
    assert not named(several, QPushButton, "In another language").isEnabled()

    with qtbot.waitSignal(several.text_asked) as asked:
        named(several, QPushButton, "Edit").click()
    assert asked.args == ["practice/disclaimer/en-GB.md"]


def test_the_keyboard_is_seen_on_what_is_below_the_list(several, qtbot):
    choose(several, "Vipoma")
    below = several.findChild(TextDetails)
    table(several).setFocus()
    qtbot.waitUntil(table(several).hasFocus)
    without = below.grab().toImage()

    QTest.keyClick(table(several), Qt.Key.Key_Tab)
    qtbot.waitUntil(below.hasFocus)
    assert below.grab().toImage() != without
