"""Edit a text: nothing that is written is ever lost, and what is said of it is true."""

from dataclasses import replace
from datetime import UTC, datetime
from threading import Event, Timer, current_thread, main_thread

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from leaflet_app.domain.errors import CannotSave
from leaflet_app.domain.form_fields import PictureFields
from leaflet_app.domain.topic import SectionKey
from leaflet_app.gui.editor.editor_page import EditorPage
from leaflet_app.gui.editor.forms.forms import PICTURES, SOURCES
from leaflet_app.gui.editor.meanwhile_sheet import MeanwhileSheet
from leaflet_app.gui.editor.save_sheet import SaveSheet
from leaflet_app.services import library_store, settings, text_drafts
from leaflet_app.services.add_picture import cleaned
from leaflet_app.services.edit_text import save_text
from leaflet_app.services.review_texts import submit
from leaflet_app.services.text_drafts import TextDraft
from tests.gui.hands import named, words_of
from tests.gui.test_accessibility import nameless
from tests.pdf.authors_pictures import a_photograph

FILE = "topics/insulinoma/en-GB.md"
LUMP, GROWTH = "An insulinoma is a small lump", "An insulinoma is a small growth"


@pytest.fixture
def edit(qtbot, desk):
    opened = []

    def open_page(file=FILE):
        page = EditorPage(desk, file)
        qtbot.addWidget(page)
        opened.append(page)
        page.resize(1100, 700)
        page.show()
        qtbot.waitUntil(lambda: page.body is not None or "Opening" not in page.head.said, timeout=20_000)
        return page

    yield open_page
    for page in opened:
        page.stop()


@pytest.fixture
def page(edit):
    return edit()


def button(page, words):
    return next(
        each for each in page.findChildren(QPushButton) if each.text().replace("&", "") == words and each.isVisible()
    )


def write(page, before=LUMP, after=GROWTH):
    page.edited.replace(page.edited.text.replace(before, after))


def kept_text(desk, file=FILE):
    return library_store.text_at(desk, file, library_store.newest(desk).commit)


def save(qtbot, page, message="Say growth", name="Ann Author"):
    sheet = page.save()
    fields = {field.accessibleName() or field.text(): field for field in sheet.findChildren(QLineEdit)}
    message_field, name_field = sheet.findChildren(QLineEdit)
    assert fields
    message_field.setText(message)
    if name_field.isVisible():
        name_field.setText(name)
    with qtbot.waitSignal(page.library_changed, timeout=20_000):
        sheet.main.click()


def by_another(desk, before=LUMP, after="An insulinoma is a tiny lump"):
    base = library_store.newest(desk).commit
    text = library_store.text_at(desk, FILE, base).replace(before, after)
    save_text(desk, FILE, text, "Say tiny", base=base)


def test_a_text_opens_with_no_changes(page, desk):
    assert page.edited.text == kept_text(desk)
    assert page.head.said == "No changes"
    assert not button(page, "Save").isEnabled()


def test_a_text_opens_at_its_first_words(page):
    source = page.body.source

    assert source.textCursor().block().text().startswith("## ")
    assert source.firstVisibleBlock() == source.textCursor().block()


def test_saving_makes_a_version_with_the_words_and_the_name(qtbot, page, desk):
    write(page)
    save(qtbot, page)

    assert GROWTH in kept_text(desk)
    version = library_store.history(desk, FILE)[0]
    assert (version.message, version.author.split(" <")[0]) == ("Say growth", "Ann Author")
    assert page.head.said.startswith("✓ Saved")


def test_a_text_in_review_is_a_draft_again_and_its_writer_is_told(qtbot, edit, desk):
    submit(desk, FILE, "1.0.0", "Ready")
    page = edit()
    write(page)
    save(qtbot, page)

    assert "This text is a draft again, because it was changed." in words_of(page.strip)
    write(page, GROWTH, LUMP + " indeed")
    save(qtbot, page)
    assert not page.strip.isVisible()


def test_the_name_is_asked_for_once(qtbot, page, desk):
    write(page)
    save(qtbot, page)
    assert settings.load(desk).library.editor == "Ann Author"

    write(page, GROWTH, LUMP)
    sheet = page.save()
    assert not sheet.findChildren(QLineEdit)[1].isVisible()
    assert sheet.editor == "Ann Author"
    sheet.reject()


def test_there_is_nothing_to_save_without_a_change(page):
    assert page.save() is None


