"""All forms of a text together: what they change is saved in one commit with it."""

from datetime import date

import pytest

from leaflet_app.domain.topic import SectionKey
from leaflet_app.gui.editor.edited_text import EditedText
from leaflet_app.gui.editor.forms.facts_form import FactsForm
from leaflet_app.gui.editor.forms.forms import PICTURES, Forms
from leaflet_app.gui.editor.forms.sources_form import SourcesForm
from leaflet_app.gui.editor.unsaved import Unsaved
from leaflet_app.services.add_picture import added, cleaned
from leaflet_app.services.files_beside import files_beside
from leaflet_app.services.list_forms import SOURCES
from tests.builders import SHIPPED_LIBRARY
from tests.library.folder import FILES, INSULINOMA
from tests.pdf.authors_pictures import a_photograph

TODAY = date(2027, 3, 4)
BESIDE = {SOURCES: (SHIPPED_LIBRARY / SOURCES).read_bytes()}
SCAN = "topics/insulinoma/a-scan.jpg"


@pytest.fixture
def make_forms(qtbot):
    made = []

    def on(file=INSULINOMA, text=FILES[INSULINOMA], beside=BESIDE):
        unsaved = Unsaved(EditedText(file, text, "c0"))
        unsaved.others.follow(beside.get)
        forms = Forms(unsaved, lambda: TODAY)
        made.append(forms)
        for _, page in forms.pages:
            qtbot.addWidget(page)
        return forms

    yield on
    for forms in made:
        forms.stop()


def form(forms, kind):
    built = (forms.form(title) for title, _ in forms.pages)
    return next(each for each in built if isinstance(each, kind))


@pytest.mark.parametrize(
    ("file", "titles"),
    [
        (INSULINOMA, ["Facts", "Sources", "Review", "Pictures"]),
        ("shared/treat-surgery/en-GB.md", ["Facts", "Sources", "Review"]),
        ("practice/disclaimer/en-GB.md", ["Sources"]),
    ],
)
def test_each_text_has_the_forms_that_it_needs(make_forms, file, titles):
    assert [title for title, _ in make_forms(file).pages] == titles


def test_a_form_changes_the_text_and_one_undo_takes_it_back(make_forms):
    forms = make_forms()
    facts = form(forms, FactsForm)
    sheet = facts.edit("site")
    sheet.text.setText("the tail")
    sheet.accept()

    assert 'text = "the tail"' in forms._unsaved.edited.text
    forms._unsaved.edited.document.undo()
    assert forms._unsaved.edited.text == FILES[INSULINOMA]


def test_what_forms_change_beside_the_text_is_saved_with_it(make_forms, qtbot):
    forms = make_forms()
    sources = form(forms, SourcesForm)
    with qtbot.waitSignal(forms._unsaved.changed):
        sources.check_today("white")

    unsaved = forms._unsaved
    assert list(unsaved.beside) == [SOURCES]
    unsaved.settle(unsaved.written, "c1")
    assert unsaved.beside == {}
    dict(forms.pages)["Sources"].show()
    assert dict(sources.table.shown)["white"][2] == "4 Mar 2027"


def test_a_picture_that_the_text_no_longer_names_goes_with_the_save(make_forms):
    picture = added(FILES[INSULINOMA], cleaned(a_photograph(90, 60)), "A scan", SectionKey.TESTS)
    forms = make_forms(text=picture.text, beside=BESIDE | {SCAN: picture.content})
    pictures = forms.form(PICTURES)
    pictures.table.make_current("a-scan.jpg")
    pictures.remove.click()

    assert forms._unsaved.beside == {SCAN: None}
    forms._unsaved.edited.document.undo()
    assert forms._unsaved.beside == {}


def test_the_files_beside_a_text_are_those_of_the_newest_library(desk):
    assert set(files_beside(desk, INSULINOMA)) == {"sources.toml", "organisations.toml"}
