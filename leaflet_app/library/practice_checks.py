"""What the details of a practice must be to be printed, whoever wrote them: a file or a form."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from leaflet_app.domain.phones import phone_refused
from leaflet_app.domain.practice import Practice
from leaflet_app.library.addresses import email_refused, https_refused

MOST_ADDRESS_LINES = 5
LONGEST_NAME = 70
"""How many letters the band of a leaflet has room for on each side."""


class Wrong(NamedTuple):
    """A field that cannot be printed as it stands, and what to write."""

    field: str
    remedy: str


def wrong_in(practice: Practice) -> Iterator[Wrong]:
    """Yield each field that cannot be printed."""
    person = practice.consultant_name + practice.consultant_role
    with_name = f"write at most {LONGEST_NAME} letters, with the consultant's name"
    remedies = (
        ("consultant_name", "" if practice.consultant_name.strip() else "write the consultant's name"),
        ("name", "" if len(practice.publisher) <= LONGEST_NAME else f"write at most {LONGEST_NAME} letters"),
        ("consultant_role", "" if len(person) <= LONGEST_NAME else with_name),
        ("emergency_note", "" if practice.emergency_note.strip() else "write what to do in an emergency"),
        ("phone", phone_refused(practice.phone)),
        ("email", practice.email and email_refused(practice.email)),
        ("contact_form", practice.contact_form and https_refused(practice.contact_form)),
        ("website", practice.website and https_refused(practice.website)),
        ("feedback", practice.feedback and _feedback_refused(practice.feedback)),
        ("address", "" if len(practice.address) <= MOST_ADDRESS_LINES else f"write at most {MOST_ADDRESS_LINES} lines"),
    )
    return (Wrong(field, remedy) for field, remedy in remedies if remedy)


def _feedback_refused(text: str) -> str:
    return email_refused(text) if "@" in text else https_refused(text)
