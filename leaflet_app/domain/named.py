"""Name a leaflet by its topics, and the one that is by far the longest, for whoever must shorten it."""

from __future__ import annotations

from collections.abc import Iterable

from leaflet_app.domain.blocks import Block, Heading, flat, texts
from leaflet_app.domain.leaflet import Leaflet

BY_FAR = 2
"""How many times longer than the next a topic is that is by far the longest."""

MOST_NAMED = 4
TOPIC_LEVEL = 2


def named(leaflet: Leaflet) -> str:
    """Name the leaflet by its topics: the first few, and how many more."""
    titles = [f"“{title}”" for title in _words_by_topic(leaflet.blocks)] or [f"“{leaflet.title}”"]
    rest = len(titles) - MOST_NAMED
    shown = titles if rest <= 1 else [*titles[:MOST_NAMED], f"{rest} more topics"]
    *first, last = shown
    return f"The leaflet of {', '.join(first)} and {last}" if first else f"The leaflet of {last}"


def longest(leaflet: Leaflet) -> str:
    """Name the topic that is by far the longest of several, or nothing."""
    ordered = sorted(_words_by_topic(leaflet.blocks).items(), key=lambda counted: -counted[1])
    if len(ordered) > 1 and ordered[0][1] > BY_FAR * ordered[1][1]:
        return f"“{ordered[0][0]}”"
    return ""


def _words_by_topic(blocks: Iterable[Block]) -> dict[str, int]:
    """Count the words below each topic's heading; nothing where one topic has the leaflet for itself."""
    told = tuple(flat(blocks))
    owners = {each.anchor.partition("/")[0] for each in told if isinstance(each, Heading) and "/" in each.anchor}
    counts: dict[str, int] = {}
    title = ""
    for block in told:
        if isinstance(block, Heading) and block.level == TOPIC_LEVEL:
            title = block.text if block.anchor in owners and block.anchor != "more" else ""
        if title:
            counts[title] = counts.get(title, 0) + sum(text.count(" ") + 1 for text in texts((block,)))
    return counts
