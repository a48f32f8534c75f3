"""The one gate for links, mail addresses and phone numbers."""

from __future__ import annotations

import re

from leaflet_app.domain.bounds import LONGEST_ADDRESS
from leaflet_app.domain.phones import NUMBER
from leaflet_app.library.ids import is_id

_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_HOST = rf"(?:{_LABEL}\.)+(?:[A-Za-z]{{2,63}}|xn--[A-Za-z0-9-]{{1,59}})"
_HTTPS = re.compile(rf"https://{_HOST}(?::[0-9]{{1,5}})?(?:[/?#][A-Za-z0-9._~:/?#@!$&'()*+,;=%-]*)?")
_EMAIL = re.compile(rf"[A-Za-z0-9_+'-]{{1,64}}(?:\.[A-Za-z0-9_+'-]{{1,64}}){{0,8}}@{_HOST}")
_PHONE = re.compile(NUMBER)
_SCHEME = re.compile(r"(?:https?\s*:?\s*/{1,2}\s*)?", re.IGNORECASE)
_AROUND = re.compile(r"^[\s<(“\"]+|[\s>)”\".,;]+$")
_BRACKETS = re.compile(r".*<([^<>]*)>\s*", re.DOTALL)
_OTHER_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:(?![0-9])|[^/?#]*@")

TOPIC = "topic:"
LINK_REMEDY = "use an https:// address, mailto: with one plain address, or topic: and the id of a topic"


def is_https(untrusted_text: str) -> bool:
    """Tell whether a text is a plain https address with a full host name and no sign-in part."""
    return len(untrusted_text) <= LONGEST_ADDRESS and bool(_HTTPS.fullmatch(untrusted_text))


def is_email(untrusted_text: str) -> bool:
    """Tell whether a text is one plain mail address, with no name, list or header beside it."""
    return len(untrusted_text) <= LONGEST_ADDRESS and bool(_EMAIL.fullmatch(untrusted_text))


def https_refused(untrusted_text: str) -> str:
    """Return what to write instead of a text that is no https address; nothing where it is one."""
    if is_https(untrusted_text):
        return ""
    bare = _AROUND.sub("", untrusted_text)
    rest = bare[_SCHEME.match(bare).end() :]  # type: ignore[union-attr]  # it matches nothing at all too
    host = re.split("[/?#]", rest, maxsplit=1)[0]
    better = f"https://{host.casefold()}{rest[len(host) :]}"
    if is_https(better) and not _OTHER_SCHEME.match(rest):
        return f"write it as {better}"
    return "write one web address, like https://www.example.org"


def email_refused(untrusted_text: str) -> str:
    """Return what to write instead of a text that is no mail address; nothing where it is one."""
    if is_email(untrusted_text):
        return ""
    alone = _BRACKETS.sub(r"\1", untrusted_text)
    better = re.sub(r"\s*@\s*", "@", _AROUND.sub("", alone)).removeprefix("mailto:")
    return f"write it as {better}" if is_email(better) else "write one mail address, like secretary@example.org"


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
