"""Make a picture that somebody brings into one that is nothing but pixels: decoded, turned, sized, written anew."""

from __future__ import annotations

import warnings
from io import BytesIO

from PIL import Image, ImageCms, ImageFile

from leaflet_app.domain.bare_pictures import BarePicture, behind, is_bare, may_take_minutes
from leaflet_app.domain.bounds import LARGEST_PICTURE, LONGEST_SIDE, MOST_PIXELS
from leaflet_app.domain.errors import EditRefused
from leaflet_app.domain.practice import picture_kind
from leaflet_app.pdf.flowables.photograph import HIGHEST
from leaflet_app.pdf.images import DAMAGED, OPAQUE, as_jpeg, fitting, opened, upright
from leaflet_app.pdf.paper import MM

WIDEST = 176 * MM
"""The widest text of all papers: US Letter has a little more than A4."""

"""How many times longer than the other a side may be: a line is no picture."""

LARGEST_CLEAN = 4 * 1024 * 1024
"""Bytes of a picture in a library. A PNG above it that hides nothing becomes a JPEG."""

_JPEG = b"\xff\xd8"
_SVG = (b"<svg", b"<?xml", b"<!DOCTYPE svg")
_SIXTEEN_BITS = 256
_USELESS: tuple[type[Exception], ...] = (ImageCms.PyCMSError, *DAMAGED)
"""What comes of a profile of colours that is none."""


def clean(untrusted: bytes) -> BarePicture:
    """Return the picture of a PNG or JPEG file, the same for the same file. Raises EditRefused."""
    kind = picture_kind(untrusted)
    _check_file(untrusted, kind)
    ImageFile.LOAD_TRUNCATED_IMAGES = False  # another library may have asked Pillow to make up what is missing
    try:
        with warnings.catch_warnings(action="ignore"):  # of what a camera noted badly: no note is kept
            image = _pixels(untrusted)
        cleaned = _written(fitting(image, WIDEST, HIGHEST), kind)
    except DAMAGED as fault:
        raise _refused("it is damaged", "Open it in another program, save it again and try once more") from fault
    if len(cleaned.content) > LARGEST_CLEAN or not is_bare(cleaned.content):
        raise _refused("it is too large", "Save it smaller and try once more")
    return cleaned


def _check_file(untrusted: bytes, kind: str) -> None:
    """Refuse what is no whole picture, and no other thing, before anything decodes it."""
    if len(untrusted) > LARGEST_PICTURE:
        raise _refused(f"its file is larger than {LARGEST_PICTURE >> 20} MB", "Save it smaller and try once more")
    if untrusted.lstrip()[:16].startswith(_SVG):
        raise _refused("it is an SVG, which can do more than show something", "Save it as PNG and add that")
    if not kind:
        raise _refused("it is neither PNG nor JPEG", "Save it as PNG, or as JPEG where it is a photograph")
    if may_take_minutes(untrusted):
        raise _refused("it is drawn in far too many passes", "Open it in a drawing program and save it again")
    rest = behind(untrusted)
    if rest is None:
        raise _refused("its end is missing", "Copy it again from where it came from")
    if rest.strip(b"\0") and not (kind == "jpeg" and rest.startswith(_JPEG)):  # phones put a small copy there
        raise _refused("another file is hidden behind it", "Open it in a drawing program and save it again")


def _pixels(untrusted: bytes) -> Image.Image:
    """Decode a picture to the colours of a screen, the way its camera was held."""
    image = opened(untrusted)
    wide, high = image.size
    if not 0 < wide * high <= MOST_PIXELS:
        raise _refused(f"it has more than {MOST_PIXELS // 1_000_000} million pixels", "Save it smaller")
    if max(wide, high) > LONGEST_SIDE * min(wide, high):
        raise _refused(f"one side is more than {LONGEST_SIDE} times longer than the other", "Cut it to another shape")
    if getattr(image, "is_animated", False):
        raise _refused("it moves", "Save one of its pictures as PNG and add that")
    image.load()
    return _in_screen_colours(upright(image))


def _in_screen_colours(image: Image.Image) -> Image.Image:
    """Return grey, colour, or colour through which the paper shows; by the picture's own profile where it has one."""
    profile = image.info.get("icc_profile")
    shows_through = "transparency" in image.info or image.mode in {"LA", "PA", "RGBA", "La", "RGBa"}
    if image.mode.startswith("I"):
        image = image.convert("I").point(lambda level: level * (1 / _SIXTEEN_BITS)).convert("L")
    mode = "RGBA" if shows_through else "L" if image.mode in {"1", "L"} else "RGB"
    if profile and image.mode in {"RGB", "CMYK"}:
        image = _by_profile(image, profile)
    image = image.convert(mode)
    shows = image.getchannel("A").getextrema() if mode == "RGBA" else (OPAQUE, OPAQUE)
    if shows == (0, 0):
        raise _refused("nothing of it can be seen", "Fill what is see-through, save it and try once more")
    return image.convert("RGB") if mode == "RGBA" and shows == (OPAQUE, OPAQUE) else image


def _by_profile(image: Image.Image, profile: bytes) -> Image.Image:
    """Return the colours that a profile means; a profile that cannot be used means nothing."""
    try:
        meant = ImageCms.ImageCmsProfile(BytesIO(profile))
        return ImageCms.profileToProfile(image, meant, ImageCms.createProfile("sRGB"), outputMode="RGB") or image
    except _USELESS:
        return image


def _written(image: Image.Image, kind: str) -> BarePicture:
    """Write pixels, and nothing of what the file said beside them."""
    bare = Image.new(image.mode, image.size)
    bare.paste(image)
    if kind == "jpeg":
        return BarePicture(as_jpeg(bare), ".jpg", *bare.size)
    file = BytesIO()
    bare.save(file, "PNG", optimize=True)
    if file.tell() > LARGEST_CLEAN and bare.mode != "RGBA":
        return BarePicture(as_jpeg(bare), ".jpg", *bare.size)
    return BarePicture(file.getvalue(), ".png", *bare.size)


def _refused(why: str, remedy: str) -> EditRefused:
    return EditRefused(f"the picture cannot be used, because {why}", f"{remedy}.")
