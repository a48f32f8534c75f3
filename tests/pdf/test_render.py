"""The file itself: the same each time, its fonts inside, its facts told, and faults said plainly."""

import re
from dataclasses import replace
from datetime import date
from io import BytesIO

import pikepdf
import pytest
from PIL import Image

from leaflet_app.domain.blocks import words
from leaflet_app.domain.errors import LeafletTooLong, MissingGlyph
from leaflet_app.domain.look import Format, Look, Theme
from leaflet_app.domain.practice import Brand
from leaflet_app.domain.selection import Recipient
from leaflet_app.pdf.fonts.families import family_of, missing
from leaflet_app.pdf.render import render
from tests.builders import a_fact, a_leaflet, a_library, a_practice, a_topic, a_wording
from tests.pdf.rich import a_rich_leaflet
from tests.pdf.tagged_pdf import TaggedPdf

FAMILY = family_of(Theme.STANDARD, "en-GB")


@pytest.mark.parametrize("page_format", Format)
def test_the_same_leaflet_gives_the_same_bytes(page_format):
    assert render(a_rich_leaflet(), Look(page_format)).pdf == render(a_rich_leaflet(), Look(page_format)).pdf


def test_another_leaflet_has_another_file_id():
    ids = {bytes(TaggedPdf(render(a_leaflet(note=note), Look()).pdf).pdf.trailer.ID[0]) for note in ("one", "two")}

    assert len(ids) == 2


def test_every_font_is_embedded_as_a_subset_and_none_is_helvetica(read_back):
    fonts = {font.objgen: font for page in read_back.pdf.pages for font in page.Resources.Font.values()}

    assert fonts
    for font in fonts.values():
        assert re.fullmatch(r"/[A-Z]{6}\+SourceSans3-(Regular|Bold)", str(font.BaseFont))
        assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor


def test_many_letters_are_all_printed_and_mapped_in_small_blocks():
    every = "".join(
        chr(point) for point in range(0x21, 0x24F) if not missing(chr(point), FAMILY) and chr(point).isprintable()
    )
    assert len(every) > 300

    read_back = TaggedPdf(render(a_leaflet(note=" ".join(every[at : at + 90] for at in range(0, 999, 90))), Look()).pdf)
    fonts = {font.objgen: font for page in read_back.pdf.pages for font in page.Resources.Font.values()}
    blocks = [
        int(rows) for font in fonts.values() for rows in re.findall(rb"(\d+) beginbfchar", font.ToUnicode.read_bytes())
    ]

    assert every in "".join(read_back.texts()).replace(" ", "")
    assert max(blocks) <= 100


def test_title_language_date_and_code_are_told_but_nobody_s_name(rendered, read_back):
    leaflet = a_rich_leaflet()

    assert str(read_back.pdf.docinfo["/Title"]) == leaflet.title
    assert str(read_back.catalog.Lang) == "en-GB"
    assert str(read_back.pdf.docinfo["/CreationDate"]).startswith("D:20261122")
    assert leaflet.code in str(read_back.pdf.docinfo["/Keywords"])
    assert read_back.catalog.ViewerPreferences.DisplayDocTitle
    with read_back.pdf.open_metadata() as metadata:
        told = str(metadata) + str(dict(read_back.pdf.docinfo))
    assert "Łucka" not in told
    assert "diary" not in told


def test_nothing_in_the_file_runs_or_reaches_out(rendered):
    for forbidden in (b"/JavaScript", b"/JS", b"/Launch", b"/GoToR", b"/EmbeddedFile", b"/OpenAction", b"/SubmitForm"):
        assert forbidden not in rendered.pdf


def test_the_headings_are_told_with_their_places(rendered):
    places = {place.anchor: place for place in rendered.places}

    assert places["title"].page == 1
    assert places["urgent"].page <= 2
    assert places["insulinoma"].pages_above < places["gastrinoma"].pages_above < places["review"].pages_above
    assert all(0 < place.top_mm < 297 for place in rendered.places)
    assert all(place.pages_above < rendered.pages for place in rendered.places)
    assert places["title"].pages_above == 0


def test_a_heading_s_place_is_on_the_page_of_the_file_that_shows_it(rendered, read_back):
    shown = {}
    for element in read_back.document.walk():
        if element.role in {"H1", "H2", "H3"}:
            shown.setdefault(element.text, element.marks[0][0] + 1)
    places = {place.anchor: place.page for place in rendered.places}

    assert places["title"] == shown[a_rich_leaflet().title]
    assert places["more/treat-surgery"] == shown["Surgery"]
    assert places["review"] == shown["Review"]


def test_see_page_shows_the_page_where_the_shared_text_stands(rendered, read_back):
    page = next(int(place.pages_above) + 1 for place in rendered.places if place.anchor == "more/treat-surgery")

    assert sum(f"Surgery (page {page})" in text for text in read_back.texts()) == 2


def test_the_phone_number_is_one_link_on_one_line(read_back):
    (phone,) = [link for link in read_back.document.all("Link") if "07565" in link.text]

    assert phone.text.strip() == "07565 978310"
    assert [str(annotation.A.URI) for annotation in phone.annotations] == ["tel:+447565978310"]


def test_a_character_no_font_has_is_named_with_the_words_around_it():
    with pytest.raises(MissingGlyph, match=r"U\+2603.*Well done"):
        render(a_leaflet(note="Well done ☃"), Look())


