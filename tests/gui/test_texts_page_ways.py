"""The ways from the list of texts: a new topic, a broken file, and what a newer program proposes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListWidget, QPushButton

from leaflet_app.domain.proposals import Proposal, ProposedFile, Proposes
from leaflet_app.gui.editor.editor_page import EditorPage
from leaflet_app.gui.library_place.library_place import LibraryPlace
from leaflet_app.gui.library_place.pages import tabs
from leaflet_app.gui.library_place.proposal_page import ProposalPage
from leaflet_app.gui.library_place.text_table import TextTable
from leaflet_app.gui.sharing.background import BackgroundSharing
from leaflet_app.services import library_store, shipped_library
from tests.gui.hands import named, words_of

FILE = "topics/insulinoma/en-GB.md"
HALF_A_TEXT = '+++\ntitle = "Little lumps"\n'


@pytest.fixture
def open_place(qtbot, desk):
    opened = []

    def open_on():
        place = LibraryPlace(desk, tabs(BackgroundSharing(desk)))
        qtbot.addWidget(place)
        opened.append(place)
        place.resize(1100, 700)
        place.show()
        qtbot.waitUntil(lambda: "Checking" not in words_of(place), timeout=20_000)
        return place

    yield open_on
    for place in opened:
        place.stop()


def test_a_new_topic_opens_in_the_editor_and_is_nowhere_before_it_is_saved(qtbot, open_place, desk):
    place = open_place()
    before = library_store.newest(desk).commit
    named(place, QPushButton, "New topic…").click()
    sheet = next(
        each for each in place.window().findChildren(QLineEdit) if each.window() is not place.window()
    ).window()
    sheet.findChild(QLineEdit).setText("VIPoma of the lung")
    assert "topics/vipoma-of-the-lung" in words_of(sheet)
    sheet.main.click()

    qtbot.waitUntil(lambda: any(page.body for page in place.findChildren(EditorPage)), timeout=20_000)
    page = place.findChild(EditorPage)
    assert 'title = "VIPoma of the lung"' in page.edited.text
    assert library_store.newest(desk).commit == before

    sheet = page.save()
    _, name = sheet.findChildren(QLineEdit)
    name.setText("Ann Author")
    with qtbot.waitSignal(page.library_changed, timeout=20_000):
        sheet.main.click()
    now = library_store.newest(desk)
    assert "vipoma-of-the-lung" in {*now.library.topics, *now.library.faulty}


def test_a_broken_text_is_a_click_away(qtbot, open_place, desk):
    base = library_store.newest(desk).commit
    library_store.change(desk, {FILE: HALF_A_TEXT.encode()}, "Break it", base=base)
    place = open_place()

    place.show_faults()
    assert place.findChild(TextTable).current.title == "Little lumps"
    named(place, QPushButton, "Edit").click()

    qtbot.waitUntil(lambda: any(page.body for page in place.findChildren(EditorPage)), timeout=20_000)
    assert place.findChild(EditorPage).edited.text == HALF_A_TEXT
    assert "Little lumps" in words_of(place)


def test_the_faults_at_the_foot_of_the_window_lead_to_the_text_by_keyboard(qtbot, open_window, desk):
    base = library_store.newest(desk).commit
    library_store.change(desk, {FILE: HALF_A_TEXT.encode()}, "Break it", base=base)
    window = open_window(desk)
    [button] = [each for each in window.statusBar().findChildren(QPushButton) if "in the library" in each.text()]
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)

    def chosen():
        return [table.current.title for table in window.findChildren(TextTable) if table.current]

    qtbot.waitUntil(lambda: chosen() == ["Little lumps"], timeout=20_000)


def test_a_text_is_the_chosen_one_after_it_was_opened(qtbot, open_place):
    place = open_place()
    place.open_text(FILE)
    qtbot.waitUntil(lambda: any(page.body for page in place.findChildren(EditorPage)), timeout=20_000)
    place.findChild(EditorPage).closed.emit()

    assert place.findChild(TextTable).current.file == FILE
    assert named(place, QPushButton, "Edit").isEnabled()


class Proposing:
    """Proposes one file until it is taken or left."""

    def __init__(self, monkeypatch, base):
        self.done = []
        self._base = base
        monkeypatch.setattr(shipped_library, "proposed", self.proposed)
        monkeypatch.setattr("leaflet_app.gui.library_place.texts_page.proposed", self.proposed)
        monkeypatch.setattr(shipped_library, "take_proposed", lambda _desk, _proposal, files: self.done.append(files))
        monkeypatch.setattr(shipped_library, "dismiss", lambda _desk: self.done.append("left"))
        monkeypatch.setattr(shipped_library, "proposed_text", lambda _file: "A newer text.\n")

    def proposed(self, _desk):
        file = ProposedFile(FILE, Proposes.CHANGE, is_edited=True)
        return None if self.done else Proposal((file,), self._base)


@pytest.fixture
def proposing(monkeypatch, desk):
    return Proposing(monkeypatch, library_store.newest(desk).commit)


def look(qtbot, place):
    qtbot.waitUntil(lambda: "1 text differs" in words_of(place), timeout=20_000)
    named(place, QPushButton, "Look").click()
    qtbot.waitUntil(lambda: bool(place.findChild(ProposalPage).findChild(QListWidget).count()), timeout=20_000)
    return place.findChild(ProposalPage)


@pytest.mark.parametrize(("name", "done"), [("Take this one", (FILE,)), ("Leave all as here", "left")])
def test_what_a_newer_program_proposes_is_taken_or_left(qtbot, open_place, proposing, name, done):
    page = look(qtbot, open_place())
    assert page.findChild(QListWidget).item(0).text() == "Insulinoma\nChanged   ▲ changed here too"

    with qtbot.waitSignal(page.closed, timeout=20_000):
        named(page, QPushButton, name).click()

    assert proposing.done == [done]


def test_nothing_proposed_says_nothing(open_place):
    assert "newer library" not in words_of(open_place())
