"""Links between topics, once it is known which topics share the leaflet."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from leaflet_app.domain.blocks import (
    Block,
    Box,
    Bullets,
    Definitions,
    Glance,
    Heading,
    Numbered,
    Paragraph,
    Questions,
    Run,
    Text,
)

_TOPIC = "topic:"


def resolved(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return the blocks with `topic:ID` turned into an anchor of theirs, or into plain words where they hold none."""
    all_blocks = tuple(blocks)
    anchors = {block.anchor for block in all_blocks if isinstance(block, Heading)}
    return tuple(_block(block, anchors) for block in all_blocks)


def _block(block: Block, anchors: Collection[str]) -> Block:
    match block:
        case Paragraph(text=text):
            return Paragraph(_text(text, anchors))
        case Bullets(lines=lines) | Numbered(lines=lines) | Questions(lines=lines):
            return replace(block, lines=tuple(_text(line, anchors) for line in lines))
        case Glance(rows=rows):
            return replace(block, rows=tuple((label, _text(text, anchors)) for label, text in rows))
        case Definitions(entries=entries):
            return Definitions(tuple((word, _text(text, anchors)) for word, text in entries))
        case Box(blocks=inner):
            return replace(block, blocks=tuple(_block(each, anchors) for each in inner))
        case _:
            return block


def _text(text: Text, anchors: Collection[str]) -> Text:
    return tuple(_run(run, anchors) if run.link.startswith(_TOPIC) else run for run in text)


def _run(run: Run, anchors: Collection[str]) -> Run:
    target = run.link.removeprefix(_TOPIC)
    return replace(run, link=f"#{target}" if target in anchors else "")
