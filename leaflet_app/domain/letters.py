"""The words of a letter: templates with fields, and what may never stand where everyone can read it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping

from leaflet_app.domain.counted import counted
from leaflet_app.domain.errors import MailRefused
from leaflet_app.domain.leaflet import Leaflet
from leaflet_app.domain.practice import Practice
from leaflet_app.domain.selection import Recipient
from leaflet_app.domain.settings import BODY_FIELDS, SUBJECT_FIELDS
from leaflet_app.domain.template import braced, filled, has_lone_bracket, unknown_field
from leaflet_app.domain.typed import typed, typed_line

GREETING = "Hello,"
"""No name: a letter that goes astray tells nobody who is a patient."""

FILE_NAME = "leaflet.pdf"

LONGEST_SUBJECT = 150
LONGEST_BODY = 10_000
FEWEST_LETTERS = 3
"""A part of a name that is shorter is also a word."""

PROTECTED = (
    "The leaflet is protected. It opens with a passphrase that we give you by phone or on paper, never by email."
)

_WORD = re.compile(r"\w+")
_BRACES = "Write a field as {practice}, and no other braces."


def fields_of(practice: Practice, leaflet: Leaflet, pages: int, greeting: str) -> dict[str, str]:
    """Return what each field of a template stands for."""
    return {
        "practice": practice.publisher,
        "consultant": practice.consultant_name,
        "phone": practice.phone,
        "code": leaflet.code,
        "greeting": typed_line(greeting) or GREETING,
        "pages": counted(pages, "page"),
    }


def subject_of(template: str, fields: Mapping[str, str], told: Iterable[str]) -> str:
    """Fill in the subject. `told` is what it may not tell: topics, and whom the leaflet is for. Raises MailRefused."""
    line = typed_line(template)
    _refuse_unknown(line, "subject", SUBJECT_FIELDS)
    for each in told:
        if _holds(line, each):
            why = "its subject tells what the leaflet is about, or whom it is for"
            raise MailRefused(why, "Use neutral words, such as “Information from {practice}”.")
    subject = filled(line, fields)
    if not subject:
        raise MailRefused("it has no subject", "Write one, such as “Information from {practice}”.")
    if len(subject) > LONGEST_SUBJECT:
        raise MailRefused("its subject is too long", f"Use at most {LONGEST_SUBJECT} letters.")
    return subject


def body_of(template: str, fields: Mapping[str, str], *, is_protected: bool) -> str:
    """Fill in the text of a letter, and say how a protected leaflet opens. Raises MailRefused."""
    _refuse_unknown(template, "text", BODY_FIELDS)
    lines = [filled(line, fields) for line in typed(template).splitlines()]
    said = [line for at, line in enumerate(lines) if not line or line not in lines[max(at - 1, 0) : at]]
    body = re.sub(r"\n{3,}", "\n\n", "\n".join((*said, *(("", PROTECTED) if is_protected else ())))).strip() + "\n"
    if len(body) > LONGEST_BODY:
        raise MailRefused("its text is too long", f"Use at most {LONGEST_BODY:,} letters.")
    if any(unicodedata.category(letter) == "Cs" for letter in body):
        raise MailRefused("its text holds a character that no mail may have", "Type it again by hand.")
    return body


def marked(subject: str, prefix: str, address: str, excepted: Iterable[str]) -> str:
    """Put the words that ask for encryption first, unless the address is in a domain that needs none."""
    domain = address.rpartition("@")[2].casefold()
    is_excepted = any(domain == each or domain.endswith(f".{each}") for each in map(str.casefold, excepted))
    return subject if is_excepted or not prefix else f"{typed_line(prefix)} {subject}"


def told_of(recipient: Recipient) -> tuple[str, ...]:
    """Return what would tell whom a leaflet is for: the reference, the name, and each part of it."""
    parts = (part for part in _WORD.findall(recipient.name) if len(part) >= FEWEST_LETTERS)
    return tuple(filter(None, (recipient.reference, recipient.name, *parts)))


def seems_anothers(address: str, name: str) -> bool:
    """Tell whether an address spells out a name of several words, and none of them is the person's."""
    spelt = [part for part in re.split(r"[^a-z]+", address.partition("@")[0].casefold()) if len(part) >= FEWEST_LETTERS]
    own = [part for part in _WORD.findall(name.casefold()) if len(part) >= FEWEST_LETTERS]
    if len(spelt) <= 1 or len(own) <= 1 or not name.isascii():
        return False
    return not any(part in whole or whole in part for part in own for whole in spelt)


def _refuse_unknown(template: str, what: str, allowed: Collection[str]) -> None:
    """Refuse fields that this part may not have, naming the line, and braces that are no field."""
    for number, line in enumerate(template.splitlines(), 1):
        where = f"line {number} of its {what}" if "\n" in template.strip() else f"its {what}"
        unknown = unknown_field(line, allowed)
        if unknown is not None:
            raise MailRefused(
                f"{where} has the field {{{unknown}}}, which it may not", f"Choose from: {braced(allowed)}."
            )
        if has_lone_bracket(line):
            raise MailRefused(f"{where} has a brace that opens or closes nothing", _BRACES)


def _holds(text: str, phrase: str) -> bool:
    """Tell whether the words of a phrase stand in a text, one behind the other."""
    said = "".join(f" {word} " for word in _WORD.findall(text.casefold()))
    sought = "".join(f" {word} " for word in _WORD.findall(phrase.casefold()))
    return bool(sought) and sought in said