def test_a_draft_is_kept_when_the_text_is_left(qtbot, page, desk):
    write(page)
    assert page.head.said == "Not saved yet"

    page.body.source.left.emit()

    qtbot.waitUntil(lambda: "draft kept" in page.head.said)
    assert text_drafts.left_of(desk.home, FILE).text == page.edited.text


def test_a_draft_is_kept_by_itself_soon_after_typing(qtbot, page, desk):
    write(page)

    qtbot.waitUntil(lambda: text_drafts.left_of(desk.home, FILE) is not None, timeout=5000)


def test_closing_keeps_a_draft_and_opening_brings_it_back(edit, page):
    write(page)
    written = page.edited.text
    page.stop()

    again = edit()
    assert "You left changes here" in words_of(again)
    assert LUMP in again.edited.text
    button(again, "Take them up").click()

    assert again.edited.text == written
    assert again.is_changed


def change_source(page):
    sources = page.body.forms.form(SOURCES)
    entry = next(iter(sources._entries.values()))
    sources._keep(replace(entry, title="Another title"), "changed")


def add_picture(page):
    forms = page.body.forms
    pictures = forms.form(PICTURES)
    pictures._put(cleaned(a_photograph(90, 60)), PictureFields("", "A scan", SectionKey.TESTS, ""))


def test_lists_and_pictures_are_kept_with_the_draft_and_brought_back(qtbot, edit, page, desk):
    change_source(page)
    add_picture(page)
    written = page.unsaved.written
    qtbot.waitUntil(lambda: "draft kept" in page.head.said, timeout=20_000)
    page.stop()

    again = edit()
    assert not again.is_changed
    button(again, "Take them up").click()

    assert again.unsaved.written == written
    assert set(again.unsaved.beside) == {"sources.toml", "topics/insulinoma/a-scan.jpg"}


def test_a_list_alone_is_kept_and_offered_and_saved(qtbot, edit, page, desk):
    change_source(page)
    changed = page.unsaved.beside["sources.toml"]
    page.stop()

    again = edit()
    assert "You left changes here" in words_of(again)
    button(again, "Take them up").click()
    save(qtbot, again)

    assert library_store.newest(desk).files.read("sources.toml", len(changed) + 1) == changed
    assert not again.is_changed
    assert text_drafts.left(desk.home) == ()


def test_lists_and_words_of_a_draft_are_discarded_together(edit, page, desk):
    write(page)
    change_source(page)
    page.stop()

    again = edit()
    button(again, "Discard").click()

    assert text_drafts.left(desk.home) == ()
    assert again.unsaved.beside == {}
    assert not again.is_changed


def test_discarding_in_the_editor_lets_go_of_lists_too(edit, page, desk):
    change_source(page)
    page.drafting.keep_now()
    button(page, "Discard changes").click()
    button(page, "Throw away").click()

    assert page.head.said == "No changes"
    assert text_drafts.left(desk.home) == ()


class SlowDisk:
    """Holds a draft that is written off the window's thread until it may end."""

    def __init__(self, keep):
        self._keep = keep
        self._begun, self._may_end, self.ended = Event(), Event(), Event()

    def __call__(self, home, draft):
        if current_thread() is main_thread():
            self._keep(home, draft)
            return
        self._begun.set()
        self._may_end.wait(20)
        self._keep(home, draft)
        self.ended.set()

    def begin(self, page):
        write(page)
        page.drafting.keep_soon()
        assert self._begun.wait(20)

    def end_soon(self):
        Timer(0.05, self._may_end.set).start()


@pytest.fixture
def slow_disk(monkeypatch):
    slow = SlowDisk(text_drafts.keep)
    monkeypatch.setattr(text_drafts, "keep", slow)
    return slow


def test_a_draft_that_is_written_slowly_never_overtakes_a_newer_one(page, desk, slow_disk):
    slow_disk.begin(page)
    write(page, GROWTH, "An insulinoma is a small bud")
    slow_disk.end_soon()
    page.stop()

    assert slow_disk.ended.wait(20)
    assert "small bud" in text_drafts.left_of(desk.home, FILE).text


def test_a_draft_that_is_still_being_written_is_gone_once_it_is_discarded(page, desk, slow_disk):
    slow_disk.begin(page)
    slow_disk.end_soon()
    button(page, "Discard changes").click()
    button(page, "Throw away").click()

    assert slow_disk.ended.wait(20)
    assert text_drafts.left(desk.home) == ()


def test_a_draft_that_nobody_wants_is_gone(edit, page, desk):
    write(page)
    page.stop()

    again = edit()
    button(again, "Discard").click()

    assert text_drafts.left(desk.home) == ()
    assert not again.is_changed


