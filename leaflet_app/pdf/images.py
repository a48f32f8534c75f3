"""Logos and authors' pictures: decoded once, sized for print, kept compressed."""

from __future__ import annotations

import struct
import zlib
from functools import lru_cache
from io import BytesIO
from typing import NamedTuple

from PIL import Image, ImageChops, ImageFile
from PIL.PngImagePlugin import PngImageFile

from leaflet_app.domain.bare_pictures import is_bare
from leaflet_app.domain.bounds import MOST_PIXELS
from leaflet_app.domain.errors import PictureUnreadable
from leaflet_app.domain.practice import picture_kind
from leaflet_app.pdf.file.document import Document
from leaflet_app.pdf.file.written import Stream

DOTS_PER_POINT = 300 / 72
OPAQUE = 255
ORIENTATION, UPRIGHT = 0x0112, 1
"""Where a photograph notes which way up it is (Exif 2.3 §4.6.4), and that it is."""

DAMAGED: tuple[type[Exception], ...] = (
    ArithmeticError,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    SyntaxError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)
"""What Pillow raises for pictures that are not whole."""


QUALITY = 85
"""That of a photograph made smaller (IJG scale)."""

_LIKE_PHOTOGRAPHS = ("L", "RGB")
"""Kinds of pixels that a JPEG may have to stand in a leaflet as it is."""


class Picture(NamedTuple):
    """Compressed pixels. `alpha` is empty where nothing shows through; a photograph stays a JPEG."""

    width: int
    height: int
    colours: bytes
    alpha: bytes = b""
    space: str = "DeviceRGB"
    packing: str = "FlateDecode"


@lru_cache(maxsize=8)
def picture(content: bytes, height: float) -> Picture:
    """Decode a PNG or JPEG to at most 300 dots an inch at a printed height in points. Raises PictureUnreadable."""
    image = _decoded(content)
    tallest = round(height * DOTS_PER_POINT)
    if image.height > tallest:
        image = image.resize((max(1, round(image.width * tallest / image.height)), tallest), Image.Resampling.LANCZOS)
    colours, alpha = zlib.compress(image.convert("RGB").tobytes()), _alpha(image)
    return Picture(image.width, image.height, colours, alpha and zlib.compress(alpha))


@lru_cache(maxsize=24)
def photograph(content: bytes, widest: float, highest: float) -> Picture:
    """Decode a PNG or JPEG to at most 300 dots an inch in a room in points; a JPEG stays one.

    Raises PictureUnreadable.
    """
    if picture_kind(content) != "jpeg":
        return _flat(fitting(_decoded(content), widest, highest))
    image = _decoded(content, "RGB")
    smaller, pixels = fitting(image, widest, highest), opened(content).mode
    if smaller is image and is_bare(content) and pixels in _LIKE_PHOTOGRAPHS:
        space = "DeviceGray" if pixels == "L" else "DeviceRGB"
        return Picture(*image.size, content, space=space, packing="DCTDecode")
    return Picture(*smaller.size, as_jpeg(smaller), packing="DCTDecode")


def as_jpeg(image: Image.Image) -> bytes:
    """Return pixels as a bare JPEG; the same for the same pixels."""
    from PIL import JpegImagePlugin  # noqa: F401, PLC0415  (most leaflets have no photograph)

    file = BytesIO()
    image.save(file, "JPEG", quality=QUALITY, optimize=True, comment=b"")
    return file.getvalue()


def fitting(image: Image.Image, widest: float, highest: float) -> Image.Image:
    """Return a picture with at most 300 dots an inch in a room in points."""
    part = min(widest * DOTS_PER_POINT / image.width, highest * DOTS_PER_POINT / image.height)
    if part >= 1:
        return image
    size = max(1, round(image.width * part)), max(1, round(image.height * part))
    return image.resize(size, Image.Resampling.LANCZOS)


def _flat(image: Image.Image) -> Picture:
    """Return pixels without loss; grey ones take a third."""
    alpha, colours = _alpha(image), image.convert("RGB")
    grey = colours.getchannel("R")
    is_grey = all(ImageChops.difference(grey, colours.getchannel(other)).getbbox() is None for other in "GB")
    shown, space = (grey, "DeviceGray") if is_grey else (colours, "DeviceRGB")
    return Picture(*image.size, zlib.compress(shown.tobytes()), alpha and zlib.compress(alpha), space)


def is_whole(content: bytes) -> bool:
    """Tell whether every pixel of a PNG or JPEG can be read."""
    try:
        _decoded(content)
    except PictureUnreadable:
        return False
    return True


def _alpha(image: Image.Image) -> bytes:
    """Return how much of each pixel shows, nothing where all do."""
    if image.mode != "RGBA" or image.getchannel("A").getextrema() == (OPAQUE, OPAQUE):
        return b""
    return image.getchannel("A").tobytes()


def _decoded(content: bytes, mode: str = "RGBA") -> Image.Image:
    ImageFile.LOAD_TRUNCATED_IMAGES = False  # another library may have asked Pillow to make up what is missing
    try:
        image = opened(content)
        if image.width * image.height > MOST_PIXELS:
            raise PictureUnreadable(f"it has more than {MOST_PIXELS // 1_000_000} million pixels")
        return upright(image).convert(mode)
    except DAMAGED as fault:
        raise PictureUnreadable from fault


def opened(content: bytes) -> ImageFile.ImageFile:
    """Read a picture's header by the reader of its kind; Pillow's own way in loads those of every kind."""
    if picture_kind(content) == "jpeg":
        from PIL.JpegImagePlugin import JpegImageFile  # noqa: PLC0415  (most pictures are PNG)

        return JpegImageFile(BytesIO(content))
    return PngImageFile(BytesIO(content))


def upright(image: Image.Image) -> Image.Image:
    """Turn a photograph the way its camera was held."""
    if image.getexif().get(ORIENTATION, UPRIGHT) == UPRIGHT:
        return image
    from PIL.ImageOps import exif_transpose  # noqa: PLC0415  (a logo is seldom a photograph)

    return exif_transpose(image)


def add_to(document: Document, picture: Picture) -> str:
    """Put the pixels into a document and return a reference to the image."""
    mask = f"/SMask {document.add_stream(_stream(picture, picture.alpha, 'DeviceGray'))}" if picture.alpha else ""
    return document.add_stream(_stream(picture, picture.colours, picture.space, mask, picture.packing))


def _stream(picture: Picture, pixels: bytes, colour_space: str, mask: str = "", packing: str = "FlateDecode") -> Stream:
    size = f"/Width {picture.width}/Height {picture.height}/BitsPerComponent 8"
    return Stream(pixels, f"/Type/XObject/Subtype/Image{size}/ColorSpace/{colour_space}{mask}", packing)
