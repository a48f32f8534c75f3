"""The page Packs: trust a sender, take in what is wanted, and pass topics on."""

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QLineEdit, QPushButton

from leaflet_app.gui.packs.making_sheet import MakingSheet
from leaflet_app.gui.packs.packs_page import PacksPage
from leaflet_app.gui.packs.trust_sheet import TrustSheet
from leaflet_app.library.packs.keys import new_key
from leaflet_app.library.packs.making import pack_of
from leaflet_app.services import library_store, packs
from tests.builders import SHIPPED_FILES
from tests.fakes import FakeSecrets, FakeTools, a_desk
from tests.gui.hands import box, click, named, words_of

TEXT = "topics/insulinoma/en-GB.md"
LONG = 20_000


@pytest.fixture
def desk(home):
    """Return a desk that has another text of insulinoma than the pack."""
    desk = a_desk(home=home, tools=FakeTools(secrets=FakeSecrets()))
    newest = library_store.newest(desk)
    words = newest.files.read(TEXT, 100_000).replace(b"small lump that grows", b"little lump that grows", 1)
    library_store.change(desk, {TEXT: words}, "Say little", base=newest.commit, author="B Writer")
    return desk


@pytest.fixture
def pack(tmp_path, library):
    file = tmp_path / "theirs.leafpack"
    file.write_bytes(pack_of(library, SHIPPED_FILES, ["insulinoma"], new_key()))
    return file


@pytest.fixture
def page(desk, pack, qtbot, tmp_path):
    page = PacksPage(desk, lambda _offered, _kind: tmp_path / "ours.leafpack", lambda: pack)
    qtbot.addWidget(page)
    page.resize(1100, 760)
    with qtbot.waitExposed(page):
        page.show()
    qtbot.waitUntil(lambda: "Packs you make bear these signs" in words_of(page), timeout=LONG)
    yield page
    page.stop()


@pytest.fixture
def sheet(qtbot):
    def opened(kind):
        qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), kind))
        return QApplication.activeWindow()

    return opened


@pytest.fixture
def opened(page, qtbot):
    """Open the pack of a stranger on the page."""
    click(page, "Open a pack…")
    qtbot.waitUntil(lambda: "A pack from" in words_of(page), timeout=LONG)
    return page


def test_a_pack_of_a_stranger_says_so_and_cannot_be_taken(opened):
    box_of(opened, "insulinoma").setChecked(True)

    assert "Signed by nobody you trust yet" in words_of(opened)
    assert not named(opened, QPushButton, "Take in as drafts").isEnabled()


def test_once_the_signs_were_compared_the_wanted_text_is_taken_in(opened, desk, sheet, qtbot):
    click(opened, "Trust its signer…")
    asked = sheet(TrustSheet)
    asked.findChild(QLineEdit).setText("Dr Example")
    assert not named(asked, QPushButton, "Trust this key").isEnabled()
    box(asked, "I have compared these signs with the sender").setChecked(True)
    click(asked, "Trust this key")
    qtbot.waitUntil(lambda: "Signed by Dr Example, whom you trust" in words_of(opened), timeout=LONG)
    box_of(opened, "insulinoma").setChecked(True)
    with qtbot.waitSignal(opened.library_changed, timeout=LONG):
        click(opened, "Take in as drafts")

    assert "1 file taken in" in words_of(opened)
    assert b"small lump that grows" in library_store.newest(desk).files.read(TEXT, 100_000)


def test_what_was_ticked_stays_ticked_when_its_signer_is_trusted(opened, sheet, qtbot):
    box_of(opened, "insulinoma").setChecked(True)
    click(opened, "Trust its signer…")
    asked = sheet(TrustSheet)
    asked.findChild(QLineEdit).setText("Dr Example")
    box(asked, "I have compared these signs with the sender").setChecked(True)
    click(asked, "Trust this key")

    qtbot.waitUntil(lambda: "Signed by Dr Example, whom you trust" in words_of(opened), timeout=LONG)
    assert box_of(opened, "insulinoma").isChecked()
    assert named(opened, QPushButton, "Take in as drafts").isEnabled()


def test_a_pack_that_was_changed_on_the_way_is_refused_by_name(page, pack, qtbot):
    pack.write_bytes(pack.read_bytes().replace(b"small lump", b"large lump", 1))
    click(page, "Open a pack…")

    qtbot.waitUntil(lambda: "The pack was refused" in words_of(page), timeout=LONG)


def test_chosen_topics_are_passed_on_in_a_file(page, desk, sheet, qtbot, tmp_path):
    click(page, "Make a pack…")
    asked = sheet(MakingSheet)
    assert not named(asked, QPushButton, "Save pack…").isEnabled()
    box(asked, "Insulinoma").setChecked(True)
    click(asked, "Save pack…")

    qtbot.waitUntil(lambda: "Saved as ours.leafpack" in words_of(page), timeout=LONG)
    assert TEXT in packs.inspect_pack(desk, tmp_path / "ours.leafpack").pack.files


def test_nothing_happens_where_a_sheet_is_closed(page, sheet, qtbot):
    click(page, "Trust a key…")
    sheet(TrustSheet).reject()

    qtbot.waitUntil(lambda: not isinstance(QApplication.activeWindow(), QDialog))
    assert "Dr" not in words_of(page)


def box_of(page, words):
    [found] = [
        each
        for each in page.findChildren(QCheckBox)
        if words in f"{each.text()} {each.accessibleName()} {each.toolTip()}".casefold() and each.isVisible()
    ]
    return found


def test_texts_are_called_by_title_and_language_and_their_place_is_a_tooltip(opened):
    named = {each.accessibleName().partition("\n")[0]: each.toolTip() for each in opened.findChildren(QCheckBox)}

    assert named["Insulinoma, English"] == TEXT
    assert named["Scans, English (shared text)"] == "shared/test-scans/en-GB.md"
