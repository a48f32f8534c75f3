"""Pictures from the resource store: decoded once, sized for print, kept compressed."""

from __future__ import annotations

import struct
import zlib
from functools import lru_cache
from io import BytesIO
from typing import NamedTuple

from PIL import Image, ImageFile
from PIL.PngImagePlugin import PngImageFile

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


class Picture(NamedTuple):
    """Compressed pixels. `alpha` is empty where nothing shows through."""

    width: int
    height: int
    colours: bytes
    alpha: bytes


@lru_cache(maxsize=8)
def picture(content: bytes, height: float) -> Picture:
    """Decode a PNG or JPEG to at most 300 dots an inch at a printed height in points. Raises PictureUnreadable."""
    image = _decoded(content)
    tallest = round(height * DOTS_PER_POINT)
    if image.height > tallest:
        image = image.resize((max(1, round(image.width * tallest / image.height)), tallest), Image.Resampling.LANCZOS)
    colours, alpha = zlib.compress(image.convert("RGB").tobytes()), _alpha(image)
    return Picture(image.width, image.height, colours, alpha and zlib.compress(alpha))


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


def _decoded(content: bytes) -> Image.Image:
    ImageFile.LOAD_TRUNCATED_IMAGES = False  # another library may have asked Pillow to make up what is missing
    try:
        image = _opened(content)
        if image.width * image.height > MOST_PIXELS:
            raise PictureUnreadable(f"it has more than {MOST_PIXELS // 1_000_000} million pixels")
        return _upright(image).convert("RGBA")
    except DAMAGED as fault:
        raise PictureUnreadable from fault


def _opened(content: bytes) -> ImageFile.ImageFile:
    """Read a picture's header by the reader of its kind; Pillow's own way in loads those of every kind."""
    if picture_kind(content) == "jpeg":
        from PIL.JpegImagePlugin import JpegImageFile  # noqa: PLC0415  (most logos are PNG)

        return JpegImageFile(BytesIO(content))
    return PngImageFile(BytesIO(content))


def _upright(image: Image.Image) -> Image.Image:
    """Turn a photograph the way its camera was held."""
    if image.getexif().get(ORIENTATION, UPRIGHT) == UPRIGHT:
        return image
    from PIL.ImageOps import exif_transpose  # noqa: PLC0415  (a logo is seldom a photograph)

    return exif_transpose(image)


def add_to(document: Document, picture: Picture) -> str:
    """Put the pixels into a document and return a reference to the image."""
    mask = f"/SMask {document.add_stream(_stream(picture, picture.alpha, 'DeviceGray'))}" if picture.alpha else ""
    return document.add_stream(_stream(picture, picture.colours, "DeviceRGB", mask))


def _stream(picture: Picture, pixels: bytes, colour_space: str, mask: str = "") -> Stream:
    size = f"/Width {picture.width}/Height {picture.height}/BitsPerComponent 8"
    return Stream(pixels, f"/Type/XObject/Subtype/Image{size}/ColorSpace/{colour_space}{mask}")
