"""Authors' pictures on paper: tagged, bounded, with their captions, and the same each time."""

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from PIL import Image

from leaflet_app.domain.blocks import Picture, words
from leaflet_app.domain.errors import PictureUnreadable
from leaflet_app.domain.look import Format, Look, Theme
from leaflet_app.pdf.images import photograph
from leaflet_app.pdf.paper import PAPERS
from leaflet_app.pdf.render import render
from tests.builders import a_leaflet
from tests.pdf.authors_pictures import a_drawing, a_photograph
from tests.pdf.tagged_pdf import TaggedPdf

ROOM = 480.0, 280.0


def pictured(*contents: bytes, text="What the **scan** shows."):
    leaflet = a_leaflet()
    blocks = tuple(Picture(each, f"Picture {number}.", words(text)) for number, each in enumerate(contents))
    return replace(leaflet, blocks=(*leaflet.blocks, *blocks))


def images(pdf):
    with pikepdf.open(BytesIO(pdf)) as opened:
        return [
            each for each in opened.objects if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image"
        ]


def test_a_photograph_that_fits_keeps_its_very_bytes():
    kept = photograph(a_photograph(), *ROOM)

    assert (kept.colours, kept.packing, kept.width, kept.height) == (a_photograph(), "DCTDecode", 900, 600)


def test_a_larger_one_is_made_smaller_to_what_print_can_show():
    kept = photograph(a_photograph(4000, 2000), *ROOM)

    assert (kept.width, kept.height) == (2000, 1000)
    assert Image.open(BytesIO(kept.colours)).size == (2000, 1000)


def test_what_a_camera_noted_does_not_stay_in_a_photograph():
    with_note = Image.open(BytesIO(a_photograph()))
    file = BytesIO()
    with_note.save(file, "JPEG", comment=b"taken at home")

    assert b"taken at home" not in photograph(file.getvalue(), *ROOM).colours


@pytest.mark.parametrize(("mode", "space"), [("L", "DeviceGray"), ("RGB", "DeviceRGB"), ("RGBA", "DeviceRGB")])
def test_grey_drawings_take_one_colour(mode, space):
    assert photograph(a_drawing(mode=mode), *ROOM).space == space


@pytest.mark.parametrize("page_format", list(Format))
@pytest.mark.parametrize("size", [(1600, 300), (300, 1600), (60, 40)])
def test_every_picture_has_its_words_and_its_place_on_the_page(page_format, size):
    read = TaggedPdf(render(pictured(a_photograph(*size)), Look(page_format)).pdf)
    figure = next(each for each in read.document.all("Figure") if str(each.entry.get("/Alt", "")) == "Picture 0.")
    left, bottom, right, top = map(float, figure.entry.A.BBox)

    assert (right - left) / (top - bottom) == pytest.approx(size[0] / size[1], rel=0.02)
    assert right - left <= PAPERS[page_format].text_width + 0.01
    assert top - bottom <= 100 * 72 / 25.4 + 0.01
    assert [each.text for each in read.document.all("Caption")][-1:] == ["What the **scan** shows."]


def test_no_caption_is_parted_from_its_picture():
    read = TaggedPdf(render(pictured(*(a_photograph(900, 700 + each) for each in range(6))), Look()).pdf)
    pages = [
        {page for page, _ in each.marks}
        for each in read.document.all("Figure", "Caption")
        if each.role == "Caption" or str(each.entry.get("/Alt", "")).startswith("Picture")
    ]

    assert pages[-12::2] == pages[-11::2]


def test_one_picture_shown_twice_is_held_once():
    assert len(images(render(pictured(a_photograph(), a_photograph()), Look()).pdf)) == 1


def test_the_same_leaflet_gives_the_same_bytes():
    leaflet = pictured(a_photograph(4000, 2000), a_drawing())

    def fresh():
        photograph.cache_clear()
        return render(leaflet, Look(theme=Theme.STANDARD)).pdf

    assert fresh() == fresh()


def test_a_damaged_picture_is_named_by_its_words():
    with pytest.raises(PictureUnreadable, match=r"The picture “Picture 0\.” cannot be printed"):
        render(pictured(a_photograph()[:900]), Look())
