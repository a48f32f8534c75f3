"""A translation beside its English: marked, checked sentence by sentence, and kept. No word here is clinical."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from docs.pictures.translating import ENGLISH, OTHERS, translate
from leaflet_app.domain.facing import translates
from leaflet_app.gui.facing.facing_page import FacingPage
from leaflet_app.gui.facing.marked_text import MarkedText
from leaflet_app.services import library_store, text_drafts
from leaflet_app.services.review_texts import submit
from leaflet_app.services.translate_text import facing
from tests.gui.hands import press

WELSH = "shared/rights/cy.md"
LAST = "Dylai pawb ymddwyn y naill at y llall mewn ysbryd cymodlon."


@pytest.fixture
def translated(desk):
    """Return a desk on which one English sentence changed after its translation."""
    translate(desk)
    return desk


@pytest.fixture
def open_page(translated, qtbot, theme):
    """Return what opens a translation, and waits until it is looked over."""
    pages = []

    def opened(file=WELSH):
        page = FacingPage(translated, file)
        pages.append(page)
        qtbot.addWidget(page)
        page.resize(1100, 700)
        page.show()
        qtbot.waitUntil(lambda: "check" in said(page) or "Every sentence" in said(page))
        qtbot.waitUntil(lambda: "Opening" not in said(page))
        return page

    yield opened
    for page in pages:
        page.stop()


def said(page):
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def texts(page):
    """Return the English side and the translation."""
    return sorted(page.findChildren(MarkedText), key=lambda text: not text.isReadOnly())


def button(page, words):
    return next(each for each in page.findChildren(QPushButton) if words in each.text().replace("&", ""))


def typed(text):
    return text.document().toRawText().replace("\u2029", "\n")


def marked(text):
    return [typed(text)[span.start : span.end] for span in text.spans]


def test_the_sentence_whose_english_changed_is_marked_on_both_sides(open_page):
    page = open_page()
    english, own = texts(page)

    assert english.isReadOnly()
    assert not own.isReadOnly()
    assert marked(own) == [LAST]
    assert marked(english) == ["They should act towards one another always in a spirit of brotherhood."]
    assert "1 sentence to check · English has changed" in said(page)
    assert "English was: They should act towards one another in a spirit" in said(page)


def test_the_next_to_check_is_a_key_away(open_page, qtbot):
    page = open_page()
    _, own = texts(page)
    own.go_to(own.spans[0]._replace(start=0, end=0))

    page.activateWindow()
    own.setFocus()
    qtbot.waitUntil(own.hasFocus)
    press("F8")

    assert own.textCursor().position() == own.spans[0].start


def test_a_sentence_that_is_right_loses_its_mark_and_the_text_is_kept_as_of_todays_english(
    open_page, qtbot, translated
):
    page = open_page()

    button(page, "right as it stands").click()
    qtbot.waitUntil(lambda: "Every sentence says what English says today." in said(page))
    assert marked(texts(page)[1]) == []
    with qtbot.waitSignal(page.library_changed):
        button(page, "Save").click()

    now = facing(translated, WELSH)
    assert translates(now.text) == now.english_id
    assert LAST in now.text
    assert "Saved, as a translation of today's English." in said(page)


def test_what_is_still_marked_is_kept_as_of_the_old_english(open_page, qtbot, translated):
    page = open_page()
    _, own = texts(page)
    own.moveCursor(own.textCursor().MoveOperation.End)
    own.insertPlainText("\n")

    with qtbot.waitSignal(page.library_changed):
        button(page, "Save").click()

    now = facing(translated, WELSH)
    assert translates(now.text) != now.english_id
    assert "Saved. 1 still to check." in said(page)


def test_a_translation_in_review_is_a_draft_again_and_its_writer_is_told(translated, open_page, qtbot):
    submit(translated, WELSH, "1.0.0", "Ready", "T Translator")
    page = open_page()
    _, own = texts(page)
    own.moveCursor(own.textCursor().MoveOperation.End)
    own.insertPlainText("\n")

    with qtbot.waitSignal(page.library_changed):
        button(page, "Save").click()
    assert "This text is a draft again, because it was changed." in said(page)


def test_one_undo_brings_a_cleared_mark_back(open_page, qtbot):
    page = open_page()
    _, own = texts(page)
    before = typed(own)

    button(page, "right as it stands").click()
    assert typed(own) != before
    own.undo()

    assert typed(own) == before
    qtbot.waitUntil(lambda: marked(own) == [LAST])


def test_a_language_from_the_right_is_edited_from_the_right(open_page):
    english, own = texts(open_page("shared/rights/ur.md"))

    assert own.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert english.layoutDirection() is Qt.LayoutDirection.LeftToRight
    assert marked(own) == [OTHERS["ur"][2].split("۔ ")[1]]


def test_what_is_wrong_is_told_while_it_is_typed(open_page, qtbot):
    page = open_page()
    _, own = texts(page)
    own.moveCursor(own.textCursor().MoveOperation.End)

    own.insertPlainText("\n## A heading\n")

    qtbot.waitUntil(lambda: "a shared text has no headings of its own" in said(page))


def test_a_change_of_somebody_else_is_told_and_nothing_typed_is_lost(open_page, qtbot, translated):
    page = open_page()
    base = library_store.newest(translated).commit
    changed = facing(translated, WELSH).text.replace("Genir pawb", "Genir pob")
    library_store.change(translated, {WELSH: changed.encode()}, "Another", base=base)
    _, own = texts(page)
    own.insertPlainText("x")
    before = typed(own)

    button(page, "Save").click()

    qtbot.waitUntil(lambda: "Someone else has changed" in said(page))
    assert typed(own) == before
    assert library_store.text_at(translated, WELSH, library_store.newest(translated).commit) == changed


def test_a_text_that_nobody_has_translated_is_begun_at_a_button(translated, qtbot, theme):
    page = FacingPage(translated, "shared/rights/pl.md")
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: "Nobody has begun this text in Polish." in said(page))

    with qtbot.waitSignal(page.library_changed):
        button(page, "Begin").click()

    assert 'title = ""' in page.text
    assert library_store.newest(translated).files.holds("shared/rights/pl.md")
    page.stop()


def write(page):
    _, own = texts(page)
    own.moveCursor(own.textCursor().MoveOperation.End)
    own.insertPlainText("Mwy o eiriau.\n")
    return page.text


def test_leaving_keeps_a_draft_and_opening_offers_it(open_page, qtbot):
    page = open_page()
    written = write(page)
    with qtbot.waitSignal(page.closed):
        button(page, "All texts").click()
    page.stop()

    again = open_page()
    _, own = texts(again)
    assert "You left changes here" in said(again)
    assert not own.isEnabled()
    button(again, "Take them up").click()

    assert again.text == written
    assert own.isEnabled()
    assert marked(own) == [LAST]


def test_what_is_typed_is_kept_by_itself_and_said(open_page, qtbot, translated):
    page = open_page()
    written = write(page)
    assert "Not saved yet" in said(page)

    qtbot.waitUntil(lambda: "draft kept" in said(page))
    assert text_drafts.left_of(translated.home, WELSH).text == written


def test_a_saved_or_discarded_translation_leaves_no_draft(open_page, qtbot, translated):
    page = open_page()
    write(page)
    page._drafting.keep_now()
    with qtbot.waitSignal(page.library_changed):
        button(page, "Save").click()
    assert text_drafts.left(translated.home) == ()

    before = page.text
    write(page)
    page._drafting.keep_now()
    button(page, "Discard changes").click()
    button(page, "Throw away").click()
    assert page.text == before
    assert text_drafts.left(translated.home) == ()


def test_what_is_typed_while_it_is_saved_is_not_lost(open_page, qtbot, translated):
    page = open_page()
    write(page)
    with qtbot.waitSignal(page.library_changed):
        button(page, "Save").click()
        written = write(page)

    assert page.text == written
    assert page._edited.is_changed
    qtbot.waitUntil(lambda: text_drafts.left(translated.home) == (WELSH,))
    assert text_drafts.left_of(translated.home, WELSH).text == written


def test_keys_and_bold_words_are_dressed_on_both_sides(open_page, qtbot):
    for text in texts(open_page()):
        line = text.document().findBlockByNumber(1)
        qtbot.waitUntil(lambda line=line: bool(line.layout().formats()))


def test_the_english_at_the_left_is_todays(open_page):
    english, _ = texts(open_page())

    assert typed(english) == ENGLISH.replace("in a spirit", "always in a spirit")
