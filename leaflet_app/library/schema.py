"""The fields that a file of the library may have, where the domain has no value with just these.

An unknown field is a fault, never ignored.
"""

from __future__ import annotations

from typing import Annotated, Any

import msgspec

from leaflet_app.domain.practice import Brand
from leaflet_app.domain.review import Status
from leaflet_app.domain.topic import Kind, SectionKey, Site

_PLAIN = Brand()
_CodeText = Annotated[str, msgspec.Meta(pattern=r"^[A-Z][0-9][0-9A-Z](\.[0-9A-Z]{1,4})?$")]


class Row(msgspec.Struct, forbid_unknown_fields=True):
    """A table of a TOML file."""


class LibraryRow(Row):
    """library.toml."""

    schema: int
    default_lang: str


class FactRow(Row):
    """One figure under `[facts]`. `text` is printed, or `words` where a leaflet shall hold no figures."""

    text: str
    words: str = ""
    is_outlook: bool = False
    sources: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None
    per: int | None = None
    place: str = ""
    year: int | None = None
    picture: str = ""


class PictureRow(Row):
    """One `[[pictures]]` of a topic: a PNG or JPEG beside the text. `content` is the id of its bytes."""

    file: str
    alt: str
    section: SectionKey
    caption: str = ""
    content: str = ""


class SharedRow(Row):
    """The front matter of a shared text."""

    id: str
    title: str
    lang: str
    review: dict[str, Any]
    schema: int = 1
    facts: dict[str, Any] = {}
    editor_notes: tuple[str, ...] = ()


class CodesRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The `[codes]` of a topic: what a patient record may call it (ICD-10 of WHO, and its clinical modification)."""

    icd10: tuple[_CodeText, ...] = ()
    icd10cm: tuple[_CodeText, ...] = ()


class TopicRow(Row):
    """The front matter of a topic."""

    schema: int
    id: str
    title: str
    lang: str
    kind: Kind
    site: Site
    purpose: str
    review: dict[str, Any]
    recap: str = ""
    aliases: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    bank: tuple[str, ...] = ()
    images: tuple[str, ...] = ()
    codes: CodesRow = CodesRow()
    editor_notes: tuple[str, ...] = ()
    facts: dict[str, Any] = {}
    pictures: tuple[PictureRow, ...] = ()


class TranslatedFactRow(Row):
    """One figure under `[facts]` of a translation: its words only; the English text has the rest."""

    text: str
    words: str = ""
    picture: str = ""


class TranslatedPictureRow(Row):
    """One `[[pictures]]` of a translation: its words only."""

    file: str
    alt: str
    caption: str = ""


class TranslatedSharedRow(Row):
    """The front matter of a translated shared text; `translates` and `checked` are as for a topic."""

    id: str
    title: str
    lang: str
    translates: str
    review: dict[str, Any]
    schema: int = 1
    facts: dict[str, Any] = {}
    checked: tuple[str, ...] = ()
    editor_notes: tuple[str, ...] = ()


class TranslatedTopicRow(Row):
    """The front matter of a translated topic.

    `translates` is the id of the English text's content; `checked` names the sentences found to be right since.
    """

    schema: int
    id: str
    title: str
    lang: str
    translates: str
    purpose: str
    review: dict[str, Any]
    recap: str = ""
    aliases: tuple[str, ...] = ()
    facts: dict[str, Any] = {}
    checked: tuple[str, ...] = ()
    editor_notes: tuple[str, ...] = ()
    pictures: tuple[TranslatedPictureRow, ...] = ()


class QuestionRow(Row):
    """One `[[question]]` of the bank."""

    id: str
    text: str


class BrandRow(Row):
    """The `[brand]` table of the practice. `logo` is the name of a picture beside the file."""

    band: str = _PLAIN.band
    accent: str = _PLAIN.accent
    logo: str = ""
    logo_alt: str = ""


class DisclaimerRow(Row):
    """The front matter of a disclaimer. `title` tells it from the others where there are several."""

    version: str
    status: Status
    title: str = ""
    translates: str = ""
    sent: str = ""
