"""A pack: topics that one practice passes to another, and who signed it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from leaflet_app.domain.value import value


@value
class Signer:
    """Whose packs are taken: what people call them, and the public half of their key (RFC 8032, base64)."""

    name: str
    key: str


@value
class Pack:
    """What an opened pack holds by its place in it, and the public key that signed exactly this."""

    practice: str
    key: str
    files: Mapping[str, bytes]


class Difference(Enum):
    """How what a pack brings stands to what is here."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"


@value
class Brought:
    """One text or picture that a pack brings, by its place and its name, beside what is here.

    `mine` is None where nothing is.
    """

    file: str
    title: str
    difference: Difference
    mine: bytes | None
    theirs: bytes


@value
class ListChange:
    """What taking a pack does to a list: entries that it adds, and those that differ here and stay as they are here."""

    file: str
    added: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
