"""The page Practice: what is wrong is told at its field, the leaflet follows, and one save is one change."""

from dataclasses import replace
from pathlib import Path
from threading import current_thread, main_thread

import pytest
from PySide6.QtCore import QMimeData, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QMenu, QPlainTextEdit, QPushButton

from leaflet_app.domain.look import Format
from leaflet_app.gui.practice.practice_page import PracticePage
from leaflet_app.gui.practice.sample_view import SampleView
from leaflet_app.services import library_store
from leaflet_app.services.practice import keep, keep_new, kept
from leaflet_app.services.practice_removing import remove
from leaflet_app.services.settings import change as set_to
from leaflet_app.services.signing import editor
from tests.builders import a_practice

HILL = a_practice(name="Hill Clinic", consultant_name="Dr Ada Hill", phone="020 7946 0000")


@pytest.fixture
def page(qtbot, desk):
    """Return the page at a desk whose settings name Ada Hill."""
    set_to(desk, "library.editor", "Ada Hill")
    yield from shown(qtbot, desk)


@pytest.fixture
def unsigned(qtbot, desk):
    """Return the page at a desk where nobody has said their name."""
    yield from shown(qtbot, desk)


def shown(qtbot, desk):
    page = PracticePage(desk)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    qtbot.waitUntil(lambda: field(page, "Consultant").text() != "")
    yield page
    page.stop()


def field(part, name):
    return next(each for each in part.findChildren(QLineEdit) if each.accessibleName() == name)


def button(part, words):
    return next(each for each in part.findChildren(QPushButton) if each.text().startswith(words))


def says(part, words):
    return any(each.text().startswith(words) and not each.isHidden() for each in part.findChildren(QLabel))


def save(qtbot, page):
    with qtbot.waitSignal(page.library_changed):
        button(page, "Save").click()


def test_nothing_is_invented(page):
    shown = {each.accessibleName(): each.text() for each in page.findChildren(QLineEdit) if each.text()}

    assert shown == {
        "Consultant": "Dr Mark Vanderpump",
        "Phone": "07565 978310",
        "In an emergency": "In an emergency call 999.",
        "What the logo shows": "A white leaf",
        "Main colour": "#0B4F6C",
        "Second colour": "#0B6E99",
    }
    assert says(page, "The number that patients ring. Pressed on a phone, it dials +447565978310.")
    assert not button(page, "Save").isEnabled()


def test_details_that_came_with_the_program_are_told_from_a_practice_s_own(qtbot, page, desk):
    assert says(page, "These details came with the program. Replace them with yours.")
    field(page, "Practice").setText("Hill Clinic")
    save(qtbot, page)

    qtbot.waitUntil(lambda: not says(page, "These details came with the program."))


def test_a_save_is_one_change_and_can_be_undone(qtbot, page, desk):
    field(page, "Practice").setText("Hill Clinic")
    save(qtbot, page)

    assert library_store.newest(desk).library.practice.name == "Hill Clinic"
    qtbot.waitUntil(lambda: says(page, "Saved "))
    save_of = button(page, "Undo")
    with qtbot.waitSignal(page.library_changed):
        save_of.click()
    assert library_store.newest(desk).library.practice.name == ""
    qtbot.waitUntil(lambda: field(page, "Practice").text() == "")


def test_a_number_that_cannot_be_rung_is_told_as_it_is_typed_and_not_saved(qtbot, page, desk):
    before = library_store.newest(desk).commit
    field(page, "Phone").setText("(020) 7946-0000")

    assert says(page, "Write it as 020 7946 0000.")
    assert says(page, "The leaflet shows the last details that could be printed.")
    button(page, "Save").click()
    assert says(page, "Not saved yet")
    assert library_store.newest(desk).commit == before
    field(page, "Phone").setText("020 7946 0000")
    assert says(page, "The number that patients ring. Pressed on a phone, it dials +442079460000.")
    assert not says(page, "Write it as")


def test_an_address_is_typed_in_lines(qtbot, page, desk):
    [address] = page.findChildren(QPlainTextEdit)
    address.setPlainText("1 High Street\n\nHill")
    save(qtbot, page)

    assert library_store.newest(desk).library.practice.address == ("1 High Street", "Hill")


