"""Headings in sound order: one first heading, and none that skips a level."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from leaflet_app.domain.blocks import Block, Heading, Holder

_TITLE = 1
_DEEPEST = 6


def sound(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return the blocks with heading levels that go on from the title and deepen one step at a time."""
    return _sound(blocks, _TITLE)[0]


def _sound(blocks: Iterable[Block], above: int) -> tuple[tuple[Block, ...], int]:
    kept: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading):
            above = min(max(block.level, _TITLE + 1), above + 1, _DEEPEST)
            kept.append(replace(block, level=above))
        elif isinstance(block, Holder):
            inner, above = _sound(block.blocks, above)
            kept.append(replace(block, blocks=inner))
        else:
            kept.append(block)
    return tuple(kept), above
