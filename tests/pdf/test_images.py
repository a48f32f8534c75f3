"""Pictures: whole ones are printed, damaged ones are named."""

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from PIL import Image, ImageFile

from leaflet_app.domain.errors import PictureUnreadable
from leaflet_app.domain.look import Look
from leaflet_app.domain.practice import Brand
from leaflet_app.pdf.images import picture
from leaflet_app.pdf.render import render
from tests.builders import a_leaflet
from tests.pdf import bad_pictures
from tests.pdf.rich import LOGO


def a_picture(mode="RGB", size=(30, 10), kind="PNG", **settings) -> bytes:
    """Return a picture file of one colour."""
    file = BytesIO()
    Image.new(mode, size).save(file, kind, **settings)
    return file.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        *(a_picture(mode) for mode in ("1", "L", "LA", "P", "RGB", "RGBA", "I;16")),
        *(a_picture(mode, kind="JPEG") for mode in ("L", "RGB", "CMYK")),
        a_picture(save_all=True, append_images=[Image.new("RGB", (30, 10), "red")]),
        a_picture() + b"PK\x03\x04<script>",
    ],
)
def test_every_kind_of_png_and_jpeg_is_decoded(content):
    assert picture(content, 40.0)[:2] == (30, 10)


@pytest.mark.parametrize("size", [(1, 4000), (4000, 1)])
def test_a_picture_thinner_than_a_dot_keeps_one(size):
    assert min(picture(a_picture(size=size), 40.0)[:2]) == 1


def test_a_picture_of_more_pixels_than_anyone_prints_is_refused():
    with pytest.raises(PictureUnreadable):
        picture(a_picture("1", size=(6000, 6000)), 40.0)


def test_no_setting_of_another_library_makes_up_what_is_missing(monkeypatch):
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)

    with pytest.raises(PictureUnreadable):
        picture(LOGO[:-30], 40.0)


@pytest.mark.parametrize("content", [LOGO[:40], LOGO[:-30], LOGO[: len(LOGO) // 2], a_picture(kind="JPEG")[:300]])
def test_a_damaged_logo_is_named(content):
    leaflet = a_leaflet()
    damaged = replace(leaflet, band=replace(leaflet.band, brand=Brand(logo=content, logo_alt="Hill Clinic")))

    with pytest.raises(PictureUnreadable, match="logo"):
        render(damaged, Look())


def test_a_photograph_stands_the_way_its_camera_was_held():
    assert picture(bad_pictures.turned(), 40.0)[:2] == (20, 60)


def test_where_a_photograph_was_taken_stays_out_of_the_leaflet():
    leaflet = a_leaflet()
    photographed = replace(leaflet, band=replace(leaflet.band, brand=Brand(logo=bad_pictures.turned(), logo_alt="A")))

    assert b"taken at home" in bad_pictures.turned()
    assert b"taken at home" not in unpacked(render(photographed, Look()).pdf)


def unpacked(pdf):
    """Return a PDF with nothing in it compressed."""
    written = BytesIO()
    pikepdf.open(BytesIO(pdf)).save(written, stream_decode_level=pikepdf.StreamDecodeLevel.all, compress_streams=False)
    return written.getvalue()


def test_a_picture_of_too_many_pixels_is_refused_before_it_is_unpacked():
    with pytest.raises(PictureUnreadable, match="it has more than 25 million pixels"):
        picture(bad_pictures.png(5_001, 5_000), 40.0)
