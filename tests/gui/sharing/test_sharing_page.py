"""The page Sharing and the sheet on which a person chooses between two texts."""

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit, QPushButton, QRadioButton

from leaflet_app.gui.sharing.background import BackgroundSharing
from leaflet_app.gui.sharing.conflict_sheet import ConflictSheet
from leaflet_app.gui.sharing.sharing_page import SharingPage
from leaflet_app.services.settings import change as set_setting
from leaflet_app.services.settings import load
from leaflet_app.services.share_library import conflicts, share, standing
from leaflet_app.services.text_titles import title_of
from tests.gui.hands import click, named, words_of
from tests.gui.sharing.conftest import ANN, edit, read


@pytest.fixture
def page_of(qtbot):
    stopping = []

    def show(desk, folder=None):
        sharing = BackgroundSharing(desk)
        page = SharingPage(desk, sharing, lambda: folder)
        stopping.extend((page, sharing))
        qtbot.addWidget(page)
        page.resize(900, 700)
        with qtbot.waitExposed(page):
            page.show()
        qtbot.waitUntil(lambda: named(page, QLineEdit, "Shared library").text() == load(desk).library.shared)
        return page

    yield show
    for each in stopping:
        each.stop()


def says(page, words):
    return lambda: words in words_of(page)


def test_it_shares_and_says_so(ben, page_of, qtbot):
    page = page_of(ben)
    page._sharing.share_now()

    qtbot.waitUntil(says(page, "Up to date"))


def test_it_names_the_last_changes_of_others(ann, ben, page_of, qtbot):
    edit(ann, "as they say")
    share(ann)
    page = page_of(ben)
    page._sharing.share_now()

    qtbot.waitUntil(says(page, f"{ANN}  ·  "))
    assert "Say it better: Insulinoma" in words_of(page)


def test_an_address_is_kept_and_tried(ben, page_of, qtbot, tmp_path):
    page = page_of(ben)
    named(page, QLineEdit, "Shared library").setText(str(tmp_path / "nowhere"))
    click(page, "Keep address")

    qtbot.waitUntil(says(page, "not reachable, working locally"))
    assert load(ben).library.shared == str(tmp_path / "nowhere")


def test_an_address_with_a_password_is_refused(ben, page_of, qtbot):
    page = page_of(ben)
    named(page, QLineEdit, "Shared library").setText("https://ann:secret@git.example/library.git")
    click(page, "Keep address")

    qtbot.waitUntil(says(page, "it holds a password"))
    assert "secret" not in load(ben).library.shared


def test_an_empty_folder_is_begun_when_asked(ben, page_of, qtbot, tmp_path):
    empty = tmp_path / "empty"
    empty.mkdir()
    page = page_of(ben, empty)
    (ben.home / "library.git/refs/remotes/shared/main").unlink()
    click(page, "Choose folder…")
    click(page, "Keep address")
    qtbot.waitUntil(says(page, "This folder is empty"))
    qtbot.waitUntil(says(page, "Nothing is shared there yet"))
    assert "working locally" not in words_of(page)
    click(page, "Begin there")

    qtbot.waitUntil(says(page, "Up to date"))


def test_the_connection_is_tried(ben, page_of, qtbot, folder):
    page = page_of(ben)
    click(page, "Test the connection")

    qtbot.waitUntil(says(page, "The shared library answers"))


def test_a_look_at_the_page_takes_no_answer_away(ben, page_of, qtbot):
    page = page_of(ben)
    click(page, "Test the connection")
    page._sharing.stood.emit(page._sharing.last)

    qtbot.waitUntil(says(page, "The shared library answers"))


def test_nothing_shared_is_explained(ben, page_of, qtbot):
    set_setting(ben, "library.shared", "")
    page = page_of(ben)

    assert "Not shared: this desk keeps the library for itself" in words_of(page)


