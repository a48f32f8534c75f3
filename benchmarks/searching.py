"""Search per key over a large library, made of the shipped one's own words."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from dataclasses import replace
from statistics import median

from benchmarks import leaflets, timing
from benchmarks.table import Budget, CannotRun, Family, Measured, Terms
from leaflet_app.domain.blocks import Bullets, Paragraph, plain, words
from leaflet_app.domain.library import Library
from leaflet_app.domain.topic import Section, SectionKey, Topic
from leaflet_app.library.search import TopicIndex

WORDS_EACH = 300
SEED = 2026
QUERIES = ("insulinoma", "verner mor", "pheocromocitoma", "high calcium", "living with", "tests for hormones")
"""Names, a misspelling, and words of the text; each must find something."""


def search(terms: Terms) -> list[Measured]:
    """Type each query key by key and wait for the topics."""
    library = large_library(terms.topics)
    start = time.perf_counter()
    index = TopicIndex(library)
    built = time.perf_counter() - start
    _prove(index)
    waits = [wait for _ in range(terms.rounds(5, 2)) for wait in _waits(index)]
    said = (
        f"median {median(waits):.2f} ms, worst {max(waits):.1f} ms of {len(waits)} keys; index built in {built:.1f} s"
    )
    return [Measured(timing.p95(waits), said, {"ms": waits})]


def _prove(index: TopicIndex) -> None:
    """Check that the searches are real ones. Raises CannotRun."""
    for query, wanted in (("insulinoma", "insulinoma"), ("verner mor", "vipoma"), ("pheocromocitoma", "phaeo")):
        if not any(found.startswith(wanted) for found in index.find(query)):
            raise CannotRun(f"{query!r} does not find {wanted}")
    if empty := [query for query in QUERIES if not index.find(query)]:
        raise CannotRun(f"nothing is found for {empty}")


def _waits(index: TopicIndex) -> Iterator[float]:
    """Yield the milliseconds after each key."""
    for query in QUERIES:
        for letters in range(1, len(query) + 1):
            start = time.perf_counter()
            index.find(query[:letters])
            yield (time.perf_counter() - start) * 1000


def large_library(topics: int) -> Library:
    """Return the shipped topics and thousands more, with as many words as a page, always the same ones."""
    library = leaflets.shipped()
    shipped = tuple(library.topics.values())
    pool = [word for topic in shipped for word in _said(topic)]
    names = sorted({word.strip(",.:;()?").capitalize() for word in pool if len(word) > len("name")})
    chance = random.Random(SEED)  # noqa: S311  not for secrets
    more = (_another(shipped[number % len(shipped)], number, names, pool, chance) for number in range(topics))
    all_of_them = {topic.id: topic for topic in (*shipped, *more)}
    return replace(library, topics=dict(list(all_of_them.items())[:topics]))


def _another(model: Topic, number: int, names: list[str], pool: list[str], chance: random.Random) -> Topic:
    title = " ".join(chance.choices(names, k=3))
    body = Paragraph(words(" ".join(chance.choices(pool, k=WORDS_EACH))))
    return replace(
        model,
        id=f"topic-{number}",
        title=f"{title} {number}",
        aliases=tuple(" ".join(chance.choices(names, k=2)) for _ in range(3)),
        sections=(Section(SectionKey.WHAT, "What is it?", (body,)),),
    )


def _said(topic: Topic) -> Iterator[str]:
    """Yield the words of a topic."""
    blocks = (block for section in topic.sections for block in section.blocks)
    for block in blocks:
        for line in block.lines if isinstance(block, Bullets) else (block.text,):
            yield from plain(line).split()


FAMILIES = (Family("search", (Budget("search per key, 10,000 topics, p95", 5.0, 1.0, "ms"),), search),)
