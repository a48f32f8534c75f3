"""Phone numbers as people read them, and as a phone rings them (RFC 3966)."""

from __future__ import annotations

import re

NUMBER = r"\+?[0-9](?: ?[0-9]){2,14}"
"""What a phone can ring: digits in groups, a + at most before them."""

_PHONE = re.compile(rf"(?P<number>{NUMBER})(?: ext (?P<extension>[0-9]{{1,6}}))?")
_LABEL = re.compile(r"(?:tel(?:ephone)?|phone)\b[.:]?\s*", re.IGNORECASE)
_EXTENSION = re.compile(r"[\s,;(]*(?:ext(?:ension|n)?\.?|x|#)\s*([0-9]{1,6})[\s)]*$", re.IGNORECASE)
_OTHER_SIGNS = re.compile(r"[\s().\-\u2010-\u2015\u2212/]+")
_AFTER_CODE = re.compile(r"\(?(?:\+|00\s*)?44\)?\s*(?:\(?0\)?)?\s*")
_ABROAD = re.compile(r"00\s*(?=[1-9])")
_AT_HOME = re.compile(r"[18][0-9]{8,9}|[2357][0-9]{9}")
"""Numbers of the United Kingdom without their 0 (Ofcom, National Telephone Numbering Plan); 09 is not for patients."""

_DEAR = re.compile(r"(?:0|\+44)9[0-9]{9}")
_OF_OTHERS = re.compile(r"(?:NHS ?)?(?:999|1[0-9]{2}(?: ?[0-9]{3})?)", re.IGNORECASE)

_SHORTEST_ABROAD = 7

HOW = "Write it with its area code and no other words, like 020 7946 0000, 0800 123 4567 or +44 20 7946 0000"
DEAR = "a number that begins 09 costs patients a lot: write another"


def ringing(number: str) -> str:
    """Return the address that rings a number of the United Kingdom, or one that begins with + and its country."""
    found = _PHONE.fullmatch(number)
    said, extension = (found["number"], found["extension"]) if found else (number, None)
    digits = "".join(each for each in said if each.isdigit() or each == "+")
    rung = f"tel:+44{digits[1:]}" if digits.startswith("0") else f"tel:{digits}"
    return f"{rung};ext={extension}" if extension else rung


def dialled(number: str) -> str:
    """Return what a phone dials, as people read it."""
    return ringing(number).removeprefix("tel:").replace(";ext=", " and then ")


def phone_refused(number: str) -> str:
    """Return why a number cannot be a practice's, and what to write; nothing where it can."""
    if _is_sound(number):
        return ""
    mended = tidied(number)
    if _is_sound(mended):
        return f"write it as {mended}"
    if _DEAR.fullmatch(mended.replace(" ", "")):
        return DEAR
    how = HOW[:1].lower() + HOW[1:]
    return f"{number} is not your own number: {how}" if _OF_OTHERS.fullmatch(number) else how


def tidied(number: str) -> str:
    """Return a number without the signs that people put around its digits; an extension follows “ext”."""
    found = _EXTENSION.search(number)
    said = _plain(_LABEL.sub("", number[: found.start()] if found else number, count=1))
    return f"{said} ext {found[1]}" if found else said


def _plain(said: str) -> str:
    """Return digits in groups, and + where a country follows."""
    as_it_is = _OTHER_SIGNS.sub(" ", said).strip()
    if _is_sound(as_it_is):
        return as_it_is
    at_home = _OTHER_SIGNS.sub(" ", _AFTER_CODE.sub("+44 ", said.strip(), count=1)).strip()
    if _is_sound(at_home) and _AFTER_CODE.match(said.strip()):
        return at_home
    abroad = _ABROAD.sub("+", as_it_is, count=1)
    return abroad if _ABROAD.match(as_it_is) and _is_sound(abroad) else as_it_is


def _is_sound(number: str) -> bool:
    found = _PHONE.fullmatch(number)
    if found is None:
        return False
    digits = found["number"].replace(" ", "")
    if digits.startswith(("0", "+44")):
        at_home = digits.removeprefix("+44") if digits.startswith("+") else digits[1:]
        return bool(_AT_HOME.fullmatch(at_home))
    return digits.startswith("+") and not digits.startswith("+0") and len(digits) > _SHORTEST_ABROAD
