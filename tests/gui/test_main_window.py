from dataclasses import replace

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QPushButton, QTabBar, QToolButton, QWidget

from leaflet_app.domain.errors import UnexpectedFault
from leaflet_app.domain.faults import Fault
from leaflet_app.domain.look import Format
from leaflet_app.gui.places import LEAFLETS, LIBRARY, OUTBOX, REGISTER, SETTINGS, Places
from leaflet_app.services import drafts, library_store, settings, window_memory
from leaflet_app.services.window_memory import WindowMemory
from tests.builders import a_library
from tests.fakes import a_desk
from tests.gui.conftest import PaperRender
from tests.gui.hands import box, click, name_of, named, press, type_words, words_of


@pytest.mark.parametrize(
    ("key", "said"),
    [("Ctrl+2", "Outbox"), ("Ctrl+3", "Register"), ("Ctrl+4", "await clinical review, as"), ("Ctrl+5", "Settings")],
)
def test_each_place_has_its_key_and_says_what_it_is(window, key, said):
    press(key)

    assert said in words_of(window.centralWidget())


def test_the_rail_shows_places_by_icon_and_word_and_marks_the_one_shown(window):
    rail = window.rail.findChildren(QToolButton)

    assert [button.text() for button in rail] == ["Leaflets", "Outbox", "Register", "Library", "Settings"]
    click(window.rail, "Outbox")
    assert [button.isChecked() for button in rail] == [False, True, False, False, False]


def test_the_rail_counts_what_needs_a_person_for_eye_and_ear(window):
    outbox = window.rail.findChildren(QToolButton)[OUTBOX]
    plain = outbox.grab().toImage()

    window.rail.show_count(OUTBOX, 2)
    assert outbox.accessibleName() == "Outbox, 2 need attention"
    assert outbox.grab().toImage() != plain

    window.rail.show_count(OUTBOX, 1)
    assert outbox.accessibleName() == "Outbox, 1 needs attention"

    window.rail.show_count(OUTBOX, 0)
    assert outbox.accessibleName() == "Outbox"
    assert outbox.grab().toImage() == plain


def test_ctrl_1_and_ctrl_f_come_back_to_the_search_box(window):
    for key in ("Ctrl+1", "Ctrl+F"):
        press("Ctrl+4")
        press(key)
        assert QApplication.focusWidget() is window.leaflets.choose.search


def test_the_keyboard_goes_into_the_place_that_its_key_shows(window):
    for key, said in (("Ctrl+3", "Register"), ("Ctrl+4", "Library"), ("Ctrl+5", "Settings")):
        press(key)
        assert window.centralWidget().findChild(Places).currentWidget().isAncestorOf(QApplication.focusWidget()), said

    press("Ctrl+3")
    assert name_of(QApplication.focusWidget()) == "Check a code"


def test_in_a_place_without_anything_to_press_the_keyboard_stays_on_its_name(window):
    press("Ctrl+2")

    assert name_of(QApplication.focusWidget()) == "Outbox"


def test_f6_goes_through_the_columns_and_back(window):
    box(window.leaflets.choose, "Insulinoma").click()
    place = window.leaflets
    columns = (place.choose, place.read, place.column)

    def here():
        return next(n for n, column in enumerate(columns) if column.isAncestorOf(QApplication.focusWidget()))

    walked = [here()]
    for key in ("F6", "F6", "F6", "Shift+F6"):
        press(key)
        walked.append(here())
    assert walked == [0, 1, 2, 0, 2]


@pytest.mark.parametrize("place", [OUTBOX, REGISTER, LIBRARY, SETTINGS])
@pytest.mark.parametrize("key", ["Ctrl+S", "F6", "Shift+F6"])
def test_saving_leads_nobody_away_from_their_page(window, key, place):
    press(f"Ctrl+{place + 1}")
    press(key)

    assert window.centralWidget().findChild(Places).currentIndex() == place
    assert "No topic is chosen" not in words_of(window.centralWidget())


def test_ctrl_s_saves_the_practice_that_somebody_is_changing(window, desk, qtbot):
    settings.change(desk, "library.editor", "Ada Hill")
    window.show_place(LIBRARY)
    window._places.currentWidget().place.show_page("Practice")
    qtbot.waitUntil(lambda: bool(named(window, QLineEdit, "Consultant").text()))
    named(window, QLineEdit, "Practice").setFocus()
    type_words("Hill Clinic")
    press("Ctrl+S")

    qtbot.waitUntil(lambda: "Saved " in words_of(window.centralWidget()))
    assert library_store.newest(desk).library.practice.name == "Hill Clinic"
    assert window._places.currentIndex() == LIBRARY


