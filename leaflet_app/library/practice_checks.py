"""What the details of a practice must be to be printed, whoever wrote them: a file or a form."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from leaflet_app.domain.phones import phone_refused
from leaflet_app.domain.practice import Practice
from leaflet_app.library.addresses import is_email, is_https

MOST_ADDRESS_LINES = 5
LONGEST_NAME = 70
"""How many letters the band of a leaflet has room for on each side."""

_HTTPS = "write an address that begins https://"


class Wrong(NamedTuple):
    """A field that cannot be printed as it stands, and what to write."""

    field: str
    remedy: str


def wrong_in(practice: Practice) -> Iterator[Wrong]:
    """Yield each field that cannot be printed."""
    person = practice.consultant_name + practice.consultant_role
    with_name = f"write at most {LONGEST_NAME} letters, with the consultant's name"
    checks = (
        ("consultant_name", bool(practice.consultant_name.strip()), "write the consultant's name"),
        ("name", len(practice.publisher) <= LONGEST_NAME, f"write at most {LONGEST_NAME} letters"),
        ("consultant_role", len(person) <= LONGEST_NAME, with_name),
        ("emergency_note", bool(practice.emergency_note.strip()), "write what to do in an emergency"),
        ("phone", not phone_refused(practice.phone), phone_refused(practice.phone)),
        ("email", _is_empty_or(practice.email, is_email), "write one plain mail address"),
        ("contact_form", _is_empty_or(practice.contact_form, is_https), _HTTPS),
        ("website", _is_empty_or(practice.website, is_https), _HTTPS),
        (
            "feedback",
            _is_empty_or(practice.feedback, is_https, is_email),
            "write a mail address or one that begins https://",
        ),
        ("address", len(practice.address) <= MOST_ADDRESS_LINES, f"write at most {MOST_ADDRESS_LINES} lines"),
    )
    return (Wrong(field, remedy) for field, is_right, remedy in checks if not is_right)


def _is_empty_or(text: str, *kinds: Callable[[str], bool]) -> bool:
    return not text or any(is_kind(text) for is_kind in kinds)
