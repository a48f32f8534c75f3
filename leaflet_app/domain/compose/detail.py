"""How much a leaflet says in numbers: words only, figures, or figures and pictures of people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from leaflet_app.domain.blocks import Bullets, Paragraph, People, Run, Text, rewritten
from leaflet_app.domain.facts import Fact
from leaflet_app.domain.library import Library
from leaflet_app.domain.selection import Detail, Selection
from leaflet_app.domain.topic import Section, SharedBlock, Topic
from leaflet_app.domain.wording import Wording

FEW, MANY = 10, 100
"""People in a picture; all pictures of a leaflet show the same number."""


def at_detail(library: Library, selection: Selection) -> Library:
    """Return the library as this selection lets it speak: some figures in words."""
    if not selection.without_outlook and selection.detail is not Detail.WORDS:
        return library
    topics = {key: _topic(topic, selection) for key, topic in library.topics.items() if key in selection.topics}
    shared = {key: _shared(block, selection) for key, block in library.shared.items()}
    return replace(library, topics={**library.topics, **topics}, shared=shared)


def leaves_figures_out(facts: Iterable[Fact], selection: Selection) -> bool:
    """Tell whether the selection says any of these facts in words."""
    return any(_is_said_in_words(fact, selection) for fact in facts)


def people_in(facts: Iterable[Fact]) -> int:
    """Return how many people every picture of these facts shows: ten where that suffices, else a hundred."""
    pictured = tuple(fact for fact in facts if fact.picture and _counts(fact, MANY))
    return FEW if all(_counts(fact, FEW) for fact in pictured) else MANY


def pictures(facts: Iterable[Fact], out_of: int, wording: Wording) -> Iterator[People]:
    """Yield a picture for each fact that has a sentence for one; a thing rarer than one in a hundred has none."""
    for fact in dict.fromkeys(facts):
        counted = _counts(fact, out_of) if fact.picture else None
        if counted:
            low, high = counted
            said = wording.people_alt if low == high else wording.people_alt_range
            alt = said.format(low=low, high=high, people=out_of)
            yield People(low, high, out_of, alt, (Run(fact.picture),))


def _counts(fact: Fact, out_of: int) -> tuple[int, int] | None:
    """Return the people to fill in, or None where the fact does not count whole people in `out_of`."""
    if fact.low is None or fact.per is None or fact.per > MANY:
        return None
    low, high = (each * out_of / fact.per for each in (fact.low, fact.high if fact.high is not None else fact.low))
    return (int(low), int(high)) if low == int(low) and high == int(high) else None


def _topic(topic: Topic, selection: Selection) -> Topic:
    facts = _facts(topic.facts, selection)
    return replace(
        topic,
        facts={key: fact for key, fact in facts.items() if fact.text},
        sections=tuple(_section(section, facts) for section in topic.sections),
        pictures=tuple(replace(picture, caption=_said(picture.caption, facts)) for picture in topic.pictures),
        urgent=tuple(replace(line, text=_said(line.text, facts)) for line in topic.urgent),
        questions=tuple(_said(line, facts) for line in topic.questions),
    )


def _shared(block: SharedBlock, selection: Selection) -> SharedBlock:
    facts = _facts(block.facts, selection)
    return replace(block, facts=facts, blocks=_blocks(block.blocks, facts))


def _section(section: Section, facts: Mapping[str, Fact]) -> Section:
    return replace(section, blocks=_blocks(section.blocks, facts))


def _blocks(blocks: Iterable[Paragraph | Bullets], facts: Mapping[str, Fact]) -> tuple[Paragraph | Bullets, ...]:
    said = rewritten(blocks, lambda text: _said(text, facts))
    return tuple(block for block in said if isinstance(block, Paragraph | Bullets))


def _said(text: Text, facts: Mapping[str, Fact]) -> Text:
    return tuple(replace(run, text=facts[run.fact].text) if run.fact in facts else run for run in text)


def _facts(facts: Mapping[str, Fact], selection: Selection) -> dict[str, Fact]:
    return {key: _in_words(fact) if _is_said_in_words(fact, selection) else fact for key, fact in facts.items()}


def _is_said_in_words(fact: Fact, selection: Selection) -> bool:
    if not fact.words:
        return False
    return selection.detail is Detail.WORDS or (selection.without_outlook and fact.is_outlook)


def _in_words(fact: Fact) -> Fact:
    return Fact(fact.words, is_outlook=fact.is_outlook)