def test_a_text_changed_twice_is_settled_on_the_page(quarrel, page_of, qtbot):
    page = page_of(quarrel)
    page._sharing.share_now()
    qtbot.waitUntil(says(page, "1 text needs you"))
    qtbot.waitUntil(says(page, "What others have changed comes in once you have chosen."))
    assert "Nothing has come" not in words_of(page)
    click(page, "Choose between the texts…")
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), ConflictSheet))
    with qtbot.waitSignal(page.library_changed):
        take(QApplication.activeWindow(), "Take theirs")

    qtbot.waitUntil(says(page, "Up to date"))
    assert "as a specialist nurse says" in read(quarrel)
    assert standing(quarrel).to_send == 0


def take(sheet, way):
    named(sheet, QRadioButton, way).setChecked(True)
    click(sheet, "Keep this choice")
    return sheet.result()


@pytest.fixture
def sheet(quarrel, qtbot):
    page = QDialog()
    page.resize(1100, 760)
    qtbot.addWidget(page)
    with pytest.raises(Exception, match="Someone else has changed"):
        share(quarrel)
    sheet = ConflictSheet(page, quarrel, conflicts(quarrel))
    with qtbot.waitExposed(sheet):
        sheet.show()
    return sheet


def test_both_texts_are_shown_by_name(sheet):
    assert "Insulinoma" in words_of(sheet)
    texts = [each.toPlainText() for each in sheet.findChildren(QPlainTextEdit)]
    assert any("as a specialist nurse says" in each for each in texts)
    assert any("as a consultant says" in each for each in texts)


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("topics/insulinoma/en-GB.md", "Insulinoma"),
        ("topics/insulinoma/cy.md", "Insulinoma (Welsh)"),
        ("topics/insulinoma/approval.toml", "Insulinoma"),
        ("shared/treat-surgery/en-GB.md", "Surgery"),
        ("sources.toml", "The list of sources"),
        ("practice/disclaimer/en-GB.md", "Disclaimer"),
    ],
)
def test_a_file_is_called_as_people_call_it(library, file, said):
    assert title_of(library, file).startswith(said)


def test_nothing_is_chosen_for_anybody(sheet):
    assert not named(sheet, QPushButton, "Keep this choice").isEnabled()


def test_deciding_later_leaves_everything_as_it_was(sheet, quarrel):
    click(sheet, "Decide later")

    assert sheet.chosen == {}
    assert "as a consultant says" in read(quarrel)
    assert standing(quarrel).texts == 1


@pytest.mark.parametrize(("way", "words"), [("Keep yours", b"a consultant"), ("Take theirs", b"a specialist nurse")])
def test_one_of_both_is_taken_as_it_is(sheet, way, words):
    take(sheet, way)

    (content,) = sheet.chosen.values()
    assert words in content


def test_a_third_text_begins_with_both_and_is_kept_as_it_is_typed(sheet, qtbot):
    named(sheet, QRadioButton, "Write it from both").setChecked(True)
    own = named(sheet, QPlainTextEdit, "Your third text")
    assert "as a consultant says" in own.textCursor().block().text()
    assert "as a specialist nurse says" in own.textCursor().block().next().text()
    own.textCursor().insertText("A\u00a0word more. ")
    with qtbot.waitSignal(sheet.accepted, timeout=20_000):
        click(sheet, "Keep this choice")

    [kept] = sheet.chosen.values()
    assert "A\u00a0word more. " in kept.decode()


def test_a_third_text_from_which_no_leaflet_could_be_made_is_not_kept(sheet, qtbot):
    named(sheet, QRadioButton, "Write it from both").setChecked(True)
    named(sheet, QPlainTextEdit, "Your third text").textCursor().insertText("Half of 5 people. ")
    click(sheet, "Keep this choice")

    qtbot.waitUntil(says(sheet, "the figure 5 has no source"), timeout=20_000)
    assert sheet.chosen == {}
    assert sheet.isVisible()