def test_the_leaflet_follows_the_form_in_every_format(qtbot, page, desk):
    field(page, "Practice").setText("Hill Clinic")
    qtbot.waitUntil(lambda: bool(desk.render.asked) and desk.render.asked[-1][0].band.name == "Hill Clinic")
    sample = page.findChild(SampleView)
    for page_format in Format:
        sample._choose_format(page_format)  # as the list tells it
        qtbot.waitUntil(lambda wanted=page_format: desk.render.asked[-1][1].format is wanted)


def test_a_faint_colour_is_refused_and_one_press_takes_the_nearest_that_passes(qtbot, page, desk):
    field(page, "Main colour").setText("#F2C14E")

    assert says(page, "✗ White words on your colour: hard to read")
    assert says(page, "Words are hard to read in this colour, so it cannot be kept.")
    qtbot.waitUntil(lambda: bool(desk.render.asked) and desk.render.asked[-1][0].band.brand.band == "#F2C14E")
    assert says(page, "You see the leaflet as the form has it, but it cannot be saved so.")
    button(page, "Save").click()
    assert says(page, "Not saved yet")
    assert page.focusWidget() is field(page, "Main colour")
    button(page, "Use #7F6424").click()
    assert field(page, "Main colour").text() == "#7F6424"
    assert not says(page, "Words are hard to read")
    assert says(page, "✓ White words on your colour: easy to read")
    save(qtbot, page)
    assert library_store.newest(desk).library.practice.brand.band == "#7F6424"


def test_what_is_no_colour_is_told_and_not_saved(page):
    field(page, "Second colour").setText("blue")

    assert says(page, "Write a colour like #0B4F6C, or press the coloured button and choose one.")
    button(page, "Save").click()
    assert says(page, "Not saved yet") or not button(page, "Save").isEnabled()


def test_a_pasted_logo_needs_words(qtbot, page, desk):
    picture = QImage(40, 40, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    QGuiApplication.clipboard().setImage(picture)
    button(page, "Paste").click()
    qtbot.waitUntil(lambda: says(page, "It has 40 by 40 points and will look blurred"))
    assert says(page, "It is easy to see on your colour.")
    assert says(page, "It cannot be seen on white paper.")
    assert says(page, "No leaflet prints it there.")
    assert field(page, "What the logo shows").text() == ""  # “A white leaf” was another picture

    assert says(page, "Describe the logo for those who cannot see it.")
    button(page, "Save").click()
    assert page.focusWidget() is field(page, "What the logo shows")
    field(page, "What the logo shows").setText("A square")
    save(qtbot, page)
    assert library_store.newest(desk).library.practice.brand.logo_alt == "A square"


def test_a_logo_that_the_band_hides_is_refused(qtbot, page):
    picture = QImage(40, 40, QImage.Format.Format_RGB32)
    picture.fill(0x0B4F6C)
    QGuiApplication.clipboard().setImage(picture)
    button(page, "Paste").click()
    qtbot.waitUntil(lambda: says(page, "It is printed on your main colour, and cannot be seen there. Take it in white"))

    button(page, "Save").click()
    assert says(page, "Not saved yet")


def test_one_press_puts_a_hidden_logo_on_white_and_keeps_its_words(qtbot, page, desk):
    picture = QImage(200, 150, QImage.Format.Format_ARGB32)
    picture.fill(0xFF0B4F6C)
    QGuiApplication.clipboard().setImage(picture)
    button(page, "Paste").click()
    qtbot.waitUntil(lambda: button(page, "Put it on white").isVisible())
    field(page, "What the logo shows").setText("A square")
    button(page, "Put it on white").click()
    qtbot.waitUntil(lambda: says(page, "✓ It stands on a white ground of its own now."))

    qtbot.waitUntil(lambda: says(page, "It is easy to see on white paper."))
    assert not button(page, "Put it on white").isVisible()
    assert field(page, "What the logo shows").text() == "A square"
    save(qtbot, page)
    kept_logo = QImage.fromData(library_store.newest(desk).library.practice.brand.logo)
    assert (kept_logo.width(), kept_logo.height()) == (230, 180)
    assert kept_logo.pixelColor(2, 2).name() == "#ffffff"


def test_what_is_no_picture_is_refused_in_words(qtbot, page, tmp_path):
    page._form.brand.logo.offer(lambda: b"<svg/>")

    qtbot.waitUntil(lambda: says(page, "The library was not changed: the picture cannot be used"))
    assert page._form.brand.logo.wrong is None  # the logo from before is still there
    field(page, "Practice").setText("Hill Clinic")
    assert says(page, "The library was not changed: the picture cannot be used")
    save(qtbot, page)


def test_a_refused_picture_does_not_hide_that_the_logo_cannot_be_seen(qtbot, page):
    picture = QImage(40, 40, QImage.Format.Format_RGB32)
    picture.fill(0x0B4F6C)
    QGuiApplication.clipboard().setImage(picture)
    button(page, "Paste").click()
    qtbot.waitUntil(lambda: says(page, "It is printed on your main colour, and cannot be seen there."))
    QGuiApplication.clipboard().clear()
    button(page, "Paste").click()

    assert says(page, "There is no picture to paste.")
    assert says(page, "It is printed on your main colour, and cannot be seen there.")
    assert page._form.brand.logo.wrong is not None


def test_a_file_that_cannot_be_read_is_told(qtbot, page, tmp_path):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "gone.png"))])
    QGuiApplication.clipboard().setMimeData(mime)
    button(page, "Paste").click()

    qtbot.waitUntil(lambda: says(page, "The library was not changed: the picture's file cannot be read."))
    assert page._form.brand.logo.wrong is None


