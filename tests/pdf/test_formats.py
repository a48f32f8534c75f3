"""Every format on its own paper: nothing leaves the page, print and lines are as readers need them."""

import pikepdf
import pypdfium2
import pytest

from leaflet_app.domain.compose import compose
from leaflet_app.domain.look import Format, Look, Theme
from leaflet_app.domain.practice import Brand
from leaflet_app.domain.selection import Detail
from leaflet_app.domain.topic import Site
from leaflet_app.pdf.flowables.box import PADDING
from leaflet_app.pdf.flowables.qr import SIDE
from leaflet_app.pdf.pages.booklet import sides
from leaflet_app.pdf.pages.pagination import lay_out
from leaflet_app.pdf.paper import MOST_CHARACTERS, paper_of
from leaflet_app.pdf.render import render
from tests.builders import a_leaflet, a_library, a_practice, a_selection
from tests.languages import a_leaflet_in
from tests.pdf.rich import LOGO, a_rich_leaflet
from tests.pdf.seen import seen
from tests.pdf.tagged_pdf import TaggedPdf

LOOKS = [Look(page_format, theme) for page_format in Format for theme in Theme]
IDS = [f"{look.format.value}-{look.theme.value}" for look in LOOKS]
EVERY_LOOK = pytest.mark.parametrize("look", LOOKS, ids=IDS)
EVERY_FORMAT = pytest.mark.parametrize("page_format", Format)
ONE_PAGE_A_SIDE = pytest.mark.parametrize("page_format", [each for each in Format if each is not Format.BOOKLET])
LEAST = {Format.LARGE: 16, Format.LARGER: 16}
"""The smallest print in points where it is not 12 (UKAAF G003)."""

ROUNDING = 2.0
"""How far a stroke or the bow of a letter goes over the edge that it was set at, in points."""


def sizes(pdf):
    """Return the sizes of all print."""
    return {
        round(float(operands[1]), 2)
        for page in TaggedPdf(pdf).pdf.pages
        for operands, operator in pikepdf.parse_content_stream(page)
        if str(operator) == "Tf"
    }


def all_in_the_column(pdf, look):
    paper = paper_of(look)
    outside = [
        each
        for each in seen(pdf, look)
        if not each.is_across(paper)
        and not (paper.margin - ROUNDING <= each.left and each.right <= paper.width - paper.margin + ROUNDING)
    ]
    assert outside == []


@EVERY_LOOK
def test_everything_stays_between_the_margins(look):
    all_in_the_column(render(a_rich_leaflet(), look).pdf, look)


@EVERY_FORMAT
@pytest.mark.parametrize("theme", [Theme.STANDARD, Theme.LEGIBLE])
def test_people_drawings_and_marks_stay_between_the_margins(library, page_format, theme):
    look = Look(page_format, theme)
    selection = a_selection(
        "net-overview",
        "men2",
        detail=Detail.PICTURES,
        body_map=True,
        body_mark=Site.THYROID,
        body_note="Left side. " * 9,
    )

    all_in_the_column(render(compose(library, selection), look).pdf, look)


@EVERY_LOOK
def test_text_stays_clear_of_the_footer_and_the_band(look):
    paper = paper_of(look)
    pdf = render(a_rich_leaflet(), look).pdf
    bands = {
        each.page: each.bottom for each in seen(pdf, look) if each.is_across(paper) and each.bottom > paper.height / 2
    }

    for each in seen(pdf, look):
        if not each.is_across(paper) and each.middle < bands[each.page]:
            is_footer = each.is_text and each.middle < paper.footer_room
            assert is_footer or (each.bottom >= paper.footer_room - ROUNDING and each.top <= bands[each.page])


