"""The topics themselves: facts at a glance and sections, then the texts they share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from leaflet_app.domain.blocks import Block, Glance, Heading, Paragraph, Picture, Run, Text, lines_of, words
from leaflet_app.domain.compose.detail import pictures
from leaflet_app.domain.compose.languages import apart, by_language, in_both, linked_apart
from leaflet_app.domain.compose.phrasing import fill, separated
from leaflet_app.domain.facts import Fact, Source
from leaflet_app.domain.library import Library
from leaflet_app.domain.selection import Selection
from leaflet_app.domain.sentences import capitalised
from leaflet_app.domain.topic import Section, SectionKey, SharedBlock, Topic, TopicPicture
from leaflet_app.domain.value import value
from leaflet_app.domain.wording import Wording

ELSEWHERE = (SectionKey.URGENT, SectionKey.QUESTIONS)
"""Sections that all topics print together, not under each topic."""

IMAGES = "images"
"""The drawings and pictures of one topic or of all; not every topic has any."""


def printed_sections(topic: Topic, selection: Selection) -> tuple[Section, ...]:
    """Return the sections that print under the topic, in print order."""
    order = list(SectionKey)
    kept = (
        section
        for section in topic.sections
        if section.key not in ELSEWHERE and not selection.leaves_out(topic.id, section.key.value)
    )
    return tuple(sorted(kept, key=lambda section: order.index(section.key)))


def printed_pictures(topic: Topic, key: SectionKey, selection: Selection) -> tuple[TopicPicture, ...]:
    """Return the author's pictures that stand below a section."""
    if selection.leaves_out(topic.id, IMAGES):
        return ()
    return tuple(picture for picture in topic.pictures if picture.section is key)


def printed_facts(topic: Topic, selection: Selection) -> tuple[Fact, ...]:
    """Return the facts that the leaflet prints: the table's and those that sections, reasons and questions name."""
    glance = () if selection.leaves_out(topic.id, "glance") else tuple(fact for _, fact in topic.glance)
    asked = () if selection.leaves_out(topic.id, "questions") else topic.questions
    said = [*(line.text for line in topic.urgent), *asked]
    for section in printed_sections(topic, selection):
        said += lines_of(section.blocks)
        said += (picture.caption for picture in printed_pictures(topic, section.key, selection))
    return (*glance, *_named(topic.facts, said))


def shared_facts(block: SharedBlock) -> tuple[Fact, ...]:
    """Return the facts that a shared text names."""
    return _named(block.facts, lines_of(block.blocks))


def shared_by(library: Library, topics: Sequence[Topic], selection: Selection) -> tuple[SharedBlock, ...]:
    """Return the shared texts of all topics, each once."""
    ids = dict.fromkeys(
        shared for topic in topics if not selection.leaves_out(topic.id, "more") for shared in topic.shared
    )
    return tuple(library.shared[each] for each in ids)


@value
class Setting:
    """What holds for all topics of one leaflet: source numbers, and of how many people a figure's picture is drawn."""

    library: Library
    selection: Selection
    numbers: Mapping[Source, int]
    people: int


def topic_blocks(topic: Topic, setting: Setting, after_first: Sequence[Block]) -> Iterator[Block]:
    """Yield one topic: its heading where several share the leaflet, its table and pictures, its sections.

    `after_first` stands below the first section: lines of topics that this one builds on, and drawings.
    """
    library, selection = setting.library, setting.selection
    several = len(selection.topics) > 1
    if several:
        yield Heading(topic.title, 2, topic.id)
    if several and selection.is_summary and not topic.glance:
        yield Paragraph(words(topic.purpose))
    if topic.glance and not selection.leaves_out(topic.id, "glance"):
        yield glance_table(topic, library.wording, setting.numbers)
    if setting.people:
        yield from pictures(printed_facts(topic, selection), setting.people, library.wording)
    level = 3 if several else 2
    for number, section in enumerate(printed_sections(topic, selection)):
        yield Heading(section.heading, level, f"{topic.id}/{section.key.value}")
        yield from section.blocks
        for picture in printed_pictures(topic, section.key, selection):
            yield from apart(picture.lang, (_shown(picture),), library.wording)
        if number == 0:
            yield from after_first
    if topic.shared and not selection.leaves_out(topic.id, "more"):
        titles = [_reference(library.shared[each], topic.lang) for each in topic.shared]
        yield Paragraph(fill(library.wording.read_more, "topics", separated(titles, library.wording.comma)))


def more_blocks(shared: Sequence[SharedBlock], library: Library) -> Iterator[Block]:
    """Yield the texts that topics share, under one heading."""
    if shared:
        yield Heading(library.wording.more, 2, "more")
    for lang, blocks in by_language(((block.lang, block) for block in shared), library.wording):
        if lang != library.wording.lang:
            yield from in_both(library, lambda wording: wording.not_translated)
        texts = ((Heading(block.title, 3, f"more/{block.id}"), *block.blocks) for block in blocks)
        yield from linked_apart(lang, chain.from_iterable(texts), library)


def glance_table(topic: Topic, wording: Wording, numbers: Mapping[Source, int]) -> Glance:
    """Return the table of a topic's facts at a glance, each with the numbers of its sources."""
    rows = tuple((wording.glance_labels[key], _with_numbers(key, fact, numbers)) for key, fact in topic.glance)
    return Glance(wording.glance, rows)


def _shown(picture: TopicPicture) -> Picture:
    return Picture(picture.content, picture.alt, picture.caption)


def _reference(block: SharedBlock, around: str) -> Text:
    """Return a shared text's title as a link, within words of a language."""
    return (Run(block.title, link=f"#more/{block.id}", lang="" if block.lang == around else block.lang),)


def _with_numbers(key: str, fact: Fact, numbers: Mapping[Source, int]) -> Text:
    cited = sorted(numbers[source] for source in fact.sources if source in numbers)
    said = Run(capitalised(fact.text), fact=key)
    return (said, Run(f" [{', '.join(map(str, cited))}]")) if cited else (said,)


def _named(facts: Mapping[str, Fact], said: Iterable[Text]) -> tuple[Fact, ...]:
    names = {run.fact for text in said for run in text}
    return tuple(fact for key, fact in facts.items() if key in names)
