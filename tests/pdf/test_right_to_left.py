"""A leaflet in Arabic or Urdu is read, found, followed and laid out from the right."""

import shutil
import subprocess
import unicodedata
from collections import Counter
from dataclasses import replace
from functools import cache
from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from leaflet_app.domain.blocks import Box, Glance, Numbered, Paragraph, People, Run, Tone, texts, words
from leaflet_app.domain.errors import MissingGlyph
from leaflet_app.domain.look import Format, Look
from leaflet_app.pdf.render import forget, render
from tests.builders import a_leaflet
from tests.languages import RIGHTS, a_leaflet_in
from tests.pdf.tagged_pdf import TaggedPdf

POPPLER = shutil.which("pdftotext")
LANGUAGES = pytest.mark.parametrize("lang", ["ar", "ur"])
FORMATS = pytest.mark.parametrize("page_format", Format)
PHONE = Run("020 7946 0000", link="tel:+442079460000", whole=True, bold=True)


@cache
def made(lang, page_format=Format.STANDARD):
    return render(a_leaflet_in(lang), Look(page_format)).pdf


def with_blocks(lang, *blocks):
    return render(replace(a_leaflet_in(lang), blocks=blocks), Look()).pdf


def letters(pdf, page=0):
    """Return what pdfium sees on a page: each character with its box (left, bottom, right, top)."""
    text = pypdfium2.PdfDocument(BytesIO(pdf))[page].get_textpage()
    return [(text.get_text_range(at, 1), text.get_charbox(at)) for at in range(text.count_chars())]


def where(pdf, wanted, page=0):
    """Return the left edges of the characters that pdfium finds a text as."""
    found = letters(pdf, page)
    start = "".join(character for character, _ in found).index(wanted)
    return [box[0] for _, box in found[start : start + len(wanted)]]


def bare(text):
    return "".join(unicodedata.normalize("NFC", text).split())


@LANGUAGES
@FORMATS
def test_a_screen_reader_is_told_the_words_as_they_are_read(lang, page_format):
    read_back = TaggedPdf(made(lang, page_format))
    spoken = bare("".join(read_back.texts()))

    for text in texts(a_leaflet_in(lang).blocks):
        assert bare(text)[:60] in spoken
    assert read_back.unmarked == read_back.faults == []


@LANGUAGES
def test_no_words_to_be_read_out_hide_a_link(lang):
    read_back = TaggedPdf(made(lang))
    links = read_back.document.all("Link")

    assert links
    for element in read_back.document.walk():
        if "/ActualText" in element.entry:
            assert element.all("Link") == []
    assert all(link.annotations and link.kids[0].entry.ActualText for link in links)


@LANGUAGES
def test_what_is_copied_from_the_page_is_what_was_written(lang):
    pages = pypdfium2.PdfDocument(BytesIO(made(lang)))
    copied = bare("".join(page.get_textpage().get_text_range() for page in pages))

    for sentence in RIGHTS[lang]:
        assert bare(sentence) in copied


@pytest.mark.skipif(not POPPLER, reason="Poppler is not on this machine")
@LANGUAGES
def test_another_reader_copies_the_same_words(lang, tmp_path):
    file = tmp_path / "leaflet.pdf"
    file.write_bytes(with_blocks(lang, Paragraph(words(RIGHTS[lang][1]))))

    copied = subprocess.run([POPPLER, file, "-"], capture_output=True, check=True).stdout.decode()

    found = set("".join(each for each in copied if unicodedata.category(each) != "Cf").split())
    assert set(RIGHTS[lang][1].replace(".", "").split()) <= {each.strip(".") for each in found}


@LANGUAGES
def test_a_phone_number_is_printed_and_copied_in_its_own_order(lang):
    pdf = with_blocks(lang, Paragraph((Run(f"{RIGHTS[lang][0]} "), PHONE, Run("."))))
    number = PHONE.text.replace(" ", "\u00a0")

    assert where(pdf, number) == sorted(where(pdf, number))
    assert PHONE.text in "".join(TaggedPdf(pdf).texts())


@LANGUAGES
def test_every_line_starts_at_the_right_margin(lang):
    pdf = with_blocks(lang, Paragraph(words(" ".join([*RIGHTS[lang]] * 4))))
    page = pypdfium2.PdfDocument(BytesIO(pdf))[0]
    lines = {}
    for character, (_, bottom, right, _) in letters(pdf):
        if not character.isspace():
            lines.setdefault(round(bottom / 12), []).append(right)

    rights = [max(line) for line in lines.values() if len(line) > 40]
    assert len(rights) >= 3
    assert max(rights) - min(rights) < 10
    assert max(rights) < page.get_width() - 50


def test_bullets_and_numbers_stand_to_the_right_of_their_lines():
    pdf = with_blocks("ar", Numbered((words(RIGHTS["ar"][0]), words(RIGHTS["ar"][1]))))
    found = letters(pdf)
    (number,) = (box for each, box in found if each == "1" and box[1] > 100)
    line = [box for each, box in found if not each.isspace() and abs(box[1] - number[1]) < 8 and box != number]

    assert len(line) > 20
    assert number[0] > sorted(box[2] for box in line)[-2]  # only its own full stop stands beside it
    assert [label.text for label in TaggedPdf(pdf).document.all("Lbl")] == ["1.", "2."]