@EVERY_FORMAT
def test_a_long_name_and_a_long_role_stay_in_the_bands(page_format):
    practice = a_practice(
        name="The Royal Hospital for Diseases of the Glands NHS Foundation Trust, with the Example Institute of "
        "Endocrinology, Metabolism and Nuclear Medicine",
        consultant_role="Consultant Physician and Endocrinologist, Honorary Senior Clinical Lecturer",
        brand=Brand(logo=LOGO, logo_alt="A leaf"),
    )
    look = Look(page_format)
    paper = paper_of(look)
    pdf = render(a_leaflet(library=a_library(practice=practice)), look).pdf
    painted = list(seen(pdf, look))
    bands = {each.page: each.bottom for each in painted if each.is_across(paper)}

    for page in (sides(4)[0][1], 2):
        words = [each for each in painted if each.is_text and each.page == page and each.middle > bands[page]]
        assert words
        assert all(each.bottom > bands[page] and each.top < paper.height for each in words)
        assert all(each.right <= paper.width - paper.margin + ROUNDING for each in words)
        below = [each for each in painted if each.page == page and 0 < bands[page] - each.middle < paper.below_band]
        assert below == []
    assert min(sizes(pdf)) >= LEAST.get(page_format, 12)


@EVERY_LOOK
def test_a_line_holds_eighty_characters_at_most(look):
    assert paper_of(look).characters_a_line <= MOST_CHARACTERS + 0.01


@EVERY_LOOK
def test_no_print_is_smaller_than_its_readers_need(look):
    body = {Format.LARGE: 18, Format.LARGER: 24}.get(look.format, 14)
    printed = sizes(render(a_rich_leaflet(), look).pdf)

    assert min(printed) >= LEAST.get(look.format, 12)
    assert body in printed


@ONE_PAGE_A_SIDE
def test_a_heading_never_stands_last_on_a_page(page_format, library):
    for leaflet in (a_rich_leaflet(), compose(library, a_selection("insulinoma", "gastrinoma"))):
        lasts = {}
        for element in TaggedPdf(render(leaflet, Look(page_format)).pdf).document.walk():
            lasts |= {page: element.role for page, _ in element.marks}
        assert not {"H1", "H2", "H3", "Caption", "Lbl"} & set(lasts.values())


@EVERY_FORMAT
@pytest.mark.parametrize("paragraphs", [0, 3, 7, 11])
def test_contact_details_stand_together_and_the_phone_on_one_line(page_format, paragraphs):
    practice = a_practice(website="https://example.org/leaflets", hours="9 to 5", other_formats="Ask us. " * 12)
    leaflet = a_leaflet(library=a_library(practice=practice), note="\n".join(["Ring us."] * paragraphs))
    read_back = TaggedPdf(render(leaflet, Look(page_format)).pdf)
    box = next(box for box in read_back.document.all("Sect") if "How to contact us" in box.text)
    (phone,) = [link for link in box.all("Link") if "07565" in link.text]

    assert len({page for element in box.walk() for page, _ in element.marks}) == 1
    assert len(phone.annotations) == 1


def test_contact_details_higher_than_a_page_run_on_rather_than_be_refused():
    practice = a_practice(other_formats="Ask us for this leaflet in another language. " * 25)
    read_back = TaggedPdf(render(a_leaflet(library=a_library(practice=practice)), Look(Format.LARGER)).pdf)
    box = next(box for box in read_back.document.all("Sect") if "How to contact us" in box.text)

    assert len({page for element in box.walk() for page, _ in element.marks}) > 1


@ONE_PAGE_A_SIDE
def test_the_code_stands_beside_contact_details_only_where_there_is_room(page_format):
    practice = a_practice(website="https://example.org/leaflets")
    leaflet = a_leaflet(library=a_library(practice=practice))
    read_back = TaggedPdf(render(leaflet, Look(page_format)).pdf)
    left = float(read_back.document.all("Figure")[-1].entry.A.BBox[0])
    paper = paper_of(Look(page_format))

    is_beside = left == pytest.approx(paper.width - paper.margin - PADDING - SIDE, abs=0.1)
    assert is_beside == (page_format in {Format.STANDARD, Format.LETTER})


@ONE_PAGE_A_SIDE
def test_the_code_below_contact_details_stands_where_lines_start(page_format):
    paper = paper_of(Look(page_format))
    edges = []
    for lang in ("pl", "ar"):
        read_back = TaggedPdf(render(a_leaflet_in(lang), Look(page_format)).pdf)
        edges.append([float(edge) for edge in read_back.document.all("Figure")[-1].entry.A.BBox])

    first, last = paper.margin + PADDING, paper.width - paper.margin - PADDING
    (left, _, right, _), (mirrored_left, _, mirrored_right, _) = edges
    assert left == pytest.approx(paper.width - mirrored_right, abs=0.1)
    assert right == pytest.approx(paper.width - mirrored_left, abs=0.1)
    assert min(abs(left - first), abs(right - last)) < 0.1


