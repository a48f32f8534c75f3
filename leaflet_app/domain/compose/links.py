"""Links between topics, once it is known which topics share the leaflet."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from leaflet_app.domain.blocks import Block, Run, Text, headings, rewritten

_TOPIC = "topic:"


def resolved(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return the blocks with `topic:ID` turned into an anchor of theirs, or into plain words where they hold none."""
    all_blocks = tuple(blocks)
    anchors = {heading.anchor for heading in headings(all_blocks)}
    return rewritten(all_blocks, lambda text: _resolved(text, anchors))


def _resolved(text: Text, anchors: Collection[str]) -> Text:
    return tuple(_run(run, anchors) if run.link.startswith(_TOPIC) else run for run in text)


def _run(run: Run, anchors: Collection[str]) -> Run:
    target = run.link.removeprefix(_TOPIC)
    return replace(run, link=f"#{target}" if target in anchors else "")
