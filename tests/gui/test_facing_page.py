"""A translation beside its English: marked, checked sentence by sentence, and kept. No word here is clinical."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton

from docs.pictures.translating import ENGLISH, OTHERS, translate
from leaflet_app.domain.errors import StoreUnusable
from leaflet_app.domain.facing import translates
from leaflet_app.gui.editor.meanwhile_sheet import MeanwhileSheet
from leaflet_app.gui.editor.their_text import TheirText
from leaflet_app.gui.facing.facing_page import FacingPage
from leaflet_app.gui.facing.marked_text import MarkedText
from leaflet_app.gui.widgets.wrapping import WrappingButton
from leaflet_app.services import library_store, text_drafts
from leaflet_app.services.review_texts import submit
from leaflet_app.services.translate_text import facing
from tests.gui.hands import press

WELSH, POLISH = "shared/rights/cy.md", "shared/rights/pl.md"
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
    shown = (*page.findChildren(QLabel), *page.findChildren(WrappingButton))
    return "\n".join(each.text() for each in shown if each.isVisible())


def texts(page):
    """Return the English side and the translation."""
    return sorted(page.findChildren(MarkedText), key=lambda text: not text.isReadOnly())


def seen(text):
    """Return the lines that can be seen."""
    document = text.document()
    blocks = (document.findBlockByNumber(each) for each in range(document.blockCount()))
    return [block.text() for block in blocks if block.isVisible()]


def first_words(text):
    block = text.firstVisibleBlock()
    while not block.text():
        block = block.next()
    return block.text()


def top_of(text, words):
    """Return how far below the top of the view words stand."""
    return text.cursorRect(text.document().find(words)).top()


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
    assert page.text == now.text
    assert "✓ Saved" in said(page)


def test_what_is_still_marked_is_kept_as_of_the_old_english(open_page, qtbot, translated):
    page = open_page()
    _, own = texts(page)
    own.moveCursor(own.textCursor().MoveOperation.End)
    own.insertPlainText("\n")

    with qtbot.waitSignal(page.library_changed):
        button(page, "Save").click()

    now = facing(translated, WELSH)
    assert translates(now.text) != now.english_id
    assert "1 sentence to check" in said(page)
    assert "✓ Saved" in said(page)


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


@pytest.fixture
def clashed(open_page, qtbot, translated):
    """Return a page whose text somebody else has saved meanwhile, what they saved, and the sheet that shows both."""
    page = open_page()
    base = library_store.newest(translated).commit
    changed = facing(translated, WELSH).text.replace("Genir pawb", "Genir pob")
    library_store.change(translated, {WELSH: changed.encode()}, "Another", base=base)
    write(page)
    button(page, "Save").click()
    qtbot.waitUntil(lambda: bool(page.findChildren(MeanwhileSheet)))
    [sheet] = page.findChildren(MeanwhileSheet)
    return page, changed, sheet


def test_a_problem_is_a_press_away_from_its_line_even_where_that_is_out_of_sight(open_page, qtbot, translated):
    now = facing(translated, WELSH)
    broken = now.text.replace("translates = ", "translated = ")
    library_store.change(translated, {WELSH: broken.encode()}, "Break", base=now.base)
    page = open_page()
    _, own = texts(page)
    problem = next(each for each in page.findChildren(WrappingButton) if "translate" in each.words)

    problem.click()

    assert own.textCursor().blockNumber() + 1 == int(problem.words.split()[1].rstrip(":"))
    assert own.textCursor().block().isVisible()


def test_a_change_of_somebody_else_is_shown_beside_ones_own_and_nothing_is_lost(clashed, translated):
    page, changed, sheet = clashed

    sheet.reject()

    assert "Somebody else has saved this text" in said(page)
    assert "Mwy o eiriau." in page.text
    assert library_store.text_at(translated, WELSH, library_store.newest(translated).commit) == changed


def test_ones_own_translation_can_be_kept_after_a_clash(clashed, qtbot, translated):
    page, _changed, sheet = clashed

    with qtbot.waitSignal(page.library_changed):
        button(sheet, "Keep mine").click()

    assert "Mwy o eiriau." in facing(translated, WELSH).text


def test_anothers_translation_stands_in_the_place_of_the_english_to_be_read(clashed, qtbot):
    page, changed, sheet = clashed

    button(sheet, "Open both").click()

    [theirs] = page.findChildren(TheirText)
    assert theirs.isVisible()
    assert theirs.text.toPlainText() == changed
    button(page, "Show the English").click()
    assert texts(page)[0].isVisible()


@pytest.fixture
def unbegun(translated, qtbot, theme):
    """Return the page of a text that nobody has begun."""
    page = FacingPage(translated, POLISH)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    qtbot.waitUntil(lambda: "Nobody has begun this text in Polish." in said(page))
    yield page
    page.stop()


def begin(page, qtbot):
    button(page, "Begin").click()
    qtbot.waitUntil(lambda: "sentences translated" in said(page))


def test_a_text_that_nobody_has_begun_shows_its_english_and_one_thing_to_do(unbegun):
    english, _ = texts(unbegun)
    live = [each for each in unbegun.findChildren(QPushButton) if each.isVisible() and each.isEnabled()]

    assert "All human beings in Polish" in said(unbegun)
    assert "born free and equal" in typed(english)
    assert english.isVisible()
    assert {each.text().replace("&", "") for each in live} == {"← All texts", "Begin the translation"}


def test_a_begun_translation_is_a_draft_until_it_is_saved(unbegun, qtbot, translated):
    begin(unbegun, qtbot)

    assert "0 of 4 sentences translated" in said(unbegun)
    assert "Every sentence" not in said(unbegun)
    qtbot.waitUntil(lambda: text_drafts.left(translated.home) == (POLISH,))
    now = library_store.newest(translated)
    assert not now.files.holds(POLISH)
    assert "Not saved yet" in said(unbegun)

    with qtbot.waitSignal(unbegun.library_changed):
        button(unbegun, "Save").click()
    now = library_store.newest(translated)
    assert now.files.holds(POLISH)
    [fault] = [each for each in now.library.faults if each.file == POLISH]
    assert fault.wrong == "4 of 4 sentences are not translated yet"


def test_a_begun_translation_is_gone_on_with_where_it_was_left(unbegun, qtbot, translated, theme):
    begin(unbegun, qtbot)
    _, own = texts(unbegun)
    own.insertPlainText("Wszyscy ludzie")
    unbegun.stop()

    again = FacingPage(translated, POLISH)
    qtbot.addWidget(again)
    again.show()
    qtbot.waitUntil(lambda: "1 of 4 sentences translated" in said(again))
    assert 'title = "Wszyscy ludzie"' in again.text
    again.stop()


def test_discarding_a_begun_translation_offers_to_begin_again(unbegun, qtbot, translated):
    begin(unbegun, qtbot)

    button(unbegun, "Discard changes").click()
    button(unbegun, "Throw away").click()

    qtbot.waitUntil(lambda: "Nobody has begun this text in Polish." in said(unbegun))
    assert button(unbegun, "Begin").isEnabled()
    assert text_drafts.left(translated.home) == ()


def test_it_can_be_begun_again_where_that_failed(unbegun, qtbot, translated, monkeypatch):
    def refuse(_desk, _file):
        raise StoreUnusable("it is not there", "Look for it.")

    monkeypatch.setattr("leaflet_app.gui.facing.facing_page.begin_facing", refuse)
    button(unbegun, "Begin").click()

    qtbot.waitUntil(lambda: "it is not there" in said(unbegun))
    assert button(unbegun, "Begin").isEnabled()


def test_a_text_that_cannot_be_opened_is_told_and_nothing_can_be_typed(translated, qtbot, theme):
    page = FacingPage(translated, "shared/nothing/cy.md")
    qtbot.addWidget(page)
    page.show()

    qtbot.waitUntil(lambda: "cannot be read" in said(page))
    assert "Opening" not in said(page)
    assert not any(text.isEnabled() for text in texts(page))
    page.stop()


def test_lines_without_words_are_out_of_sight_until_somebody_asks_for_them(open_page):
    page = open_page()
    for text in texts(page):
        assert seen(text)[0].startswith("title = ")
        assert not [each for each in seen(text) if each.startswith(("translates", "id", "status", "+++"))]

    page.findChild(QCheckBox).click()
    for text in texts(page):
        assert seen(text)[0] == "+++"


def test_the_cursor_and_a_key_that_joins_lines_stop_at_a_line_out_of_sight(open_page, qtbot):
    page = open_page()
    _, own = texts(page)
    before = typed(own)
    own.moveCursor(QTextCursor.MoveOperation.Start)
    assert own.textCursor().block().text().startswith("title = ")
    own.moveCursor(QTextCursor.MoveOperation.StartOfBlock)

    QTest.keyClick(own, Qt.Key.Key_Backspace)
    own.moveCursor(QTextCursor.MoveOperation.EndOfBlock)
    QTest.keyClick(own, Qt.Key.Key_Delete)
    assert typed(own) == before

    own.moveCursor(QTextCursor.MoveOperation.Right)
    assert own.textCursor().block().text() == ""
    assert own.textCursor().block().isVisible()
    own.moveCursor(QTextCursor.MoveOperation.Left)
    assert own.textCursor().block().text().startswith("title = ")


def test_a_sign_outside_the_first_plane_moves_no_mark(translated, open_page):
    now = facing(translated, WELSH)
    changed = now.text.replace('Genir pawb yn rhydd"', 'Genir pawb yn rhydd 𐐀😀"')
    library_store.change(translated, {WELSH: changed.encode()}, "A sign", base=now.base)

    _, own = texts(open_page())

    selections = own.extraSelections()
    assert selections[-1].cursor.selectedText() == LAST
    assert own.textCursor().position() == selections[-1].cursor.selectionStart()


def test_both_texts_stand_at_the_same_passage_when_one_is_scrolled(translated, open_page, qtbot):
    now = library_store.newest(translated)
    english = ENGLISH + "".join(f"\nParagraph {each} stands here.\n" for each in range(200))
    welsh = facing(translated, WELSH).text + "".join(f"\nParagraff {each} yma.\n\n\n" for each in range(200))
    library_store.change(
        translated, {"shared/rights/en-GB.md": english.encode(), WELSH: welsh.encode()}, "Long", base=now.commit
    )
    english, own = texts(open_page())

    own.verticalScrollBar().setValue(own.verticalScrollBar().maximum() // 2)

    number = first_words(own).split()[1]
    assert int(number) > 50
    assert top_of(english, f"Paragraph {number} ") == top_of(own, f"Paragraff {number} ")

    english.verticalScrollBar().setValue(20)
    number = first_words(english).split()[1]
    assert top_of(english, f"Paragraph {number} ") == top_of(own, f"Paragraff {number} ")


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
