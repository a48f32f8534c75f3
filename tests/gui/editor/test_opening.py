"""A long text is opened a piece at a time, and the window goes on answering."""

import pytest
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout, QWidget

from leaflet_app.gui.editor.editor_page import EditorPage
from leaflet_app.gui.editor.forms.forms import FACTS, PICTURES
from leaflet_app.gui.editor.highlighter import AT_ONCE, Highlighter
from leaflet_app.gui.widgets.in_steps import InSteps
from leaflet_app.gui.widgets.later import Later

FILE = "topics/insulinoma/en-GB.md"
LINES = 5 * AT_ONCE


@pytest.fixture
def document(qtbot):
    document = QTextDocument()
    document.setDocumentLayout(QPlainTextDocumentLayout(document))
    document.setPlainText("+++\n" + 'title = "A"\n' * LINES + "+++\n" + "Some **bold** words.\n" * LINES)
    return document


def dressed(document):
    """Return the numbers of the lines that were dressed."""
    lines = (document.findBlockByNumber(number) for number in range(document.blockCount() - 1))
    return [line.blockNumber() for line in lines if line.layout().formats()]


def test_a_long_text_is_dressed_in_pieces_from_the_top_to_its_end(document, qtbot, qapp):
    highlighter = Highlighter(document, qapp.palette())
    highlighter.rehighlight()
    assert dressed(document) == list(range(AT_ONCE))

    qtbot.waitUntil(lambda: len(dressed(document)) == document.blockCount() - 1)
    last = document.findBlockByNumber(document.blockCount() - 2).layout().formats()
    assert [(each.start, each.length) for each in last] == [(5, 8)]


def test_what_is_typed_into_a_text_that_is_not_dressed_yet_is_dressed_with_it(document, qtbot, qapp):
    highlighter = Highlighter(document, qapp.palette())
    highlighter.rehighlight()
    document.find("Some").insertText("{how_common} ")

    qtbot.waitUntil(lambda: len(dressed(document)) == document.blockCount() - 1)
    typed = document.findBlockByNumber(LINES + 2).layout().formats()
    assert sorted(each.start for each in typed) == [0, 18 - len("Some")]
    assert highlighter.document() is document


def test_what_takes_long_is_built_a_step_in_each_turn(qtbot):
    taken = []
    owner = QWidget()
    qtbot.addWidget(owner)
    steps = InSteps((taken.append(number) for number in range(3)), owner)
    with qtbot.waitSignal(steps.ended):
        assert taken == []
    assert taken == [0, 1, 2]


def test_no_step_is_taken_once_it_was_stopped(qtbot, qapp):
    taken = []
    owner = QWidget()
    qtbot.addWidget(owner)
    InSteps((taken.append(number) for number in range(3)), owner).stop()
    qapp.processEvents()

    assert taken == []


@pytest.fixture
def page(qtbot, desk):
    page = EditorPage(desk, FILE)
    qtbot.addWidget(page)
    page.show()
    yield page
    page.stop()


def test_forms_are_built_when_somebody_looks_at_them(qtbot, page):
    qtbot.waitUntil(lambda: page.body is not None, timeout=20_000)
    rooms = dict(page.body.forms.pages)
    assert [room.is_built for room in rooms.values()] == [False] * len(rooms)

    page.body._tabs.setCurrentWidget(rooms[FACTS])
    qtbot.waitUntil(lambda: rooms[FACTS].is_built)
    assert not rooms[PICTURES].is_built
    assert isinstance(rooms[PICTURES], Later)


def test_nothing_is_written_into_a_text_before_it_is_all_there(qtbot, page):
    built = page._built
    written = []

    def noting(opened):
        for step in built(opened):
            written.append(page.edited.document.isEmpty() or page._at_work[-1].source.isReadOnly())
            yield step

    page._built = noting
    qtbot.waitUntil(lambda: page.body is not None, timeout=20_000)

    assert written
    assert all(written)
    assert not page.body.source.isReadOnly()


def test_a_text_that_is_left_while_it_opens_leaves_nothing_behind(qtbot, page, desk):
    steps = []
    built = page._built

    def noting(opened):
        for step in built(opened):
            steps.append(1)
            yield step

    page._built = noting
    qtbot.waitUntil(lambda: bool(steps), timeout=20_000)
    page.stop()

    assert page.body is None
    assert not page.is_changed