def test_a_file_is_read_off_the_window_s_thread(qtbot, page):
    threads = []

    def read():
        threads.append(current_thread())
        return b""

    page._form.brand.logo.offer(read)
    qtbot.waitUntil(lambda: threads != [])

    assert threads[0] is not main_thread()


def test_nothing_to_paste_is_told(page):
    QGuiApplication.clipboard().clear()
    button(page, "Paste").click()

    assert says(page, "There is no picture to paste.")


def test_a_change_of_another_is_told_and_a_person_chooses(qtbot, page, desk):
    theirs = kept(desk)
    keep(desk, theirs, replace(theirs.practice, name="Theirs"))
    field(page, "Practice").setText("Mine")
    button(page, "Save").click()
    qtbot.waitUntil(lambda: says(page, "Someone else has changed this practice meanwhile."))

    assert field(page, "Practice").text() == "Mine"
    with qtbot.waitSignal(page.library_changed):
        button(page, "Keep mine").click()
    assert library_store.newest(desk).library.practice.name == "Mine"


def test_theirs_can_be_taken_instead(qtbot, page, desk):
    theirs = kept(desk)
    keep(desk, theirs, replace(theirs.practice, name="Theirs"))
    field(page, "Practice").setText("Mine")
    button(page, "Save").click()
    qtbot.waitUntil(lambda: says(page, "Someone else has changed this practice meanwhile."))
    button(page, "Show theirs").click()

    qtbot.waitUntil(lambda: field(page, "Practice").text() == "Theirs")


def test_what_is_typed_can_be_taken_back(qtbot, page):
    field(page, "Practice").setText("Mine")
    button(page, "Take back").click()

    qtbot.waitUntil(lambda: field(page, "Practice").text() == "")


def test_another_practice_begins_empty_and_is_kept_beside_the_first(qtbot, page, desk):
    button(page, "Another practice").click()
    qtbot.waitUntil(lambda: field(page, "Consultant").text() == "")
    QTest.keyClicks(field(page, "Consultant"), "Dr Ada Hill")
    QTest.keyClicks(field(page, "Phone"), "020 7946 0000")
    save(qtbot, page)

    assert list(library_store.newest(desk).library.practices) == ["practice", "dr-ada-hill"]


def test_a_broken_practice_is_told_above_the_form(qtbot, page, desk):
    keep_new(desk, HILL)
    base = library_store.newest(desk).commit
    library_store.change(desk, {"practice/vale.toml": b'phone = "ring"\n'}, "Break", base=base)
    page.hide()
    page.show()

    qtbot.waitUntil(lambda: says(page, "practice/vale.toml:1: "))


NAME = "Your name, for the history"


