"""The place Library: its tabs, and what opens over them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QPushButton, QTabBar

from leaflet_app.gui.library_place.history_page import HistoryPage
from leaflet_app.gui.library_place.library_place import LibraryPlace
from leaflet_app.gui.library_place.pages import Tab, tabs
from leaflet_app.gui.sharing.background import BackgroundSharing
from leaflet_app.gui.widgets.library_page import LibraryPage
from leaflet_app.services import library_store
from tests.fakes import a_desk
from tests.gui.hands import words_of

TEXT = "topics/insulinoma/en-GB.md"


class OnePage(LibraryPage):
    """A page that counts how often it is asked to look again."""

    def __init__(self):
        super().__init__()
        self.looked = 0
        self.is_stopped = False

    def look_again(self):
        self.looked += 1

    def stop(self):
        self.is_stopped = True


@pytest.fixture
def open_place(qtbot):
    opened = []

    def open_with(*few, desk=None):
        desk = desk or a_desk()
        place = LibraryPlace(desk, few or tabs(BackgroundSharing(desk)))
        qtbot.addWidget(place)
        opened.append(place)
        place.resize(1100, 700)
        place.show()
        return place

    yield open_with
    for place in opened:
        place.stop()


def names(place):
    bar = place.findChild(QTabBar)
    return [bar.tabText(each).replace("&", "") for each in range(bar.count())]


def test_a_page_is_built_when_somebody_looks_at_it(open_place):
    pages = []

    def build(_desk):
        pages.append(OnePage())
        return pages[-1]

    place = open_place(Tab("&One", build), Tab("&Two", build))
    assert len(pages) == 1
    place.show_page("Two")
    assert len(pages) == 2


def test_what_one_page_changes_the_others_look_at_again_and_the_window_hears_of(open_place, qtbot):
    one, two = OnePage(), OnePage()
    place = open_place(Tab("One", lambda _desk: one), Tab("Two", lambda _desk: two))
    place.show_page("Two")

    with qtbot.waitSignal(place.library_changed):
        two.library_changed.emit()
    assert (one.looked, two.looked) == (1, 0)


def test_every_page_ends_its_work_with_the_window(open_place):
    one = OnePage()
    open_place(Tab("One", lambda _desk: one)).stop()

    assert one.is_stopped


def test_the_tabs_name_what_an_admin_does(open_place):
    assert names(open_place())[0] == "Texts"
    assert {"Practice", "Packs", "Sharing"} <= set(names(open_place()))


def test_history_opens_over_the_tabs_and_a_version_comes_back(open_place, home, qtbot):
    desk = a_desk(home=home)
    newest = library_store.newest(desk)
    words = newest.files.read(TEXT, 100_000).replace(b"small lump", b"little lump", 1)
    library_store.change(desk, {TEXT: words}, "Say little", base=newest.commit, author="B Writer")
    one = OnePage()
    place = open_place(Tab("One", lambda _desk: one), desk=desk)
    one.history_asked.emit(TEXT)
    page = place.findChild(HistoryPage)
    versions = page.findChild(QListWidget)
    qtbot.waitUntil(lambda: versions.count() == 2)

    assert "B Writer" in versions.item(0).text()
    assert ":" in versions.item(0).text().splitlines()[0]
    assert versions.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    versions.setCurrentRow(1)
    sheet = page.bring_back()
    assert "a draft until it is approved" in words_of(sheet)
    assert b"little lump" in library_store.newest(desk).files.read(TEXT, 100_000)
    with qtbot.waitSignal(place.library_changed):
        sheet.main.click()
    qtbot.waitUntil(lambda: "Brought back as a new version" in words_of(page))
    assert b"small lump" in library_store.newest(desk).files.read(TEXT, 100_000)
    qtbot.waitUntil(lambda: "Brought back the version of" in versions.item(0).text())


def test_going_back_shows_the_tabs_again(open_place, home):
    one = OnePage()
    place = open_place(Tab("One", lambda _desk: one), desk=a_desk(home=home))
    one.history_asked.emit(TEXT)
    assert not place.findChild(QTabBar).isVisible()

    next(each for each in place.findChildren(QPushButton) if "All" in each.text()).click()

    assert place.findChild(QTabBar).isVisible()
    assert one.isVisible()
