"""Phone numbers as people read them, and as a phone rings them (RFC 3966)."""

from __future__ import annotations

import re

_PHONE = re.compile(r"(?P<number>\+?[0-9](?: ?[0-9]){2,14})(?: ext (?P<extension>[0-9]{1,6}))?")
_EXTENSION = re.compile(r"\s*(?:ext(?:ension)?\.?|x)\s*([0-9]{1,6})\s*$", re.IGNORECASE)
_OTHER_SIGNS = re.compile(r"[\s().\-–/]+")
_AFTER_CODE = re.compile(r"(?:\+|00)44\s*\(?0?\)?\s*")
_AT_HOME = re.compile(r"[18][0-9]{8,9}|[23579][0-9]{9}")
"""Numbers of the United Kingdom without their 0 (Ofcom, National Telephone Numbering Plan)."""

_SHORTEST_ABROAD = 7

HOW = "Write it with its area code, in groups, like 020 7946 0000, 07700 900123, 0800 123 4567 or +44 20 7946 0000"


def ringing(number: str) -> str:
    """Return the address that rings a number of the United Kingdom, or one that begins with + and its country."""
    found = _PHONE.fullmatch(number)
    said, extension = (found["number"], found["extension"]) if found else (number, None)
    digits = "".join(each for each in said if each.isdigit() or each == "+")
    rung = f"tel:+44{digits[1:]}" if digits.startswith("0") else f"tel:{digits}"
    return f"{rung};ext={extension}" if extension else rung


def phone_refused(number: str) -> str:
    """Return why a number cannot be a practice's, and what to write; nothing where it can."""
    if _is_sound(number):
        return ""
    mended = tidied(number)
    if _is_sound(mended):
        return f"write it as {mended}"
    return HOW[:1].lower() + HOW[1:]


def tidied(number: str) -> str:
    """Return a number without the signs that people put between its digits; an extension follows “ext”."""
    found = _EXTENSION.search(number)
    said = number[: found.start()] if found else number
    said = _AFTER_CODE.sub("+44 ", said.strip(), count=1) if _AFTER_CODE.match(said.strip()) else said
    plain = _OTHER_SIGNS.sub(" ", said).strip()
    return f"{plain} ext {found[1]}" if found else plain


def _is_sound(number: str) -> bool:
    found = _PHONE.fullmatch(number)
    if found is None:
        return False
    digits = found["number"].replace(" ", "")
    if digits.startswith(("0", "+44")):
        at_home = digits.removeprefix("+44") if digits.startswith("+") else digits[1:]
        return bool(_AT_HOME.fullmatch(at_home))
    return digits.startswith("+") and len(digits) > _SHORTEST_ABROAD