def test_a_name_is_asked_for_once_in_the_row_of_save(qtbot, unsigned, desk):
    page = unsigned
    assert not field(page, NAME).isVisible()
    field(page, "Practice").setText("Hill Clinic")
    assert field(page, NAME).isVisible()
    button(page, "Save").click()
    assert says(page, "Not saved yet. Write your name, for the history of changes. You are asked once.")
    assert page.focusWidget() is field(page, NAME)

    QTest.keyClicks(field(page, NAME), "Ada Hill")
    save(qtbot, page)
    assert library_store.history(desk)[0].author == editor(desk) == "Ada Hill"
    qtbot.waitUntil(lambda: not field(page, NAME).isVisible())
    field(page, "Practice").setText("Hill Rise")
    assert not field(page, NAME).isVisible()


def choose(qtbot, page, practice_id):
    page._chooser.chosen.emit(practice_id)
    qtbot.waitUntil(lambda: page._kept is not None and page._kept.id == practice_id)


def test_a_practice_is_removed_after_one_question_and_can_be_brought_back(qtbot, page, desk):
    keep_new(desk, HILL)
    set_to(desk, "library.practice", "hill-clinic")
    choose(qtbot, page, "hill-clinic")
    button(page, "Remove this practice").click()
    assert says(
        page,
        "Remove Hill Clinic? Leaflets already given stay as they are. You can bring it back. "
        "This desk's leaflets will bear Dr Mark Vanderpump.",
    )
    with qtbot.waitSignal(page.library_changed):
        button(page, "Remove it").click()
    assert list(library_store.newest(desk).library.practices) == ["practice"]
    assert says(page, "Hill Clinic is removed. Leaflets already given stay as they are.")
    qtbot.waitUntil(lambda: field(page, "Consultant").text() == "Dr Mark Vanderpump")

    with qtbot.waitSignal(page.library_changed):
        button(page, "Bring it back").click()
    assert library_store.newest(desk).library.practices["hill-clinic"] == HILL
    qtbot.waitUntil(lambda: field(page, "Consultant").text() == "Dr Ada Hill")


def test_a_practice_stays_where_nobody_says_yes(qtbot, page, desk):
    keep_new(desk, HILL)
    choose(qtbot, page, "hill-clinic")
    button(page, "Remove this practice").click()
    button(page, "Keep it").click()

    assert not page._strip.isVisible()
    assert list(library_store.newest(desk).library.practices) == ["practice", "hill-clinic"]


def test_the_first_practice_is_not_to_be_removed(qtbot, page, desk):
    assert not button(page, "Remove this practice").isVisibleTo(page)
    assert not says(page, "This practice stands in where no other is chosen")
    keep_new(desk, HILL)
    page.look_again()

    qtbot.waitUntil(lambda: says(page, "This practice stands in where no other is chosen"))
    assert not button(page, "Remove this practice").isVisibleTo(page)


def test_a_practice_that_another_has_changed_is_not_removed(qtbot, page, desk):
    before = keep_new(desk, HILL)
    choose(qtbot, page, "hill-clinic")
    keep(desk, before, replace(HILL, phone="0161 496 0000"))
    button(page, "Remove this practice").click()
    button(page, "Remove it").click()

    qtbot.waitUntil(lambda: says(page, "Someone else has changed this practice meanwhile. Look at it"))
    button(page, "Show it").click()
    qtbot.waitUntil(lambda: field(page, "Phone").text() == "0161 496 0000")


def test_what_was_removed_long_ago_is_brought_back_from_a_menu(qtbot, page, desk):
    keep_new(desk, HILL)
    remove(desk, "hill-clinic")
    button(page, "Removed practices").click()
    qtbot.waitUntil(lambda: page.findChildren(QMenu) != [])
    [entry] = page.findChildren(QMenu)[-1].actions()
    assert entry.text() == "Hill Clinic, removed 22 Nov 2026"
    with qtbot.waitSignal(page.library_changed):
        entry.trigger()

    assert "hill-clinic" in library_store.newest(desk).library.practices


def test_where_nothing_was_removed_that_is_said(qtbot, page):
    button(page, "Removed practices").click()

    qtbot.waitUntil(lambda: says(page, "No practice was removed from this library."))


def test_a_picture_is_looked_for_where_people_keep_pictures(page, tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *words: asked.append(words[2]) or ("", ""))
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _place: str(tmp_path / "Pictures"))
    button(page, "Choose a picture …").click()
    (tmp_path / "Pictures").mkdir()
    button(page, "Choose a picture …").click()

    assert asked == [str(tmp_path), str(tmp_path / "Pictures")]
