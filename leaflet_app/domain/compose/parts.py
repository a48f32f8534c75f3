"""The parts of a leaflet, each by itself: what is so for everyone, and what a person or a day changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from leaflet_app.domain.blocks import Block, Box, Drawing, People, Picture, QrCode, TearOff, flat, texts
from leaflet_app.domain.compose.summary import in_one
from leaflet_app.domain.selection import Selection

Blocks = tuple[Block, ...]


class Varying(NamedTuple):
    """The parts that may be for one person only, or tell of a day."""

    note: Blocks
    drawn: Blocks
    support: Blocks
    standing: Blocks


class Fixed(NamedTuple):
    """The parts that the library and the choices make, whoever the copy is for. `asked` may be torn off."""

    banner: Blocks
    opened: Blocks
    topics: Blocks
    asked: Blocks
    glossary: Blocks
    contact: Box
    about: Blocks
    torn_off: tuple[TearOff, ...]


def for_nobody(selection: Selection) -> Selection:
    """Return the selection for no person and no day."""
    return replace(selection.impersonal(), made_on=date.min)


def in_order(fixed: Fixed, varying: Varying, *, is_summary: bool) -> Iterator[Block]:
    """Yield all blocks of a leaflet in print order; a summary says early whom to ask for the rest."""
    yield from (*fixed.banner, *varying.note, *fixed.opened)
    if is_summary:
        yield fixed.contact
    yield from (*varying.drawn, *fixed.topics)
    if not fixed.torn_off:
        yield from fixed.asked
    yield from (*fixed.glossary, *varying.support)
    if not is_summary:
        yield fixed.contact
    yield from fixed.about
    yield from in_one(varying.standing) if is_summary else varying.standing
    yield from fixed.torn_off


def said(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield all words of blocks, then those that stand for their pictures."""
    each = tuple(flat(blocks))
    yield from texts(each)
    yield from (block.alt for block in each if isinstance(block, Drawing | People | Picture | QrCode))


def signed(fixed: Fixed, passport: str) -> Fixed:
    """Return the parts with the passport in the square code beside the address."""
    blocks = (replace(each, passport=passport) if isinstance(each, QrCode) else each for each in fixed.contact.blocks)
    return fixed._replace(contact=replace(fixed.contact, blocks=tuple(blocks)))
