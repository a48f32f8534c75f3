"""The place Register: what was given, to read, to filter, to copy and to take away."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox

from leaflet_app.delivery.register.journal import FILE, append, folder_of
from leaflet_app.domain.given import GivenTopic, Way
from leaflet_app.gui.register_place.entry_rows import HEADINGS
from leaflet_app.gui.register_place.entry_table import EntryTable
from leaflet_app.gui.register_place.register_place import RegisterPlace
from tests.builders import a_given, a_library, a_topic
from tests.fakes import a_desk
from tests.gui.hands import click, named, words_of
from tests.gui.test_accessibility import nameless

FIRST = a_given(id="a" * 32)
SECOND = replace(
    FIRST,
    id="b" * 32,
    given_at=FIRST.given_at - timedelta(days=20),
    way=Way.SAVE,
    desk="Ward 2",
    topics=(GivenTopic("insulinoma", "0.9.0"), GivenTopic("coping", "1.0.0"), GivenTopic("gone", "1.0.0")),
    copies=43,
    passport="CL-222222-22",
)


@pytest.fixture
def desk(home):
    return a_desk(a_library(a_topic("insulinoma"), a_topic("coping", title="Living with it")), home=home)


@pytest.fixture
def asked(tmp_path):
    """Return where the person in the test saves; None while they think better of it."""
    return {"path": tmp_path / "register.csv"}


@pytest.fixture
def open_place(qtbot, desk, asked):
    opened = []

    def open_with(*givens):
        for given in givens:
            append(desk.home, given)
        place = RegisterPlace(desk, ask_file=lambda _offered, _kinds: asked["path"])
        qtbot.addWidget(place)
        opened.append(place)
        place.resize(1300, 760)
        place.show()
        qtbot.waitUntil(lambda: "Reading the register" not in words_of(place))
        return place

    yield open_with
    for place in opened:
        place.stop()


@pytest.fixture
def filled(open_place):
    return open_place(FIRST, SECOND)


def table(place):
    return place.findChild(EntryTable)


def rows(place):
    model = table(place).model()
    return [[model.index(row, column).data() for column in range(len(HEADINGS))] for row in range(model.rowCount())]


def choose(qtbot, place, name, choice, shown):
    chooser = named(place, QComboBox, name)
    chooser.setCurrentText(choice)
    chooser.activated.emit(chooser.currentIndex())
    qtbot.waitUntil(lambda: len(rows(place)) == shown)


def test_what_was_given_is_listed_newest_first(filled):
    newest, oldest = rows(filled)

    assert newest[1:] == ["Insulinoma", "Printed", "A4", "English", "Front desk", "reception", "CL-7K3M9Q-4F"]
    assert oldest[1:3] == ["Insulinoma; Living with it; gone", "Saved as PDF × 43"]
    assert "44 leaflets given: 43 saved as PDF, 1 printed." in words_of(filled)


def test_an_empty_register_says_how_it_fills(open_place):
    place = open_place()

    assert "Nothing has been given yet" in words_of(place)
    assert not table(place).isVisible()


def test_the_chosen_row_tells_how_its_texts_stand_today(filled):
    table(filled).selectRow(1)

    said = words_of(filled)
    assert "▲ Insulinoma, version 0.9.0: replaced by version 1.0.0" in said
    assert "● Living with it, version 1.0.0: still the newest version" in said
    assert "▲ gone, version 1.0.0: no longer in the library" in said
    assert "Ward 2, by reception" in said


def test_arrow_keys_walk_from_row_to_row(filled):
    table(filled).selectRow(0)
    QTest.keyClick(table(filled), Qt.Key.Key_Down)

    assert table(filled).current.id == SECOND.id


def test_who_was_given_the_old_text_is_two_choices_away(qtbot, filled):
    choose(qtbot, filled, "Topic", "Insulinoma", 2)
    qtbot.waitUntil(lambda: "Version" in words_of(filled))
    choose(qtbot, filled, "Version", "0.9.0", 1)

    assert rows(filled)[0][-1] == "CL-222222-22"
    click(filled, "Show all")
    qtbot.waitUntil(lambda: len(rows(filled)) == 2)
    assert [each.isVisible() for each in filled.findChildren(QComboBox)].count(True) == 4


@pytest.mark.parametrize(
    ("name", "choice", "codes"),
    [
        ("When", "Last 7 days", ["CL-7K3M9Q-4F"]),
        ("How", "Saved as PDF", ["CL-222222-22"]),
        ("Desk", "Ward 2", ["CL-222222-22"]),
        ("Topic", "Living with it", ["CL-222222-22"]),
    ],
)
def test_each_chooser_leaves_what_it_names(qtbot, filled, name, choice, codes):
    choose(qtbot, filled, name, choice, len(codes))

    assert [row[-1] for row in rows(filled)] == codes


def test_when_nothing_fits_the_way_back_is_there(qtbot, filled):
    choose(qtbot, filled, "How", "Emailed", 0)
    qtbot.waitUntil(lambda: "No leaflet fits" in words_of(filled))

    click(filled, "Show all")
    qtbot.waitUntil(lambda: len(rows(filled)) == 2)


def test_the_place_reads_anew_each_time_it_comes_into_view_and_keeps_its_row(qtbot, desk, filled):
    table(filled).selectRow(1)
    filled.hide()
    append(desk.home, replace(FIRST, id="c" * 32, given_at=FIRST.given_at + timedelta(hours=1)))
    filled.show()

    qtbot.waitUntil(lambda: len(rows(filled)) == 3)
    assert table(filled).current.id == SECOND.id


def test_a_line_for_the_record_is_copied(filled):
    table(filled).selectRow(0)
    click(filled, "Copy line for the record")

    assert QApplication.clipboard().text().startswith("22 Nov 2026: patient leaflet “Insulinoma”, version 1.0.0, A4")
    assert "Copied." in words_of(filled)


def test_what_is_shown_is_exported_whole(qtbot, filled, asked):
    choose(qtbot, filled, "How", "Saved as PDF", 1)
    click(filled, "Export…")

    qtbot.waitUntil(lambda: "Saved as register.csv." in words_of(filled))
    text = asked["path"].read_text(encoding="utf-8-sig")
    assert "CL-222222-22" in text
    assert "CL-7K3M9Q-4F" not in text


def test_a_file_that_ends_in_json_is_for_a_patient_record_system(qtbot, filled, asked, tmp_path):
    asked["path"] = tmp_path / "register.json"
    click(filled, "Export…")

    qtbot.waitUntil(lambda: "Saved as register.json." in words_of(filled))
    assert json.loads(asked["path"].read_bytes())["resourceType"] == "Bundle"


def test_whoever_thinks_better_of_an_export_saves_nothing(filled, asked, tmp_path):
    asked["path"] = None
    click(filled, "Export…")

    assert not list(tmp_path.glob("register.*"))


def test_an_export_that_cannot_be_saved_is_told(qtbot, filled, asked, tmp_path):
    asked["path"] = tmp_path / "no" / "such" / "register.csv"
    click(filled, "Export…")

    qtbot.waitUntil(lambda: "could not be saved: the folder does not exist" in words_of(filled))


def test_a_register_that_is_gone_is_told_and_what_waits_here_is_shown(open_place, desk):
    (desk.home / "records.sqlite3").write_bytes(b"no database at all, but long enough to be taken for one" * 40)
    place = open_place(FIRST)

    assert "Shown is what waits on this desk; nothing is lost." in words_of(place)
    assert len(rows(place)) == 1


def test_a_register_that_is_gone_is_not_called_empty(open_place, desk):
    (desk.home / "records.sqlite3").write_bytes(b"no database at all, but long enough to be taken for one" * 40)
    words = words_of(open_place())

    assert "The register cannot be read now" in words
    assert "Nothing has been given yet" not in words


def test_a_damaged_line_is_told_above_the_rest(open_place, desk):
    folder_of(desk.home).mkdir(parents=True)
    (folder_of(desk.home) / FILE).write_bytes(b'\n{"id":')
    place = open_place(FIRST)

    assert "1 line of the journal could not be read" in words_of(place)


def test_everything_in_it_has_a_name(filled):
    table(filled).selectRow(0)

    assert nameless(filled) == []


def test_a_small_window_keeps_the_topics_and_tells_the_rest_below(filled):
    filled.resize(900, 560)
    QApplication.processEvents()

    hidden = [heading for place, heading in enumerate(HEADINGS) if table(filled).isColumnHidden(place)]
    assert hidden == ["Language", "Desk", "User"]
    table(filled).selectRow(1)
    assert "Ward 2, by reception" in words_of(filled)