def test_a_saved_text_leaves_no_draft(qtbot, page, desk):
    write(page)
    page.body.source.left.emit()
    qtbot.waitUntil(lambda: text_drafts.left_of(desk.home, FILE) is not None)
    save(qtbot, page)

    assert text_drafts.left(desk.home) == ()


def test_a_full_disk_is_told_and_the_text_stays(qtbot, page, monkeypatch):
    def full(*_):
        raise CannotSave("edits", "the disk is full", "Free some space.")

    monkeypatch.setattr(text_drafts, "keep", full)
    write(page)
    page.body.source.left.emit()

    qtbot.waitUntil(lambda: "the disk is full" in page.head.said)
    assert GROWTH in page.edited.text


def test_nobody_leaves_a_text_that_cannot_be_kept_unasked(qtbot, page, monkeypatch):
    def full(*_):
        raise CannotSave("edits", "the disk is full", "Free some space.")

    monkeypatch.setattr(text_drafts, "keep", full)
    write(page)
    left = []
    page.closed.connect(lambda: left.append(1))

    button(page, "← All texts").click()
    assert left == []
    assert "what you have written is lost" in words_of(page)

    button(page, "Leave all the same").click()
    assert left == [1]


def test_a_save_that_fails_is_told_and_the_text_stays(qtbot, page, desk, monkeypatch):
    def full(*_, **__):
        raise CannotSave("library", "the disk is full", "Free some space.")

    monkeypatch.setattr(library_store, "change", full)
    write(page)
    sheet = page.save()
    sheet.findChildren(QLineEdit)[1].setText("Ann Author")
    sheet.main.click()

    qtbot.waitUntil(lambda: "the disk is full" in words_of(page))
    assert GROWTH in page.edited.text
    assert page.is_changed
    assert LUMP in kept_text(desk)


def test_discarding_asks_once_and_can_be_undone(page):
    write(page)
    button(page, "Discard changes").click()
    assert GROWTH in page.edited.text

    button(page, "Throw away").click()
    assert LUMP in page.edited.text
    assert page.head.said == "No changes"

    page.edited.document.undo()
    assert GROWTH in page.edited.text


def test_undoing_everything_leaves_nothing_to_save(page):
    write(page)
    page.edited.document.undo()

    assert page.head.said == "No changes"


def refused(qtbot, page):
    sheet = page.save()
    sheet.findChildren(QLineEdit)[1].setText("Ann Author")
    sheet.main.click()
    qtbot.waitUntil(lambda: bool(page.window().findChildren(MeanwhileSheet)), timeout=20_000)
    return page.window().findChildren(MeanwhileSheet)[-1]


def test_a_save_over_anothers_is_refused_and_shows_both(qtbot, page, desk):
    write(page)
    by_another(desk)

    sheet = refused(qtbot, page)

    assert "tiny" in kept_text(desk)
    assert GROWTH in page.edited.text
    sheet.reject()
    assert "Somebody else has saved this text" in words_of(page)


def test_theirs_can_be_taken_and_undo_brings_mine_back(qtbot, page, desk):
    write(page)
    by_another(desk)
    sheet = refused(qtbot, page)
    named(sheet, QPushButton, "Take theirs").click()

    assert page.edited.text == kept_text(desk)
    assert not page.is_changed
    page.edited.document.undo()
    assert GROWTH in page.edited.text


def test_mine_can_be_kept_over_theirs(qtbot, page, desk):
    write(page)
    by_another(desk)
    sheet = refused(qtbot, page)
    named(sheet, QPushButton, "Keep mine").click()

    again = page.window().findChildren(SaveSheet)[-1]
    again.findChildren(QLineEdit)[1].setText("Ann Author")
    with qtbot.waitSignal(page.library_changed, timeout=20_000):
        again.main.click()
    assert GROWTH in kept_text(desk)


def test_both_can_be_open_and_the_next_save_stands(qtbot, page, desk):
    write(page)
    by_another(desk)
    sheet = refused(qtbot, page)
    sheet.main.click()

    assert "tiny" in page.body.theirs.text.toPlainText()
    assert page.body.theirs.isVisible()
    save(qtbot, page)
    assert GROWTH in kept_text(desk)


def test_another_who_saves_meanwhile_is_told_of(qtbot, page, desk):
    write(page)
    by_another(desk)
    page.keeping.look_for_others()

    qtbot.waitUntil(lambda: "Somebody else has saved this text" in words_of(page))
    assert GROWTH in page.edited.text


