"""The forms of the editor: what they show is what the text says, and each change is one step."""

from datetime import date

import pytest
from PySide6.QtCore import QLocale, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest

from leaflet_app.domain.topic import SectionKey
from leaflet_app.gui.editor.forms.facts_form import FactsForm
from leaflet_app.gui.editor.forms.fields import NumberField
from leaflet_app.gui.editor.forms.picture_sheet import PictureSheet
from leaflet_app.gui.editor.forms.pictures_form import PicturesForm
from leaflet_app.gui.editor.forms.review_form import ReviewForm
from leaflet_app.gui.editor.forms.sources_form import SourcesForm
from leaflet_app.gui.editor.other_files import OtherFiles
from leaflet_app.gui.widgets.sheet import Sheet
from leaflet_app.library.sent import sent_id
from leaflet_app.services.list_forms import SOURCES, read_sources
from tests.gui.editor.fakes import FakeText, shipped_files
from tests.library.folder import FILES, INSULINOMA
from tests.pdf import bad_pictures
from tests.pdf.authors_pictures import a_photograph

FOLDER = "topics/insulinoma"
TODAY = date(2027, 3, 4)


@pytest.fixture
def text():
    return FakeText(FILES[INSULINOMA])


@pytest.fixture
def others():
    return shipped_files()


@pytest.fixture
def facts(qtbot, text, others):
    return shown(qtbot, FactsForm(text, others))


@pytest.fixture
def sources(qtbot, text, others):
    return shown(qtbot, SourcesForm(text, others, lambda: TODAY))


@pytest.fixture
def review(qtbot, text):
    return shown(qtbot, ReviewForm(text))


@pytest.fixture
def pictures(qtbot, text, others):
    form = shown(qtbot, PicturesForm(text, others, FOLDER))
    yield form
    form.stop()


def shown(qtbot, form):
    qtbot.addWidget(form)
    with qtbot.waitExposed(form):
        form.show()
    return form


def typed(field, words):
    field.clear()
    QTest.keyClicks(field, words)


def rows(form):
    return dict(form.table.shown)


def test_facts_are_shown_with_their_figure_their_sources_and_where_they_are_printed(facts):
    assert rows(facts)["how_common"] == (
        "how_common",
        "about 1 to 3 people in a million",
        "1 to 3 in 1,000,000",
        "cruk",
        "At a glance, What is it?",
    )


def test_a_fact_that_is_edited_is_one_step_of_the_text(facts, text):
    sheet = facts.edit("site")
    typed(sheet.text, "the tail of the pancreas")
    sheet.main.click()

    assert 'site = { text = "the tail of the pancreas" }' in text.text
    assert rows(facts)["site"][1] == "the tail of the pancreas"
    assert len(text.texts) == 2
    text.undo()
    assert rows(facts)["site"][1] == "the pancreas"


def test_a_form_that_nobody_sees_waits_until_it_is_shown(facts, text):
    facts.hide()
    text.replace(text.text.replace("the pancreas", "the tail"))
    assert rows(facts)["site"][1] == "the pancreas"

    facts.show()
    assert rows(facts)["site"][1] == "the tail"


def test_no_figure_is_kept_without_a_source(facts, text):
    sheet = facts.edit("")
    typed(sheet.key, "size")
    typed(sheet.text, "about 2 cm")

    assert sheet.wrong.text() == "The figure 2 has no source: choose one from the list."
    assert not sheet.main.isEnabled()
    typed(sheet.picker.search, "british surgery")
    sheet.picker.tick("bjs")
    sheet.main.click()
    assert 'size = { text = "about 2 cm", sources = ["bjs"] }' in text.text


def test_no_two_facts_have_one_name(facts):
    sheet = facts.edit("")
    typed(sheet.key, "site")
    typed(sheet.text, "somewhere")

    assert sheet.wrong.text() == "Another fact has this name: choose another."
    assert not sheet.main.isEnabled()


