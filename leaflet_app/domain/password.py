"""Passwords for protected copies: which can be used everywhere, and which are easy to guess."""

from __future__ import annotations

import re
import stringprep
import unicodedata
from collections.abc import Callable, Iterable

from leaflet_app.domain.errors import PasswordRefused

MOST_BYTES = 127
"""What a PDF takes of a password in UTF-8 (ISO 32000-2 §7.6.4.3.3)."""

FEWEST_LETTERS = 8
FEWEST_DIFFERENT = 4

_REFUSED: tuple[Callable[[str], bool], ...] = (
    stringprep.in_table_a1,
    stringprep.in_table_c21_c22,
    stringprep.in_table_c3,
    stringprep.in_table_c4,
    stringprep.in_table_c5,
    stringprep.in_table_c6,
    stringprep.in_table_c7,
    stringprep.in_table_c8,
    stringprep.in_table_c9,
)
"""Characters that no password may hold (RFC 4013 §2.3): controls, private ones and those no keyboard has."""

_OBVIOUS = re.compile(
    r"pass ?w(or|0r)[dt]|passwort|qwert|asdf|letmein|welcome|leaflet|patient|clinic|secret|abc1", re.I
)
_ONLY_DIGITS = re.compile(r"[\d\s./-]+")


def prepared(typed: str) -> str:
    """Return the password in the one form in which every program makes the same bytes of it (SASLprep, RFC 4013).

    Raises PasswordRefused.
    """
    kept = "".join(_mapped(typed))
    password = unicodedata.normalize("NFKC", kept)
    if not password.strip():
        raise PasswordRefused("it is empty", "Type a password, or make a leaflet without one.")
    if password != password.strip():
        raise PasswordRefused("it begins or ends with a space", "Leave that space out; nobody would see it.")
    if any(is_refused(letter) for letter in password for is_refused in _REFUSED) or _turns(password):
        raise PasswordRefused("a character of it cannot be typed everywhere", "Use letters, digits and common signs.")
    if len(password.encode()) > MOST_BYTES:
        remedy = f"Use at most {MOST_BYTES} plain letters; one with an accent counts as two, others as more."
        raise PasswordRefused("it is too long", remedy)
    return password


def easy_to_guess(password: str) -> str:
    """Say why a password is soon guessed; nothing for a good one."""
    if len(password) < FEWEST_LETTERS:
        return f"it has fewer than {FEWEST_LETTERS} letters"
    if _ONLY_DIGITS.fullmatch(password):
        return "it has digits only, like a date of birth or a phone number"
    if _OBVIOUS.search(password):
        return "it holds a word that people try first"
    if len(set(password.casefold())) < FEWEST_DIFFERENT:
        return "it repeats a few letters"
    return ""


def _mapped(typed: str) -> Iterable[str]:
    """Yield the letters without those that nobody sees, and with every kind of space as a plain one (RFC 4013 §2.1)."""
    for letter in typed:
        if not stringprep.in_table_b1(letter):
            yield " " if stringprep.in_table_c12(letter) else letter


def _turns(password: str) -> bool:
    """Tell whether letters of both directions would be mixed up (RFC 3454 §6)."""
    if not any(map(stringprep.in_table_d1, password)):
        return False
    is_framed = stringprep.in_table_d1(password[0]) and stringprep.in_table_d1(password[-1])
    return not is_framed or any(map(stringprep.in_table_d2, password))
