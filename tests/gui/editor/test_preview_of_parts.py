"""Disclaimers, and texts that topics share, have the real leaflet beside them too, open where they stand in it."""

import pytest

from leaflet_app.bootstrap import render_once
from leaflet_app.domain.look import Format
from leaflet_app.gui.editor.editor_page import EditorPage
from leaflet_app.services import library_store
from leaflet_app.services.edit_text import leaflet_of, look_at, open_text, place_in
from leaflet_app.services.text_titles import title_of

NOTICE = "practice/disclaimer/en-GB.md"
OTHER = "practice/disclaimer/at-home/en-GB.md"
WELSH = "practice/disclaimer/cy.md"
SURGERY = "shared/treat-surgery/en-GB.md"
WORDS = "This leaflet is given with care."


@pytest.fixture
def edit(qtbot, desk):
    opened = []

    def open_page(file):
        page = EditorPage(desk, file)
        qtbot.addWidget(page)
        opened.append(page)
        page.resize(1100, 700)
        page.show()
        qtbot.waitUntil(lambda: page.body is not None, timeout=20_000)
        qtbot.waitUntil(lambda: page.body.leaflet.view.pages > 0, timeout=20_000)
        return page

    yield open_page
    for page in opened:
        page.stop()


def add_other(desk):
    base = library_store.newest(desk).commit
    text = library_store.text_at(desk, NOTICE, base).replace("+++\n", '+++\ntitle = "At home"\n', 1)
    library_store.change(desk, {OTHER: text.encode()}, "Add", base=base)


def test_a_disclaimer_has_the_leaflet_beside_it_that_bears_it(qtbot, edit, desk):
    page = edit(NOTICE)
    assert "Nothing to mend" in page.body.problems.said
    desk.render.asked.clear()
    page.edited.replace(f"{page.edited.text.rstrip()}\n\n{WORDS}\n")

    qtbot.waitUntil(lambda: bool(desk.render.asked), timeout=20_000)
    assert WORDS in repr(desk.render.asked[-1][0])
    assert page.body.problems.said.startswith("✓ Nothing to mend. Grade")


def test_one_of_several_disclaimers_is_shown_in_a_leaflet_that_chose_it(qtbot, edit, desk):
    add_other(desk)
    page = edit(OTHER)
    desk.render.asked.clear()
    page.edited.replace(f"{page.edited.text.rstrip()}\n\n{WORDS}\n")

    qtbot.waitUntil(lambda: bool(desk.render.asked), timeout=20_000)
    assert WORDS in repr(desk.render.asked[-1][0])
    assert title_of(library_store.newest(desk).library, OTHER) == "Disclaimer “At home”"


def test_a_fault_of_a_disclaimer_is_told_with_its_line_and_the_leaflet_stays(qtbot, edit):
    page = edit(NOTICE)
    page.edited.replace(f"{page.edited.text.rstrip()}\n\n## A heading {{#what}}\n")

    qtbot.waitUntil(lambda: page.body.problems.list.count() > 0, timeout=20_000)
    assert "Fault, line" in page.body.problems.list.item(0).text()
    assert "Mend the faults" in page.body.leaflet.said
    assert page.body.leaflet.view.pages > 0


def test_a_disclaimer_in_another_language_is_shown_in_that_language(desk):
    english = open_text(desk, NOTICE).text
    version = library_store.newest(desk).library.disclaimer.version
    looked = look_at(desk, WELSH, english.replace("+++\n", f'+++\ntranslates = "{version}"\n', 1))
    made = leaflet_of(desk, WELSH, looked, Format.STANDARD)

    assert looked.faults == ()
    assert made.leaflet.lang == "cy"


def test_a_shared_text_has_the_leaflet_of_a_topic_that_prints_it(edit, desk):
    page = edit(SURGERY)

    assert "more/treat-surgery" in repr(desk.render.asked[-1][0])
    assert page.body.leaflet.said == ""


@pytest.mark.parametrize("file", [NOTICE, SURGERY])
def test_the_leaflet_is_open_where_the_text_stands(desk, file):
    looked = look_at(desk, file, open_text(desk, file).text)
    desk.render = render_once
    place = place_in(leaflet_of(desk, file, looked, Format.STANDARD), file)

    assert place.anchor == {NOTICE: "about", SURGERY: "more/treat-surgery"}[file]
    assert place.page > 1


def test_the_leaflet_of_a_topic_is_open_at_its_beginning(desk):
    file = "topics/insulinoma/en-GB.md"
    looked = look_at(desk, file, open_text(desk, file).text)

    assert place_in(leaflet_of(desk, file, looked, Format.STANDARD), file) is None
