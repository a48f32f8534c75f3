"""The editor, while others change the same text: at another desk, in another window, or only in a list."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QPushButton

from leaflet_app.gui.editor.editor_page import EditorPage
from leaflet_app.gui.editor.forms.forms import SOURCES
from leaflet_app.services import library_store
from leaflet_app.services.list_forms import read_sources, with_entry
from leaflet_app.services.share_library import share
from tests.fakes import a_desk
from tests.gui.hands import words_of
from tests.gui.sharing.conftest import TEXT, edit, read

LISTS = "sources.toml"


@pytest.fixture
def edit_at(qtbot):
    opened = []

    def open_page(desk):
        page = EditorPage(desk, TEXT)
        qtbot.addWidget(page)
        opened.append(page)
        page.show()
        qtbot.waitUntil(lambda: page.body is not None, timeout=20_000)
        return page

    yield open_page
    for page in opened:
        page.stop()


def write(page):
    page.edited.replace(page.edited.text.rstrip() + "\n\nWords of Ben.\n")


def change_source(desk, number, title):
    """Give a source of the library another title, and save that."""
    base = library_store.newest(desk).commit
    text = library_store.text_at(desk, LISTS, base)
    entry = list(read_sources(text).values())[number]
    changed = with_entry(text, replace(entry, title=title))
    library_store.change(desk, {LISTS: changed.encode()}, "Title", base=base)


def change_source_in(page, number, title):
    sources = page.body.forms.form(SOURCES)
    sources._keep(replace(list(sources._entries.values())[number], title=title), "changed")


def save(page):
    page.keeping.save("Save it", "Ben")


def titles(desk):
    text = library_store.text_at(desk, LISTS, library_store.newest(desk).commit)
    return [entry.title for entry in read_sources(text).values()]


def test_a_change_that_comes_by_sharing_is_told_and_nothing_is_lost(ann, ben, edit_at, qtbot):
    page = edit_at(ben)
    write(page)
    written = page.edited.text
    edit(ann, "Words of Ann.")
    share(ann)
    share(ben)

    qtbot.waitUntil(lambda: "Somebody else has saved this text" in words_of(page), timeout=20_000)
    assert page.edited.text == written
    assert [each.isVisible() for each in page.findChildren(QPushButton) if each.text() == "&Compare"] == [True]


def test_a_text_nobody_has_touched_follows_what_comes_by_sharing(ann, ben, edit_at, qtbot):
    page = edit_at(ben)
    edit(ann, "Words of Ann.")
    share(ann)
    share(ben)

    qtbot.waitUntil(lambda: page.edited.text == read(ann), timeout=20_000)
    assert not page.is_changed


def test_another_window_of_this_computer_is_noticed(ben, edit_at, qtbot):
    page = edit_at(ben)
    write(page)
    beside = a_desk(ben.library, home=ben.home)
    edit(beside, "Words from the other window.")

    qtbot.waitUntil(lambda: "Somebody else has saved this text" in words_of(page), timeout=20_000)


def test_a_list_that_both_changed_holds_what_both_changed(ann, ben, edit_at, qtbot):
    page = edit_at(ben)
    change_source_in(page, 0, "Title of Ben")
    change_source(ann, 1, "Title of Ann")
    share(ann)
    share(ben)
    save(page)
    qtbot.waitUntil(lambda: "holds what both of you changed" in words_of(page), timeout=20_000)

    with qtbot.waitSignal(page.library_changed, timeout=20_000):
        save(page)
    assert titles(ben)[:2] == ["Title of Ben", "Title of Ann"]


def test_one_entry_that_both_changed_is_told_and_theirs_stays(ann, ben, edit_at, qtbot):
    page = edit_at(ben)
    change_source_in(page, 0, "Title of Ben")
    change_source(ann, 0, "Title of Ann")
    share(ann)
    share(ben)
    save(page)

    qtbot.waitUntil(lambda: "was changed here and by somebody else" in words_of(page), timeout=20_000)
    assert titles(ben)[0] == "Title of Ann"


def test_a_list_in_a_draft_takes_in_what_others_changed_since(ben, edit_at, qtbot):
    page = edit_at(ben)
    change_source_in(page, 0, "Title of Ben")
    page.stop()
    change_source(ben, 1, "Title of Ann")

    again = edit_at(ben)
    next(each for each in again.findChildren(QPushButton) if each.text() == "&Take them up").click()
    save(again)
    qtbot.waitUntil(lambda: titles(ben)[0] == "Title of Ben" or "both of you" in words_of(again), timeout=20_000)
    if titles(ben)[0] != "Title of Ben":
        with qtbot.waitSignal(again.library_changed, timeout=20_000):
            save(again)
    assert titles(ben)[:2] == ["Title of Ben", "Title of Ann"]