def test_ctrl_s_keeps_the_setting_that_somebody_is_typing(window, desk, qtbot):
    press("Ctrl+5")
    window._places.currentWidget().findChild(QTabBar).setCurrentIndex(3)
    with qtbot.waitActive(window):
        window.activateWindow()
    named(window, QLineEdit, "This desk").setFocus()
    type_words("Front desk")
    press("Ctrl+S")

    assert settings.load(desk).register.desk == "Front desk"
    assert "✓ This desk: kept." in words_of(window.centralWidget())


def test_a_practice_chosen_in_settings_is_on_the_leaflets_at_once(open_window, library, home):
    hill = replace(library.practice, name="Hill Clinic")
    desk = a_desk(replace(library, practices={"practice": library.practice, "hill": hill}), PaperRender(), home)
    window = open_window(desk)
    press("Ctrl+5")
    settings.change(desk, "library.practice", "hill")
    window._places.currentWidget().place._tell("library.practice", "kept")

    assert window.leaflets.choice.selection.practice == "hill"
    assert "Practice: Hill Clinic" in words_of(window.statusBar())


def test_the_status_line_names_practice_faults_and_review(open_window, library, home):
    said = words_of(open_window(a_desk(library, PaperRender(), home)).statusBar())
    assert "Practice: Dr Mark Vanderpump" in said
    waiting = sum(not topic.review.is_approved for topic in library.topics.values())
    assert f"Library: {len(library.topics)} topics" in said
    assert f"Awaiting clinical review: {waiting} topics" in said

    broken = a_library(faults=(Fault("topics/x.md", 3, "a line is wrong", "mend it"),))
    window = open_window(a_desk(broken, PaperRender(), home))
    click(window.statusBar(), "⚠ 1 fault in the library")
    assert window.centralWidget().findChild(Places).currentIndex() == LIBRARY


def test_size_columns_zoom_and_format_are_remembered(open_window, desk, home):
    first = open_window(desk)
    first.resize(790, 600)
    first.leaflets.restore_widths((300, 380, 330))
    first.leaflets.column.zoom_changed.emit("150")
    first.leaflets.choice.print_on(Format.LARGE)
    widths = first.leaflets.widths
    first.close()

    second = open_window(desk, window_memory.load(home))

    assert second.size() == QSize(790, 600)
    assert second.leaflets.widths == widths
    assert second.leaflets.choice.selection.format is Format.LARGE
    assert window_memory.load(home).zoom == "150"
    assert settings.load(desk).printing.format is Format.LARGE


def test_a_first_window_leaves_room_for_its_title_bar(open_window, desk):
    window = open_window(desk)
    room = window.screen().availableGeometry().size()

    assert window.height() <= room.height() - 40
    assert window.minimumHeight() <= room.height() - 40
    assert window.width() <= room.width()


def test_a_memory_of_another_world_still_open_a_window(open_window, desk):
    window = open_window(desk, WindowMemory(geometry="%%%", columns=(1, 2), zoom="far"))

    assert window.isVisible()


def test_closing_forgets_the_draft_because_someone_chose_to_close(window, home, library):
    box(window.leaflets.choose, "Insulinoma").click()
    drafts.keep(home, window.leaflets.choice.selection)

    window.close()

    assert drafts.load(home, library) is None


def test_a_calm_strip_tells_of_what_nobody_thought_of(window):
    window.tell(UnexpectedFault("KeyError in here, there.py:1"))

    assert "Something went wrong that should not have." in words_of(window.centralWidget())
    click(window.centralWidget(), "Close")
    assert "Something went wrong" not in words_of(window.centralWidget())


@pytest.mark.parametrize("size", [QSize(1024, 640), QSize(960, 540)], ids=["1024x640", "960x540"])
@pytest.mark.parametrize("place", [LEAFLETS, OUTBOX, REGISTER, LIBRARY, SETTINGS])
def test_nothing_is_cut_off_in_a_small_window(window, size, place):
    box(window.leaflets.choose, "Overactive parathyroid: adenoma and hyperplasia").click()
    window.show_place(place)
    window.resize(size)
    QApplication.processEvents()

    assert window.size() == size
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and isinstance(widget, QLabel | QPushButton | QCheckBox) and widget.text():
            least = widget.minimumSizeHint()
            assert widget.width() >= least.width(), name_of(widget)
            assert widget.height() >= least.height(), name_of(widget)
