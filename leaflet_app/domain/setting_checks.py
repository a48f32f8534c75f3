"""What single settings must be: an address to send from, a server's name, a domain, an address of records."""

from __future__ import annotations

import re

_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_HOST = re.compile(rf"{_LABEL}(?:\.{_LABEL})*", re.IGNORECASE)
_DOMAIN = re.compile(rf"(?:{_LABEL}\.)+[a-z][a-z0-9-]*[a-z0-9]", re.IGNORECASE)
_MAILBOX = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]{1,64}", re.ASCII)
_RECORDS = re.compile(
    rf"postgres(?:ql)?(?:\+psycopg)?://(?:[\w.%-]+(?P<secret>:[^@/]*)?@)?(?:{_LABEL}(?:\.{_LABEL})*)?(?::\d+)?/[\w%-]+(?:\?[^\s#]*)?",
    re.IGNORECASE,
)
_GIT_HOST = re.compile(
    rf"(?:https|ssh)://(?:[\w.-]+(?P<secret>:[^@/]*)?@)?{_LABEL}(?:\.{_LABEL})*(?::\d+)?/[\w./~%-]+", re.IGNORECASE
)
_FOLDER = re.compile(r"(?:/|[A-Za-z]:[\\/]|\\\\)(?!-)[^\x00-\x1f]+")
_SECRET = re.compile(r"pass?w|pwd|passphrase|secret|token|geheim|kennwort|api_?key|private_?key", re.IGNORECASE)
_OPEN = re.compile(r"sslmode=(?:disable|allow|prefer)")
"""What PostgreSQL calls a connection that may go without encryption."""

Refused = tuple[str, str] | None


def sender_refused(address: str) -> Refused:
    """Refuse what nobody can answer to."""
    mailbox, _, domain = address.rpartition("@")
    if _MAILBOX.fullmatch(mailbox) and _DOMAIN.fullmatch(domain):
        return None
    return "it is not an email address", "Write the address alone, as clinic@example.org."


def host_refused(name: str) -> Refused:
    """Refuse what names no computer."""
    if _HOST.fullmatch(name):
        return None
    return (
        "it is not the name of a server",
        "Write the name alone, as smtp.example.org; the port has a setting of its own.",
    )


def domain_refused(name: str) -> Refused:
    """Refuse what stands behind no @."""
    if _DOMAIN.fullmatch(name):
        return None
    return "one of them is not a domain", "Write what stands behind the @, as nhs.net."


def records_refused(address: str) -> Refused:
    """Refuse what is no address of a PostgreSQL database, and every password."""
    found = _RECORDS.fullmatch(address)
    if "password=" in address.casefold() or (found and found["secret"]):
        remedy = "Take the password out, then run “leaflet-app settings password records”."
        return "it holds a password", remedy
    if _OPEN.search(address):
        return "it asks for a connection without encryption", "Take “sslmode” out of the address."
    if found:
        return None
    return "it is not the address of a PostgreSQL database", "Write it as postgresql://user@server/name."


def shared_refused(address: str) -> Refused:
    """Refuse what is neither a folder nor a Git host that proves who it is, and every password."""
    found = _GIT_HOST.fullmatch(address)
    if found and found["secret"]:
        return "it holds a password", "Take the password out, then run “leaflet-app settings password library”."
    if found or ("://" not in address and _FOLDER.match(address)):
        return None
    return "it is neither a folder nor a safe address", "Write a whole path, or begin with https:// or ssh://."


def holds_secret(name: str) -> bool:
    """Tell whether a name sounds as if a password stood behind it."""
    return _SECRET.search(name) is not None
