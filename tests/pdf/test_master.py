"""A master and its copies: each copy is what a fresh render of the same leaflet would be."""

import pickle
from dataclasses import replace
from io import BytesIO

import page
import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leaflet_app.domain.blocks import Paragraph, words
from leaflet_app.domain.errors import MissingGlyph
from leaflet_app.domain.look import Format, Look, Theme
from leaflet_app.domain.selection import Recipient
from leaflet_app.pdf.copies import master as master_room
from leaflet_app.pdf.copies.master import LATIN, SlotMaster
from leaflet_app.pdf.render import render
from leaflet_app.pdf.slot import SLOT_BYTES
from tests.builders import a_leaflet, a_topic
from tests.languages import a_leaflet_in
from tests.pdf.rich import a_rich_leaflet
from tests.pdf.tagged_pdf import TaggedPdf

ANN = "For: Ann Lee · A-1"
EVERY_LOOK = [Look(page_format, theme) for page_format in Format for theme in Theme]


@pytest.fixture(scope="module")
def master():
    return SlotMaster(a_rich_leaflet(), Look())


def told(pdf):
    """Return all that a reader is told: each element, what it is and what it says."""
    return [(element.role, element.text) for element in TaggedPdf(pdf).document.walk()]


@pytest.mark.parametrize("look", EVERY_LOOK, ids=lambda look: f"{look.format.value}-{look.theme.value}")
def test_a_copy_equals_a_fresh_render_in_text_and_tags(look):
    leaflet = a_leaflet(a_topic())

    copy = SlotMaster(leaflet, look).stamp(ANN)

    assert told(copy) == told(render(replace(leaflet, for_person=ANN), look).pdf)
    assert ("P", ANN) in told(copy)


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_a_copy_meets_both_standards(master, profile):
    report = page.validate_pdf_bytes(master.stamp("For: Łukasz Ångström-O’Neill · (7\\8)"), profile=profile)

    assert report.is_compliant, [failure.message for failure in report.failures]


def test_equal_lines_give_equal_bytes_also_from_a_master_that_passed_between_processes(master):
    again = SlotMaster(a_rich_leaflet(), Look())
    passed = pickle.loads(pickle.dumps(master))  # noqa: S301  (from this very line)

    assert master.copy(ANN) == again.copy(ANN) == passed.copy(ANN)
    assert master.pages == passed.pages == len(pikepdf.open(BytesIO(master.copy(ANN))).pages)


def a_short_summary():
    """Return a summary that is set in smaller print to fit on its page, and so in shorter lines."""
    blocks = (Paragraph(words("Ring us.")),) * 25
    return replace(a_leaflet(), blocks=blocks, is_summary=True)


@pytest.mark.parametrize("leaflet", [a_leaflet(), a_short_summary()], ids=["leaflet", "summary"])
@pytest.mark.parametrize("look", [Look(theme=theme) for theme in Theme], ids=lambda look: look.theme.value)
def test_a_line_is_stamped_only_where_it_would_be_laid_out_just_so(leaflet, look):
    master = SlotMaster(leaflet, look)
    lines = [f"For: {'m' * count} n" for count in range(20, 60)]
    stamped = [line for line in lines if master.stamp(line)]

    assert lines[0] in stamped
    assert lines[-1] not in stamped
    assert master.stamp(stamped[-1]) == master._identified(master._rendered(stamped[-1]).pdf, stamped[-1])


def test_from_copy_to_copy_only_the_line_and_the_files_id_change(master):
    ann, bob = master.stamp(ANN), master.stamp("For: Bob Ray · B-2")
    differing = [place for place, (mine, other) in enumerate(zip(ann, bob, strict=True)) if mine != other]
    slot = ann.index(b"/Length %d>>" % SLOT_BYTES)
    of_id = ann.rindex(b"/ID[")

    assert all(slot < place < slot + SLOT_BYTES or of_id < place < of_id + 80 for place in differing)
    assert master.copy_id(ANN) in ann
    assert master.copy_id(ANN) not in bob


def test_the_id_tells_the_line_the_leaflet_and_the_look(master):
    others = [SlotMaster(a_leaflet(a_topic()), Look()), SlotMaster(a_rich_leaflet(), Look(Format.LARGE))]

    assert len({each.copy_id(ANN) for each in (master, *others)} | {master.copy_id("For: Bob")}) == 4


@given(st.text(sorted(LATIN | {*map(chr, range(0x20, 0x7F))}), min_size=1, max_size=50))
def test_every_letter_of_a_latin_name_is_stamped_and_read_back(master, name):
    line = " ".join(f"For: {name}".split())

    copy = master.stamp(line)

    assert copy is None or ("P", line) in told(copy)
    assert copy is not None or len(line) > 30


@settings(max_examples=40)
@given(st.text("WMil AaÄŁş’-().\\", min_size=1, max_size=90))
def test_whatever_goes_into_the_slot_is_byte_for_byte_what_a_render_would_put_there(master, name):
    line = " ".join(f"For: {name}".split())

    stamped = master.stamp(line)

    assert stamped in (None, master._identified(master._rendered(line).pdf, line))


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("For: عربى", "its letters are joined and run from the right"),
        ("For: Ελένη", "its letters are not reserved"),
        ("For: Ann " + "Wwwwww " * 8, "it needs a second line"),
    ],
)
def test_a_line_that_does_not_go_into_the_slot_is_rendered_afresh(master, line, why):
    line = line.strip()

    assert master.stamp(line) is None, why
    assert any(text == line for _, text in told(master.copy(line)))
    assert master.copy_id(line) in master.copy(line)
    assert master.copy(line) == master.copy(line)


def test_a_letter_that_no_face_has_is_told(master):
    with pytest.raises(MissingGlyph) as missing:
        master.copy("For: 漢字")

    assert missing.value.character == "漢"


def test_no_name_is_in_the_metadata_or_anywhere_but_on_the_page(master):
    pdf = pikepdf.open(BytesIO(master.stamp("For: Secretname")))

    assert b"Secretname" not in pdf.Root.Metadata.read_bytes()
    assert not any("Secretname" in str(value) for value in pdf.docinfo.values())


def test_a_slot_that_proves_wrong_is_never_used(monkeypatch):
    monkeypatch.setattr(master_room.SlotMaster, "content", lambda _self, _line: b"BT ET".ljust(SLOT_BYTES))

    master = SlotMaster(a_rich_leaflet(), Look())

    assert ("P", ANN) in told(master.fresh(ANN))
    assert master._slot is None


def test_a_leaflet_from_right_to_left_is_rendered_afresh_for_each():
    leaflet = a_leaflet_in("ar", recipient=Recipient("محمد"))

    master = SlotMaster(leaflet, Look())

    assert master.stamp(ANN) is None
    assert master.copy_id(ANN) in master.copy(ANN)