def test_a_text_nobody_has_touched_follows_the_library(qtbot, page, desk):
    by_another(desk)
    page.keeping.look_for_others()

    qtbot.waitUntil(lambda: "tiny" in page.edited.text)
    assert not page.is_changed


def test_a_change_of_another_text_disturbs_nobody(qtbot, page, desk):
    base = library_store.newest(desk).commit
    other = "shared/treat-surgery/en-GB.md"
    text = library_store.text_at(desk, other, base)
    save_text(desk, other, text + "\nMore words.\n", "Say more", base=base)
    write(page)

    save(qtbot, page)
    assert GROWTH in kept_text(desk)
    assert "More words." in kept_text(desk, other)


def test_problems_are_shown_and_lead_to_their_line(qtbot, page):
    write(page, LUMP, "An insulinoma is a harmless lump")
    qtbot.waitUntil(lambda: page.body.problems.list.count() == 1, timeout=20_000)

    assert "promises too much" in page.body.problems.list.item(0).text()
    page.body.problems.list.setFocus()
    page.body.problems.list.setCurrentRow(0)
    QTest.keyClick(page.body.problems.list, Qt.Key.Key_Return)
    line = page.body.source.textCursor().blockNumber() + 1
    assert "harmless" in page.edited.text.splitlines()[line - 1]
    assert line in page.body.source.gutter.marks


def test_a_broken_text_can_be_opened_and_mended(qtbot, edit, desk):
    base = library_store.newest(desk).commit
    library_store.change(desk, {FILE: b"half a text\n"}, "Break it", base=base)
    page = edit()
    assert page.edited.text == "half a text\n"
    qtbot.waitUntil(lambda: page.body.problems.list.count() == 1, timeout=20_000)

    page.edited.replace(library_store.text_at(desk, FILE, base))
    save(qtbot, page)
    assert "insulinoma" in library_store.newest(desk).library.topics


def test_a_broken_text_is_saved_with_a_warning(page, qtbot):
    page.edited.replace("half a text\n")
    qtbot.waitUntil(lambda: not page.body.is_readable, timeout=20_000)

    sheet = page.save()
    assert "no leaflet can be made" in words_of(sheet)
    sheet.reject()


def test_the_leaflet_beside_it_follows_the_text(qtbot, page, desk):
    qtbot.waitUntil(lambda: page.body.leaflet.view.pages > 0, timeout=20_000)
    desk.render.asked.clear()
    write(page)

    qtbot.waitUntil(lambda: bool(desk.render.asked), timeout=20_000)
    leaflet, _ = desk.render.asked[-1]
    assert "small growth" in repr(leaflet)


def test_the_leaflet_stays_while_the_text_cannot_be_read(qtbot, page):
    qtbot.waitUntil(lambda: page.body.leaflet.view.pages > 0, timeout=20_000)
    page.edited.replace("half a text\n")

    qtbot.waitUntil(lambda: "as it last could be printed" in page.body.leaflet.said, timeout=20_000)
    assert page.body.leaflet.view.pages > 0


def test_a_file_that_is_not_there_is_told_calmly(edit):
    page = edit("topics/no-such/en-GB.md")

    assert "there is no text" in words_of(page)


def test_the_keys_of_the_window_mean_the_text(page):
    write(page)
    assert page.take_key("Ctrl+S")
    page.window().findChildren(SaveSheet)[-1].reject()
    assert page.take_key("Ctrl+F")
    assert page.body.finding.isVisible()
    assert not page.take_key("Ctrl+P")


def test_a_draft_of_an_older_version_is_not_saved_over_theirs(qtbot, edit, desk):
    base = library_store.newest(desk).commit
    text = library_store.text_at(desk, FILE, base).replace(LUMP, GROWTH)
    text_drafts.keep(desk.home, TextDraft(FILE, text, base, datetime(2026, 11, 20, tzinfo=UTC)))
    by_another(desk)
    page = edit()
    button(page, "Take them up").click()

    sheet = refused(qtbot, page)
    assert "tiny" in kept_text(desk)
    sheet.reject()


def test_everything_on_the_page_has_a_name(qtbot, page):
    page.take_key("Ctrl+F")

    assert nameless(page) == []


def test_the_keyboard_reaches_back_text_and_problems(qtbot, page):
    write(page, LUMP, "An insulinoma is a harmless lump")
    qtbot.waitUntil(lambda: page.body.problems.list.count() == 1, timeout=20_000)
    page.body.source.setFocus()
    seen = set()
    for _ in range(60):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.add(QApplication.focusWidget())

    assert {page.body.source, page.body.problems.list, button(page, "← All texts"), button(page, "Save")} <= seen
