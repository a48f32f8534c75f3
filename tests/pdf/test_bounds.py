"""No content can freeze or crash the program: whatever a leaflet holds, it is printed whole or refused in words."""

import re
from contextlib import closing
from dataclasses import replace
from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from leaflet_app.domain.blocks import texts
from leaflet_app.domain.compose import compose
from leaflet_app.domain.errors import LeafletError, MissingGlyph, RenderingStopped
from leaflet_app.domain.look import Look
from leaflet_app.domain.selection import Detail
from leaflet_app.pdf.render import render
from leaflet_app.pdf.workers.worker import RenderWorker
from tests.builders import a_leaflet, a_selection
from tests.pdf.bombs import BOMBS, nested
from tests.pdf.bombs_in_files import BOMBS_IN_FILES
from tests.pdf.tagged_pdf import TaggedPdf

ACTIVE = {"/JavaScript", "/JS", "/Launch", "/GoToR", "/EmbeddedFile", "/OpenAction", "/AA", "/SubmitForm", "/RichMedia"}
PAGE_NUMBER = re.compile(r"\(page\d+\)")
CONTROLS = [chr(point) for point in (*range(0x20), *range(0x7F, 0xA0))]


@pytest.fixture(scope="module")
def worker():
    with closing(RenderWorker()) as made:
        made.start()
        yield made


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS)
def test_a_bomb_is_printed_whole_or_refused_in_a_sentence(worker, bomb):
    if bomb.ends:
        with pytest.raises(bomb.ends) as told:
            worker(bomb.leaflet(), Look())
        is_said(told.value)
    else:
        leaflet = bomb.leaflet()
        is_whole(worker(leaflet, Look()).pdf, leaflet)


@pytest.mark.parametrize("bomb", BOMBS_IN_FILES.values(), ids=BOMBS_IN_FILES)
def test_a_file_that_would_hurt_is_told_of_with_its_line_or_printed_whole(worker, tmp_path, bomb):
    try:
        library = bomb.laid(tmp_path).read()
        leaflet = compose(library, a_selection("insulinoma", detail=Detail.PICTURES))
        rendered = worker(leaflet, Look())
    except LeafletError as error:
        is_said(error)
    else:
        is_whole(rendered.pdf, leaflet)


def is_said(error):
    """See that a person is told what happened and what to do, in words that any screen can show."""
    assert not isinstance(error, RenderingStopped), "it was not foreseen"
    for sentence in (error.message, error.remedy):
        assert sentence.endswith((".", "?"))
        assert len(sentence) < 700
        assert sentence.isprintable()


def is_whole(pdf, leaflet):
    """See that nothing is lost on the way to paper, that another program opens it, and that nothing in it acts."""
    read_back = TaggedPdf(pdf)
    printed = PAGE_NUMBER.sub("", "".join("".join(read_back.texts()).split()))
    assert [text for text in set(texts(leaflet.blocks)) if "".join(text.split()) not in printed] == []
    assert not any(ACTIVE & keys(each) for each in read_back.pdf.objects)
    assert not read_back.pdf.get_warnings()
    with pypdfium2.PdfDocument(BytesIO(pdf)) as pages:
        assert len(pages) > 0


def keys(entry):
    return set(entry.keys()) if isinstance(entry, pikepdf.Dictionary | pikepdf.Stream) else set()


@pytest.mark.parametrize("control", CONTROLS, ids=lambda control: f"U+{ord(control):04X}")
def test_a_control_is_refused_by_name_or_taken_out_but_never_printed(control):
    assert control not in printed_or_told(f"a{control}b")


def printed_or_told(note):
    """Return what stands on paper, or why nothing does."""
    try:
        return "".join(TaggedPdf(render(a_leaflet(note=note), Look()).pdf).texts())
    except MissingGlyph as error:
        is_said(error)
        return str(error)


def test_boxes_too_deep_to_hand_over_are_told_of_and_the_next_leaflet_is_printed(worker):
    with pytest.raises(RenderingStopped) as told:
        worker(replace(a_leaflet(), blocks=nested(500)), Look())

    assert told.value.remedy
    assert worker(a_leaflet(), Look()).pages > 0