@LANGUAGES
def test_what_is_read_first_in_a_row_stands_at_the_right(lang):
    read_back = TaggedPdf(made(lang))
    row = next(row for row in read_back.document.all("TR") if "1948" in row.text)
    label = row.kids[0].text.split()[0]

    assert [element.role for element in row.kids] == ["TH", "TD"]
    assert min(where(made(lang), label)) > max(where(made(lang), "1948"))


def _has(pdf, wanted, page):
    return wanted in "".join(character for character, _ in letters(pdf, page))


@LANGUAGES
def test_words_of_two_scripts_in_a_row_stand_on_one_baseline(lang):
    rows = (("Ann", words(RIGHTS[lang][0])), (RIGHTS[lang][0].split()[0], words("Ann")))
    read_back = TaggedPdf(with_blocks(lang, Glance("Ann", rows)))
    painted = pikepdf.parse_content_stream(read_back.pdf.pages[0])
    baselines = Counter(float(operands[5]) for operands, operator in painted if str(operator) == "Tm")

    assert [count for _, count in baselines.most_common(3)] == [2, 2, 1]


@LANGUAGES
def test_the_square_code_stands_where_lines_end(lang):
    read_back = TaggedPdf(made(lang))
    code = next(figure for figure in read_back.document.all("Figure") if "/A" in figure.entry)
    page = read_back.pdf.pages.index(pikepdf.Page(code.entry.Pg))
    number = "07565\u00a0978310"

    assert float(code.entry.A.BBox[2]) < min(where(made(lang), number, page))
    assert float(code.entry.A.BBox[2]) < min(where(made(lang), "In an emergency", page))


def test_english_words_in_an_arabic_leaflet_are_set_from_the_left():
    pdf = made("ar")
    emergency = next(at for at in range(3) if _has(pdf, "A machine", at))

    assert min(where(pdf, "A machine", emergency)) < 100


def test_a_name_from_right_to_left_in_an_english_leaflet_turns_alone():
    pdf = render(replace(a_leaflet(), blocks=(Paragraph(words("Ask for سارة at the desk.")),)), Look()).pdf

    assert where(pdf, "Ask for") == sorted(where(pdf, "Ask for"))
    assert max(where(pdf, "Ask for")) < min(where(pdf, "سارة"))
    assert where(pdf, "سارة") == sorted(where(pdf, "سارة"), reverse=True)
    assert max(where(pdf, "سارة")) < min(where(pdf, "at the desk"))
    assert "Ask for سارة at the desk." in TaggedPdf(pdf).texts()


@LANGUAGES
def test_the_same_leaflet_is_the_same_file_whatever_was_made_before(lang):
    forget()
    fresh = render(a_leaflet_in(lang), Look()).pdf
    render(a_leaflet_in("ur" if lang == "ar" else "ar"), Look())
    with_blocks(lang, Box(Tone.NOTE, (Paragraph(words(RIGHTS[lang][0][::-1])),)))

    assert render(a_leaflet_in(lang), Look()).pdf == fresh


@LANGUAGES
def test_the_clinics_name_and_its_band_are_told_from_the_right(lang):
    pdf = made(lang)
    page = pypdfium2.PdfDocument(BytesIO(pdf))[0]

    assert max(where(pdf, "Example Clinic")) > page.get_width() / 2
    assert "Example Clinic" in TaggedPdf(pdf).texts()


def test_an_english_sentence_keeps_its_full_stop_in_an_arabic_leaflet():
    pdf = with_blocks("ar", Paragraph(words("Smith and others, Lancet 5:1-9.")))
    found = [box for character, box in letters(pdf) if character in "Smith andoers,Lct5:1-9."]

    assert where(pdf, "Lancet 5:1-9.") == sorted(where(pdf, "Lancet 5:1-9."))
    assert max(box[2] for box in found) > 500


@pytest.mark.parametrize(("lang", "filled"), [("en-GB", "left"), ("ar", "right")])
def test_people_are_filled_from_where_reading_starts(lang, filled):
    people = People(2, 2, 10, "Two of ten people", words(RIGHTS[lang][0]))
    read_back = TaggedPdf(with_blocks(lang, people))
    picture = pypdfium2.PdfDocument(BytesIO(read_back.content))[0].render(scale=1).to_pil().convert("L")
    figure = read_back.document.all("Figure")[-1]
    left, bottom, right, top = (float(edge) for edge in figure.entry.A.BBox)
    middle, height = (left + right) / 2, picture.height

    darkness = [
        sum(
            255 - grey
            for grey in picture.crop(
                (int(start), int(height - top), int(end), int(height - bottom))
            ).get_flattened_data()
        )
        for start, end in ((left, middle), (middle, right))
    ]

    assert (darkness[0] > darkness[1]) == (filled == "left")


@LANGUAGES
def test_a_joiner_that_nobody_sees_is_part_of_the_spelling(lang):
    said = "نہ\u200cکریں (mg 5)."

    read_back = TaggedPdf(with_blocks(lang, Paragraph(words(said))))

    assert bare(said) in bare("".join(read_back.texts()))
    assert read_back.faults == []


def test_a_joiner_among_latin_letters_is_a_fault():
    with pytest.raises(MissingGlyph):
        render(replace(a_leaflet(), blocks=(Paragraph(words("a\u200cb")),)), Look())
