"""Add a picture to a topic: cleaned, with words for those who cannot see it, and a name made from these."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from pathlib import Path, PurePosixPath

from leaflet_app.domain.bare_pictures import BarePicture
from leaflet_app.domain.bounds import LARGEST_PICTURE, LONGEST_ALT
from leaflet_app.domain.errors import EditRefused
from leaflet_app.domain.topic import SectionKey
from leaflet_app.domain.value import value
from leaflet_app.services.chosen_file import bytes_of

LONGEST_NAME = 40
NAMELESS = "picture"


@value
class Added:
    """A text that names one more picture, and the picture's file beside it."""

    text: str
    file: str
    content: bytes


def cleaned(untrusted: bytes) -> BarePicture:
    """Return the bare picture of a PNG or JPEG. Raises EditRefused."""
    from leaflet_app.pdf.cleaning import clean  # noqa: PLC0415  (brings the decoder)

    return clean(untrusted)


def read_picture(path: Path) -> bytes:
    """Return the bytes of a file that was dropped or chosen, no more than a picture may have. Raises EditRefused."""
    try:
        return bytes_of(path, LARGEST_PICTURE)
    except OSError as fault:
        raise EditRefused("the picture's file cannot be read", "See whether it is still there.") from fault


def added(
    text: str, picture: BarePicture, alt: str, section: SectionKey, *, caption: str = "", taken: Collection[str] = ()
) -> Added:
    """Return a topic's text with a picture below a section; no file that is `taken` is written over.

    Raises EditRefused.
    """
    from leaflet_app.library.files import content_id  # noqa: PLC0415  (only an edit needs it)
    from leaflet_app.library.writing import in_front_matter, with_row  # noqa: PLC0415

    said = " ".join(alt.split())
    if not 0 < len(said) <= LONGEST_ALT:
        remedy = f"Say in at most {LONGEST_ALT} letters what matters in it."
        raise EditRefused("the picture needs words for those who cannot see it", remedy)
    file = picture_name(said, picture.ending, taken)
    fields = {
        "file": file,
        "alt": said,
        "section": section.value,
        "caption": " ".join(caption.split()) or None,
        "content": content_id(picture.content),
    }
    written = in_front_matter(text, lambda front: with_row(front, "pictures", fields))
    return Added(written, file, picture.content)


def picture_name(alt: str, ending: str, taken: Collection[str]) -> str:
    """Return a name for a picture's file, made from its words, that no other has."""
    from leaflet_app.library.ids import is_id  # noqa: PLC0415

    plain = unicodedata.normalize("NFKD", alt).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain)
    stem = ""
    for word in words:
        longer = f"{stem}-{word}" if stem else word
        if len(longer) > LONGEST_NAME:
            break
        stem = longer
    stem = stem if is_id(stem) else NAMELESS
    names = (f"{stem}{'' if number == 1 else f'-{number}'}{ending}" for number in range(1, len(taken) + 2))
    return next(name for name in names if name not in taken)


def to_save(before: str, now: str, folder: str, changes: Mapping[str, bytes | None]) -> dict[str, bytes | None]:
    """Return what goes into a commit beside a text: no picture that it does not name, and none that it no longer names.

    `before` is the text as it was last saved, `changes` what its forms changed beside it.
    """
    now_named, once = _named(now), _named(before) or frozenset()
    named = once if now_named is None else now_named
    own = {file: PurePosixPath(file).name for file in changes if str(PurePosixPath(file).parent) == folder}
    kept = {file: each for file, each in changes.items() if own.get(file, "") in {"", *named}}
    return {**kept, **{f"{folder}/{file}": None for file in sorted(once - named)}}


def _named(text: str) -> frozenset[str] | None:
    """Return the pictures that a text names; None where it cannot be read."""
    from leaflet_app.domain.form_fields import TextFields  # noqa: PLC0415
    from leaflet_app.services.text_forms import read_forms  # noqa: PLC0415

    read = read_forms(text)
    return frozenset(each.file for each in read.pictures) if isinstance(read, TextFields) else None