def test_a_fact_that_the_text_prints_is_removed_only_after_a_warning(facts, text):
    sheet = facts.ask_to_remove("how_common")

    assert isinstance(sheet, Sheet)
    assert "how_common = {" in text.text
    sheet.main.click()
    assert "how_common = {" not in text.text


def test_a_fact_that_nothing_prints_is_removed_at_once(facts, text):
    text.replace(text.text.replace("site = {", "elsewhere = {"))

    assert facts.ask_to_remove("elsewhere") is None
    assert "elsewhere" not in text.text


def test_a_text_that_cannot_be_read_shows_the_line_to_mend(facts, review, pictures, text):
    text.replace(text.text.replace("[facts]", "[facts"))

    for form in (facts, review, pictures):
        assert "Line 14: " in form.trouble
        assert not form.holder.isEnabled()
    text.undo()
    assert facts.trouble == ""
    assert facts.holder.isEnabled()


def test_a_source_that_was_checked_today_is_saved_with_the_text(sources, others):
    sources.table.make_current("white")
    sources.today_button.click()

    assert rows(sources)["white"][2] == "4 Mar 2027"
    assert read_sources(others.text(SOURCES))["white"].accessed == TODAY
    assert list(others.changes) == [SOURCES]
    assert others.last_step == "“white” checked today"
    sources.back.click()
    assert rows(sources)["white"][2] == "22 Nov 2026"


def test_a_new_source_is_added_only_with_a_safe_address(sources, others):
    sheet = sources.edit("")
    for name, words in (("id", "new"), ("publisher", "A journal"), ("title", "A study"), ("url", "http://a.example")):
        typed(sheet.fields[name], words)

    assert "is not a web address" in sheet.wrong.text()
    typed(sheet.fields["url"], "https://a.example/study")
    sheet.main.click()
    assert read_sources(others.text(SOURCES))["new"].accessed == TODAY


def test_an_organisation_needs_a_phone_that_can_be_rung(sources):
    sources.which.setCurrentIndex(1)
    sheet = sources.edit("ncuk")
    typed(sheet.fields["phone"], "ring us")

    assert "is not a phone number" in sheet.wrong.text()
    assert not sheet.main.isEnabled()


def test_the_sources_of_this_text_stand_first(sources, text):
    text.replace(text.text.replace('"cruk"', '"bjs"'))

    assert sources.table.shown[0][1][3] == "yes"
    assert sources.table.shown[1][1][3] == ""


def test_a_list_that_cannot_be_read_is_not_changed(qtbot, text):
    form = shown(qtbot, SourcesForm(text, OtherFiles(lambda _file: b'[[source]]\nid = "a\n'), lambda: TODAY))

    assert "Line 2: " in form.trouble
    assert not form.holder.isEnabled()


def test_a_version_that_is_typed_is_one_step_of_the_text(review, text):
    typed(review.version, "0.2.0")
    review.version.editingFinished.emit()

    assert 'version = "0.2.0"' in text.text
    assert len(text.texts) == 2
    review.version.editingFinished.emit()
    assert len(text.texts) == 2


def test_nobody_approves_a_text_from_its_form(review):
    assert [review.status.itemText(row) for row in range(review.status.count())] == ["Draft", "Retired"]


def test_a_draft_can_be_sent_for_review(review, text, qtbot):
    with qtbot.waitSignal(review.review_asked):
        review.ask.click()
    bare = text.text.replace('"draft"', '"in-review"')
    text.replace(bare.replace("[review]\n", f'[review]\nsent = "{sent_id(bare.encode())}"\n'))
    assert not review.ask.isEnabled()
    assert review.status.currentText() == "In review"


def test_a_text_in_review_is_shown_as_a_draft_when_it_is_changed(review, text):
    bare = text.text.replace('"draft"', '"in-review"')
    text.replace(bare.replace("[review]\n", f'[review]\nsent = "{sent_id(bare.encode())}"\n'))
    typed(review.version, "0.2.0")
    review.version.editingFinished.emit()

    assert review.status.currentText() == "Draft"
    assert review.ask.isEnabled()


