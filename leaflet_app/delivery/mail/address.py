"""The one gate that addresses pass. No error of it repeats the address: it may go to a log."""

from __future__ import annotations

import re
import unicodedata

from leaflet_app.delivery.mail.known_domains import meant
from leaflet_app.domain.errors import AddressRefused
from leaflet_app.domain.sentences import capitalised
from leaflet_app.domain.value import value

LONGEST = 254
"""Bytes that the path of a mail holds, without its angle brackets (RFC 5321 §4.5.3.1.3)."""

LONGEST_NAME = 64
"""Letters before the @ (RFC 5321 §4.5.3.1.1)."""

ON_THE_WIRE = re.compile(r"[!#-'*+\--9=?A-Z^-~]+@[A-Za-z0-9.-]+")
"""An address that every server understands: ASCII, unquoted (RFC 5321 §4.1.2)."""

ALONE = "Type the address alone, without a name or brackets."
ONE = "Type one address. A leaflet goes to one person at a time."

_MARKS: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (re.compile(r"[,;]|@.*@", re.DOTALL), "it names more than one", ONE),
    (re.compile(r"""[<>()\[\]"\\:]"""), "there is more in it than an address", ALONE),
    (re.compile(r"\s"), "there is a space in it", "Take the space out."),
    (re.compile(r"^[^@]*$"), "it has no @", "Type the whole address, as name@example.org."),
    (re.compile(r"[%!].*@"), "it asks a server to pass the mail on", "Type the person's own address."),
)
"""What no address of one person has in it, why, and what to do."""


@value
class Checked:
    """An address that a mail may go to, and a question to ask before: about its domain, or nothing.

    `suggestion` is the address with the domain that was probably meant, where the question offers one.
    """

    address: str
    question: str = ""
    suggestion: str = ""


def checked(untrusted: str) -> Checked:
    """Return the one address that a person typed or pasted. Raises AddressRefused."""
    typed = untrusted.strip()
    _refuse_odd(typed)
    local, _, domain = _valid(typed).rpartition("@")
    address = f"{local}@{domain}"
    if not typed.isascii() or domain.startswith("xn--") or ".xn--" in domain:
        question = (
            f"Some letters after the @ are not a to z, and may only look alike: computers read {domain}. Is that right?"
        )
        return Checked(address, question)
    if probably := meant(domain):
        suggestion = f"{local}@{probably}"
        return Checked(address, f"Did you mean {suggestion}?", suggestion)
    return Checked(address)


def _refuse_odd(typed: str) -> None:
    if not typed:
        raise AddressRefused("nothing was typed", "Type the address.")
    if len(typed.encode("utf-8", "surrogatepass")) > LONGEST:
        raise AddressRefused("it is too long")
    if any(map(_is_unseen, typed)):
        raise AddressRefused("there is a character in it that nobody sees", "Type it by hand instead of pasting it.")
    for marks, why, remedy in _MARKS:
        if marks.search(typed):
            raise AddressRefused(why, remedy)
    strange = next((letter for letter in typed.partition("@")[0] if not letter.isascii()), "")
    if strange:
        raise AddressRefused(f"before the @ there is {_told(strange)}", "Type it with the letters a to z.")


def _valid(typed: str) -> str:
    """Return the address with its domain in small letters of ASCII. Raises AddressRefused."""
    from email_validator import EmailNotValidError, validate_email  # noqa: PLC0415  (most commands mail nothing)

    try:
        found = validate_email(typed, check_deliverability=False, strict=True, allow_smtputf8=False)
    except EmailNotValidError:
        side = "after" if _is_plain(typed.partition("@")[0]) else "before"
        raise AddressRefused(
            f"what stands {side} the @ is in no address", "Look for a slip, and type it again."
        ) from None
    assert found.ascii_email is not None  # noqa: S101  (the part before the @ is ASCII)
    return found.ascii_email


def _is_plain(local: str) -> bool:
    return len(local) <= LONGEST_NAME and re.fullmatch(r"[\w'+-]+(\.[\w'+-]+)*", local, re.ASCII) is not None


def _is_unseen(letter: str) -> bool:
    return unicodedata.category(letter) in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def _told(letter: str) -> str:
    """Say what is strange about a letter: it may look just like one of ours."""
    script = unicodedata.name(letter, "STRANGE").partition(" ")[0]
    if script == "LATIN":
        return "a letter with an accent"
    if unicodedata.category(letter).startswith("L"):
        return f"a {capitalised(script.lower())} letter, which may only look like one of ours"
    return "a sign that no address has"