def test_the_code_is_drawn_once_where_contact_details_run_over_a_page():
    practice = a_practice(website="https://example.org", other_formats="Ask us for this in another language. " * 80)
    read_back = TaggedPdf(render(a_leaflet(library=a_library(practice=practice)), Look()).pdf)

    (code,) = [each for each in read_back.document.all("Figure") if "QR" in str(each.entry.Alt)]
    assert len(code.marks) == 1


@ONE_PAGE_A_SIDE
def test_a_drawing_leaves_half_the_width_to_the_names_of_its_parts(library, page_format):
    look = Look(page_format)
    leaflet = compose(library, a_selection("insulinoma", body_map=True))
    read_back = TaggedPdf(render(leaflet, look).pdf)

    boxes = [[float(edge) for edge in each.entry.A.BBox] for each in read_back.document.all("Figure")[1:]]
    assert boxes
    assert all(right - left <= paper_of(look).text_width / 2 for left, _, right, _ in boxes)


@pytest.mark.parametrize(
    ("page_format", "inches"),
    [
        (Format.STANDARD, (8.27, 11.69)),
        (Format.LARGE, (8.27, 11.69)),
        (Format.LARGER, (8.27, 11.69)),
        (Format.A5, (5.83, 8.27)),
        (Format.BOOKLET, (11.69, 8.27)),
        (Format.LETTER, (8.5, 11)),
    ],
)
def test_the_paper_has_its_size(page_format, inches):
    for page in TaggedPdf(render(a_leaflet(), Look(page_format)).pdf).pdf.pages:
        assert [float(edge) / 72 for edge in page.MediaBox] == pytest.approx([0, 0, *inches], abs=0.01)


@pytest.mark.parametrize("words", [10, 400, 900])
def test_a_booklet_prints_whole_sheets_and_says_which_pages_are_empty(words):
    leaflet, look = a_leaflet(note="word " * words), Look(Format.BOOKLET)
    rendered = render(leaflet, look)
    read_back = TaggedPdf(rendered.pdf)
    said = [text for side in read_back.artifacts for text in side]
    footers = sorted(
        (text.partition(" · page ")[2] for text in said if " · page " in text), key=lambda at: int(at.split()[0])
    )

    assert rendered.pages % 4 == 0
    assert len(read_back.pdf.pages) == rendered.pages // 2
    assert footers == [f"{page} of {rendered.pages}" for page in range(1, rendered.pages + 1)]
    assert said.count("This page is left blank.") == sum(not page for page in lay_out(leaflet, look).pages)


def test_the_pages_of_a_booklet_stand_where_folding_needs_them():
    rendered = render(a_rich_leaflet(), Look(Format.BOOKLET))

    for side, (left, right) in zip(pypdfium2.PdfDocument(rendered.pdf), sides(rendered.pages), strict=True):
        fold, text = side.get_width() / 2, side.get_textpage()
        assert f"page {left} of" in text.get_text_bounded(right=fold, top=60)
        assert f"page {right} of" in text.get_text_bounded(left=fold, top=60)


def test_a_booklet_is_read_page_after_page():
    booklet, single = (TaggedPdf(render(a_rich_leaflet(), Look(each)).pdf) for each in (Format.BOOKLET, Format.A5))

    assert "".join(booklet.texts()).split() == "".join(single.texts()).split()


@EVERY_FORMAT
def test_only_a_booklet_asks_the_printer_to_turn_its_sheets_on_the_short_edge(page_format):
    read_back = TaggedPdf(render(a_leaflet(), Look(page_format)).pdf)
    wishes = read_back.catalog.ViewerPreferences

    assert wishes.DisplayDocTitle
    assert (wishes.get("/Duplex") == "/DuplexFlipShortEdge") == (page_format is Format.BOOKLET)
    assert ("/PrintScaling" in wishes) == (page_format is Format.BOOKLET)