def the_sheet(qtbot, form):
    qtbot.waitUntil(lambda: bool(open_sheets(form)) or bool(form.trouble), timeout=10_000)
    return open_sheets(form)[0] if open_sheets(form) else None


def open_sheets(form):
    return [each for each in form.findChildren(PictureSheet) if each.isVisible()]


def dropped(content, tmp_path, name="scan.jpg"):
    path = tmp_path / name
    path.write_bytes(content)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    return mime


def test_a_photograph_that_is_dropped_gets_its_words_and_is_saved_with_the_text(
    pictures, text, others, qtbot, tmp_path
):
    mime = dropped(bad_pictures.turned(), tmp_path)
    copy, left, no_keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(QPoint(9, 9), copy, mime, left, no_keys)
    pictures.dragEnterEvent(entered)
    pictures.dropEvent(QDropEvent(QPointF(9, 9), copy, mime, left, no_keys))
    sheet = the_sheet(qtbot, pictures)

    assert entered.isAccepted()
    assert not sheet.main.isEnabled()
    typed(sheet.alt, "A scan of the pancreas")
    assert sheet.count == "103 of 125 letters left"
    sheet.main.click()
    assert 'alt = "A scan of the pancreas"' in text.text
    assert list(others.changes) == [f"{FOLDER}/a-scan-of-the-pancreas.jpg"]
    assert b"taken at home" not in others.changes[f"{FOLDER}/a-scan-of-the-pancreas.jpg"]
    assert rows(pictures)["a-scan-of-the-pancreas.jpg"][0] == "A scan of the pancreas"


def test_a_picture_is_pasted_from_another_program(pictures, qtbot):
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkCyan)
    QGuiApplication.clipboard().setImage(image)
    QTest.keyClick(pictures, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    assert the_sheet(qtbot, pictures) is not None


@pytest.mark.parametrize(
    ("file", "why"),
    [
        ((b"<svg/>", "lump.svg"), "an SVG"),
        ((a_photograph()[:4000], "cut.jpg"), "its end is missing"),
        ((bad_pictures.moving(), "moving.png"), "it moves"),
    ],
)
def test_what_is_not_taken_is_refused_in_words(pictures, text, qtbot, tmp_path, file, why):
    content, name = file
    assert pictures.take(dropped(content, tmp_path, name))
    assert the_sheet(qtbot, pictures) is None
    assert why in pictures.trouble
    assert pictures.holder.isEnabled()
    assert len(text.texts) == 1


def test_words_that_are_dropped_are_no_picture(pictures):
    mime = QMimeData()
    mime.setText("Just words.")

    assert not pictures.take(mime)


def test_the_words_of_a_picture_are_changed_and_the_picture_is_taken_out(pictures, text, qtbot, tmp_path):
    pictures.take(dropped(a_photograph(90, 60), tmp_path))
    sheet = the_sheet(qtbot, pictures)
    typed(sheet.alt, "A scan")
    sheet.main.click()
    words = pictures.edit("a-scan.jpg")
    typed(words.caption, "Seen from the front.")
    words.section.setCurrentIndex(words.section.findData(SectionKey.SYMPTOMS))
    words.main.click()

    assert rows(pictures)["a-scan.jpg"] == ("A scan", "What you may notice", "Seen from the front.")
    pictures.table.make_current("a-scan.jpg")
    pictures.remove.click()
    assert rows(pictures) == {}
    text.undo()
    assert list(rows(pictures)) == ["a-scan.jpg"]


def test_a_comma_never_makes_a_figure_ten_times_as_large(qtbot):
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.German))
    try:
        field = NumberField("Share", 1.5, is_whole=False)
        qtbot.addWidget(field)
        assert (field.text(), field.number, field.hasAcceptableInput()) == ("1.5", 1.5, True)
        field.clear()
        QTest.keyClicks(field, "1,5")
    finally:
        QLocale.setDefault(before)

    assert (field.text(), field.number, field.is_clear) == ("1,5", None, False)
