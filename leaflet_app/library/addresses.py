"""The one gate for links, mail addresses and phone numbers."""

from __future__ import annotations

import re

from leaflet_app.domain.bounds import LONGEST_ADDRESS
from leaflet_app.library.ids import is_id

_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_HOST = rf"(?:{_LABEL}\.)+(?:[A-Za-z]{{2,63}}|xn--[A-Za-z0-9-]{{1,59}})"
_HTTPS = re.compile(rf"https://{_HOST}(?::[0-9]{{1,5}})?(?:[/?#][A-Za-z0-9._~:/?#@!$&'()*+,;=%-]*)?")
_EMAIL = re.compile(rf"[A-Za-z0-9_+-]{{1,64}}(?:\.[A-Za-z0-9_+-]{{1,64}}){{0,8}}@{_HOST}")
_PHONE = re.compile(r"\+?[0-9](?: ?[0-9]){2,14}")

TOPIC = "topic:"
LINK_REMEDY = "use an https:// address, mailto: with one plain address, or topic: and the id of a topic"


def is_https(untrusted_text: str) -> bool:
    """Tell whether a text is a plain https address with a full host name and no sign-in part."""
    return len(untrusted_text) <= LONGEST_ADDRESS and bool(_HTTPS.fullmatch(untrusted_text))


def is_email(untrusted_text: str) -> bool:
    """Tell whether a text is one plain mail address, with no name, list or header beside it."""
    return len(untrusted_text) <= LONGEST_ADDRESS and bool(_EMAIL.fullmatch(untrusted_text))


def is_phone(untrusted_text: str) -> bool:
    """Tell whether a text is a number that a phone can ring: digits in groups, a + at most before them."""
    return bool(_PHONE.fullmatch(untrusted_text))


def is_link(untrusted_text: str) -> bool:
    """Tell whether an author may link to this. Phone numbers are never typed into prose, so tel: is not among them."""
    kind, _, rest = untrusted_text.partition(":")
    if kind == "mailto":
        return is_email(rest)
    if kind == "topic":
        return is_id(rest)
    return is_https(untrusted_text)
