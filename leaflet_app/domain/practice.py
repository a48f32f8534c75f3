"""Who hands the leaflet over: name, contact details, brand and disclaimer."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from leaflet_app.domain.blocks import Text
from leaflet_app.domain.languages import ENGLISH, Translated
from leaflet_app.domain.sentences import capitalised
from leaflet_app.domain.value import value
from leaflet_app.domain.wording import Wording

FIRST_PRACTICE = "practice"
"""The profile that leaflets bear where no other is chosen."""

STANDARD_DISCLAIMER = "standard"
"""The disclaimer that leaflets bear where no other is chosen."""

PUBLISHER_DOES_NOT = "{publisher_does_not}"
"""What stands in a disclaimer for whoever hands the leaflet over, and that they do not."""

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_KINDS = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpeg"}


def is_colour(text: str) -> bool:
    """Tell whether a text is a colour as #RRGGBB."""
    return _COLOUR.fullmatch(text) is not None


PICTURE_ENDINGS = MappingProxyType({"png": ".png", "jpeg": ".jpg"})
"""How the name of a picture's file ends, by its kind."""


def picture_kind(content: bytes) -> str:
    """Return “png” or “jpeg” as a picture's first bytes tell it; nothing for any other file."""
    return next((kind for start, kind in _KINDS.items() if content.startswith(start)), "")


@value
class Brand:
    """The practice's colours as #RRGGBB, and its logo as PNG or JPEG bytes with a description.

    Raises ValueError for a colour that is none: it could carry anything into a page.
    """

    band: str = "#0B4F6C"
    accent: str = "#0B6E99"
    logo: bytes = b""
    logo_alt: str = ""

    def __post_init__(self) -> None:
        """Refuse what is no colour."""
        for colour in (self.band, self.accent):
            if not is_colour(colour):
                raise ValueError(f"{colour!r} is not a colour")


@value
class Disclaimer:
    """A versioned text that a clinician approves; chosen, never typed, when a leaflet is made.

    Its paragraphs hold PUBLISHER_DOES_NOT where a leaflet names who hands it over. `title` tells it from the others.
    `next_review` is the day until which its approval holds.
    """

    version: str
    paragraphs: tuple[Text, ...]
    lang: str = ENGLISH
    translated: Translated | None = None
    id: str = STANDARD_DISCLAIMER
    title: str = ""
    is_approved: bool = False
    is_retired: bool = False
    next_review: date | None = None

    def is_overdue(self, on: date) -> bool:
        """Tell whether it was approved until a day before `on`."""
        return self.is_approved and self.next_review is not None and self.next_review < on

    @property
    def label(self) -> str:
        """Return the name a person reads."""
        name = self.title or capitalised(self.id.replace("-", " "))
        return name if self.is_approved else f"{name}, not approved yet"

    def said_by(self, practice: Practice, wording: Wording) -> tuple[Text, ...]:
        """Return the paragraphs with the practice named in them."""
        does_not = practice.does_not(wording)
        return tuple(
            tuple(replace(run, text=run.text.replace(PUBLISHER_DOES_NOT, does_not)) for run in paragraph)
            for paragraph in self.paragraphs
        )


@value
class Practice:
    """Contact details. Empty fields vanish from print.

    `other_formats` says how to get a leaflet in another form. `privacy` prints on copies that name a person.
    `approved_only` stops leaflets that await clinical review. `disclaimer` names the one its leaflets bear.
    """

    consultant_name: str
    phone: str
    name: str = ""
    consultant_role: str = ""
    qualifications: str = ""
    phone_note: str = ""
    secretary_name: str = ""
    email: str = ""
    contact_form: str = ""
    website: str = ""
    address: tuple[str, ...] = ()
    hours: str = ""
    out_of_hours: str = ""
    emergency_note: str = "In an emergency call 999."
    languages: str = ""
    feedback: str = ""
    other_formats: str = ""
    privacy: str = ""
    approved_only: bool = False
    brand: Brand = Brand()
    disclaimer: str = ""

    @property
    def publisher(self) -> str:
        """Name who publishes the leaflet: the practice, else its consultant."""
        return self.name or self.consultant_name

    @property
    def web_address(self) -> str:
        """Return the address for the QR code: the contact form, else the website, else nothing."""
        return self.contact_form or self.website

    def does_not(self, wording: Wording) -> str:
        """Say that it does not, as a disclaimer goes on: the consultant alone, or both."""
        template = wording.one_does_not if self.publisher == self.consultant_name else wording.both_do_not
        return template.format(practice=self.name, consultant=self.consultant_name)


def labels(practices: Mapping[str, Practice]) -> dict[str, str]:
    """Return for each practice a name that no other has."""
    named = Counter(practice.publisher for practice in practices.values())
    return {
        each: practice.publisher if named[practice.publisher] == 1 else f"{practice.publisher} ({each})"
        for each, practice in practices.items()
    }