def test_a_character_missing_from_the_recipient_s_name_is_refused_too():
    with pytest.raises(MissingGlyph, match="漢"):
        render(a_leaflet(recipient=Recipient("漢")), Look())


def test_far_too_long_a_note_is_refused_with_its_length():
    with pytest.raises(LeafletTooLong, match=r"it has [\d,]+ words, and 30,000 is the most"):
        render(a_leaflet(note="word\n" * 30_001), Look())


def test_a_question_that_fills_more_than_a_page_is_refused_in_plain_words():
    endless = a_topic(questions=(words("why " * 1_900),))

    with pytest.raises(LeafletTooLong) as told:
        render(a_leaflet(endless), Look())

    assert str(told.value) == (
        "The leaflet is too long: one question or fact fills more than a page. Leave out topics or sections."
    )


def test_a_character_missing_from_the_footer_is_refused_too():
    wording = replace(a_wording(), footer="☃ {code} · {version} · {page} · {pages}")

    with pytest.raises(MissingGlyph, match="☃"):
        render(a_leaflet(library=a_library(wording=wording)), Look())


def test_markup_in_a_note_is_only_words():
    note = "contact <john@example.org> now & <b>rest</b> &amp; 5 < 6"

    assert note in TaggedPdf(render(a_leaflet(note=note), Look()).pdf).texts()


def test_a_very_long_word_is_broken_and_not_lost():
    word = "pneumono" * 25

    read_back = TaggedPdf(render(a_leaflet(note=word), Look(Format.LARGE)).pdf)

    assert word in "".join("".join(read_back.texts()).split())


def test_a_leaflet_without_logo_or_role_still_has_a_band():
    read_back = TaggedPdf(render(a_leaflet(), Look()).pdf)

    assert read_back.texts()[0] == "Dr Mark Vanderpump"
    assert read_back.document.all("Figure") == []


def test_a_wide_logo_leaves_room_for_the_name():
    picture = BytesIO()
    Image.new("RGB", (1000, 100)).save(picture, "PNG")
    brand = Brand(logo=picture.getvalue(), logo_alt="A long line")
    read_back = TaggedPdf(render(a_leaflet(library=a_library(practice=a_practice(brand=brand))), Look()).pdf)

    left, _, right, _ = map(float, read_back.document.all("Figure")[0].entry.A.BBox)
    assert right - left <= 40 * 72 / 25.4 + 0.1


@pytest.mark.parametrize(("alpha", "is_seen_through"), [(255, False), (0, True)])
def test_what_shows_through_a_logo_shows_through_on_paper(alpha, is_seen_through):
    picture = BytesIO()
    Image.new("RGBA", (40, 40), (255, 0, 0, alpha)).save(picture, "PNG")
    brand = Brand(logo=picture.getvalue(), logo_alt="A square")
    read_back = TaggedPdf(render(a_leaflet(library=a_library(practice=a_practice(brand=brand))), Look()).pdf)

    [drawn] = read_back.pdf.pages[0].Resources.XObject.values()
    assert ("/SMask" in drawn) == is_seen_through


def test_a_link_shows_on_paper_where_it_leads(read_back):
    assert any("how each of them works for you (example.org/treatment), and ask." in text for text in read_back.texts())
    assert "Contact form: https://example.org/contact" in read_back.texts()


@pytest.mark.parametrize("paragraphs", range(0, 40, 5))
def test_the_contact_details_stay_together(paragraphs):
    note = "\n".join(["Ring us."] * paragraphs)
    read_back = TaggedPdf(render(a_leaflet(note=note), Look()).pdf)
    box = next(box for box in read_back.document.all("Sect") if "How to contact us" in box.text)

    assert len({page for element in box.walk() for page, _ in element.marks}) == 1


def test_the_practice_s_own_colour_fills_the_band():
    library = a_library(practice=a_practice(brand=Brand(band="#005533")))
    read_back = TaggedPdf(render(a_leaflet(library=library), Look()).pdf)

    assert b"0 0.3333 0.2 rg" in read_back.pdf.pages[0].Contents.read_bytes()


@pytest.mark.parametrize(
    ("page_format", "smallest", "body", "phone"),
    [(Format.STANDARD, 12, 14, 18), (Format.LETTER, 12, 14, 18), (Format.LARGE, 16, 18, 18 * 18 / 14)],
)
def test_the_print_is_large_enough_to_read(page_format, smallest, body, phone):
    topic = a_topic(
        facts={"how_common": a_fact()}, questions=tuple(words(f"Question {letter}?") for letter in "abcdefghij")
    )
    read_back = TaggedPdf(render(a_leaflet(topic), Look(page_format)).pdf)
    sizes = {
        round(float(operands[1]), 2)
        for page in list(read_back.pdf.pages)[1:]  # the first has the band, whose name is as large as the phone
        for operands, operator in pikepdf.parse_content_stream(page)
        if str(operator) == "Tf"
    }

    assert min(sizes) == smallest
    assert {body, round(phone, 2)} <= sizes


def test_the_day_it_was_made_is_the_only_clock():
    one, other = (render(a_leaflet(made_on=day), Look()).pdf for day in (date(2026, 1, 1), date(2026, 1, 2)))

    assert one != other
