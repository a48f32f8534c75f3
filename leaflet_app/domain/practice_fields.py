"""The details of a practice as a person fills them in: each with its name and what it is for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from leaflet_app.domain.practice import Practice
from leaflet_app.domain.typed import typed, typed_line
from leaflet_app.domain.value import value

WHO, REACH, WHEN, ELSE = "Who you are", "How to reach you", "When, and in an emergency", "What else leaflets say"


@value
class PracticeField:
    """One detail: `key` is its name in the file. Required ones are always printed; the others vanish when empty."""

    key: str
    label: str
    purpose: str
    group: str
    is_required: bool = False
    has_lines: bool = False


FIELDS = (
    PracticeField("name", "Practice", "The name at the top of every leaflet; without one, the consultant's.", WHO),
    PracticeField("consultant_name", "Consultant", "The name that patients know.", WHO, is_required=True),
    PracticeField("consultant_role", "Role", "For example “Consultant endocrinologist”.", WHO),
    PracticeField("qualifications", "Qualifications", "For example “MD FRCP”.", WHO),
    PracticeField("phone", "Phone", "The number that patients ring.", REACH, is_required=True),
    PracticeField("phone_note", "Beside the phone", "A few words, for example “leave a message”.", REACH),
    PracticeField("secretary_name", "Secretary", "Who answers the phone.", REACH),
    PracticeField("email", "Email", "One address that somebody reads.", REACH),
    PracticeField("contact_form", "Contact form", "A web address; it is printed as a QR code too.", REACH),
    PracticeField("website", "Website", "A web address, for example https://www.example.org.", REACH),
    PracticeField("address", "Address", "At most five lines.", REACH, has_lines=True),
    PracticeField("hours", "Hours", "When someone answers, for example “Monday to Friday, 9am to 5pm”.", WHEN),
    PracticeField("out_of_hours", "Out of hours", "Who to ring when nobody answers.", WHEN),
    PracticeField("emergency_note", "In an emergency", "What patients should do.", WHEN, is_required=True),
    PracticeField("languages", "Languages spoken", "For example “English, Urdu”.", WHEN),
    PracticeField("feedback", "Comments go to", "An email address or a web address.", ELSE),
    PracticeField("other_formats", "Other formats", "How to get large print, audio, Easy Read or Braille.", ELSE),
    PracticeField("privacy", "Privacy", "How you keep details of people; only on copies that name a person.", ELSE),
)
"""In the order in which a form asks for them."""

GROUPS = (WHO, REACH, WHEN, ELSE)
BY_KEY: Mapping[str, PracticeField] = {each.key: each for each in FIELDS}


def words_of(practice: Practice) -> dict[str, str]:
    """Return each detail as a person types it; an address has a line for each of its lines."""
    return {each.key: _words(getattr(practice, each.key)) for each in FIELDS}


def with_words(practice: Practice, untrusted: Mapping[str, str]) -> Practice:
    """Return the practice with what a person typed for some details, fit to print."""
    fit: dict[str, Any] = {key: _typed(BY_KEY[key], words) for key, words in untrusted.items()}
    return replace(practice, **fit)


def _words(kept: str | tuple[str, ...]) -> str:
    return kept if isinstance(kept, str) else "\n".join(kept)


def _typed(field: PracticeField, untrusted: str) -> str | tuple[str, ...]:
    if field.has_lines:
        return tuple(filter(None, map(typed_line, typed(untrusted).split("\n"))))
    return typed_line(untrusted)
