"""How much a leaflet may hold: every limit with its unit, seen to once, before anything is laid out.

Whoever wrote it: an author's text, the practice's details and a clinician's note all pass here. What a file of the
library may hold is the reader's affair (library/files.py), and its limits are narrower.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from types import MappingProxyType
from typing import Any

from leaflet_app.domain.blocks import (
    Block,
    Bullets,
    Definitions,
    Drawing,
    Glance,
    Heading,
    Holder,
    Numbered,
    Paragraph,
    People,
    Picture,
    QrCode,
    Questions,
    flat,
    headings,
    plain,
    runs,
    texts,
)
from leaflet_app.domain.errors import LeafletTooLong, LinkRefused, PartTooLarge, PictureUnreadable
from leaflet_app.domain.leaflet import Leaflet
from leaflet_app.domain.selection import Selection

MOST_WORDS = 30_000
"""Words in a leaflet. All 28 topics of the shipped library together have 20,573 (86 pages of A4)."""

MOST_TYPED = 200_000
"""Letters that a clinician types or pastes for one person: 30,000 words of English, and a few more."""

MOST_WORDS_TOGETHER = 2_000
"""Words in one paragraph, line or cell."""

LONGEST_WORD = 200
"""Letters in a word of a text without links."""

LONGEST_ADDRESS = 500
"""Letters in an address, linked or as a square code. 500 make a code of 85 modules: 0.3 mm each at 28 mm."""

LONGEST_HEADING = 300
"""Letters in a heading, the title among them."""

LONGEST_LINK = len("mailto:") + LONGEST_ADDRESS
"""Letters in what a link opens."""

LONGEST_LINE = 200
"""Letters in a line that stands by itself: the person's name and reference, or one side of the band."""

MOST_HEADINGS = 1_000
"""Headings in a leaflet; all topics together have 231."""

MOST_ROWS = 500
"""Lines of a list, rows of a table or labels of a drawing; the longest list of all topics together has 99.
A table has two columns and no more: a label and what it says."""

MOST_PEOPLE = 100
"""People drawn in one picture: ten rows of ten."""

DEEPEST = 4
"""Boxes, languages, and sheets to tear off, within each other."""

LARGEST_PICTURE = 10 * 1024 * 1024
"""Bytes of a picture file."""

MOST_PIXELS = 25_000_000
"""Pixels of a picture, width times height."""

LONGEST_SIDE = 10
"""How many times longer than the other a side of a picture may be: a line is no picture."""

MOST_PICTURES = 100
"""Pictures of authors in a leaflet."""

LARGEST_PICTURES = 32 * 1024 * 1024
"""Bytes of all pictures of authors in a leaflet."""

LONGEST_ALT = 125
"""Letters that say what matters in a picture; screen readers read no more of them in one breath."""

LONGEST_CAPTION = 300
"""Letters below a picture: it stays with it on one page."""

SHORTEN = "Shorten it."
DIVIDE = "Leave some of them out."
OTHERS = "Leave out topics, or their pictures."
SHOWN = 40
"""Letters of a heading that name where a fault is."""

_LINK = re.compile(r"(?:https://|mailto:|tel:)[^\s\\<>\x00-\x1f\x7f]+")

_SIZES: Mapping[type[Block], tuple[Callable[[Any], int], str, int, str]] = MappingProxyType(
    {
        Heading: (lambda heading: len(heading.text), "letters in its heading", LONGEST_HEADING, SHORTEN),
        Bullets: (lambda listed: len(listed.lines), "lines in one list", MOST_ROWS, DIVIDE),
        Numbered: (lambda listed: len(listed.lines), "lines in one list", MOST_ROWS, DIVIDE),
        Questions: (lambda asked: len(asked.lines) * max(asked.lines_each, 1), "lines to write on", MOST_ROWS, DIVIDE),
        Glance: (lambda glance: len(glance.rows), "rows in one table", MOST_ROWS, DIVIDE),
        Definitions: (lambda explained: len(explained.entries), "words explained", MOST_ROWS, DIVIDE),
        Drawing: (lambda drawing: len(drawing.labels), "labels at one drawing", MOST_ROWS, DIVIDE),
        Picture: (
            lambda picture: len(plain(picture.text)),
            "letters below it",
            LONGEST_CAPTION,
            SHORTEN,
        ),
        People: (lambda people: people.out_of, "people in one picture", MOST_PEOPLE, "Choose a rounder figure."),
        QrCode: (lambda code: len(code.address), "letters in the address of its code", LONGEST_ADDRESS, SHORTEN),
    }
)
"""What is counted in a block of each kind, in which unit, how many there may be, and what to do."""


def check_typed(selection: Selection) -> None:
    """See that what was typed or pasted for one person is not far more than a leaflet. Raises LeafletTooLong."""
    person = selection.recipient
    count = sum(map(len, (selection.note, selection.body_note, person.name, person.reference)))
    if count > MOST_TYPED:
        raise LeafletTooLong(f"you wrote {count:,} letters in it, and {MOST_TYPED:,} is the most", SHORTEN)


def check_bounds(leaflet: Leaflet) -> tuple[Measured, ...]:
    """See that a leaflet can be laid out, and return its blocks. Raises LeafletTooLong, PartTooLarge, LinkRefused."""
    _check_depth(leaflet.blocks)
    blocks = tuple(map(measured, leaflet.blocks))
    if (count := sum(each.words for each in blocks)) > MOST_WORDS:
        raise LeafletTooLong(f"it has {count:,} words, and {MOST_WORDS:,} is the most")
    if (count := sum(len(each.anchors) for each in blocks)) > MOST_HEADINGS:
        raise LeafletTooLong(f"it has {count:,} headings, and {MOST_HEADINGS:,} is the most")
    _check_around(leaflet)
    _check_pictures(leaflet.blocks)
    _check_links(blocks)
    if not all(each.is_sound for each in blocks):
        _check_blocks(leaflet.blocks)
    return blocks


@dataclass(frozen=True, slots=True, eq=False)
class Measured:
    """A block with its words, headings and links counted, and whether it holds no more than it may.

    There is one for all equal blocks, so that what is known of a block is found without comparing its words.
    """

    block: Block
    words: int
    anchors: tuple[str, ...]
    links: frozenset[str]
    is_sound: bool


@lru_cache(maxsize=2_000)
def measured(block: Block) -> Measured:
    """Measure a block once, for all leaflets in which it stands."""
    try:
        _check_blocks((block,))
        is_sound = True
    except PartTooLarge:
        is_sound = False
    words = sum(text.count(" ") + 1 for text in texts((block,)))
    links = frozenset(run.link for run in runs(block) if run.link)
    return Measured(block, words, tuple(heading.anchor for heading in headings((block,))), links, is_sound)


def _check_blocks(blocks: Iterable[Block]) -> None:
    for where, block in _placed(blocks):
        _check_size(where, block)
        _check_words(where, block)


def _check_depth(blocks: Iterable[Block], depth: int = 0) -> None:
    for block in blocks:
        if isinstance(block, Holder):
            if depth == DEEPEST:
                raise PartTooLarge("A box", f"more than {DEEPEST} stand within each other", "Take the inner ones out.")
            _check_depth(block.blocks, depth + 1)


def _check_around(leaflet: Leaflet) -> None:
    """See to what stands around the blocks."""
    longest = (
        ("The title", leaflet.title, LONGEST_HEADING),
        ("The line of the person's name", leaflet.for_person, LONGEST_LINE),
        ("The practice's name", leaflet.band.name, LONGEST_LINE),
        ("The consultant's name and role", leaflet.band.person, LONGEST_LINE),
        ("The line at the foot of the page", leaflet.footer, LONGEST_LINE),
    )
    for where, text, most in longest:
        _check_count(where, len(text), "letters", most, SHORTEN)
    _check_words("The purpose", Paragraph(()), leaflet.purpose)
    if len(leaflet.band.brand.logo) > LARGEST_PICTURE:
        raise PictureUnreadable(f"its file is larger than {LARGEST_PICTURE >> 20} MB")


def _check_pictures(blocks: Iterable[Block]) -> None:
    """See that the authors' pictures are no more, and no larger, than a leaflet can hold."""
    pictures = [block for block in flat(blocks) if isinstance(block, Picture)]
    if len(pictures) > MOST_PICTURES:
        raise LeafletTooLong(f"it has {len(pictures):,} pictures, and {MOST_PICTURES} is the most", OTHERS)
    if sum(len(picture.content) for picture in pictures) > LARGEST_PICTURES:
        raise LeafletTooLong(f"its pictures take more than {LARGEST_PICTURES >> 20} MB", OTHERS)


def _check_links(blocks: Sequence[Measured]) -> None:
    """See that links lead to pages, mail addresses and phones, or to headings that are there."""
    inside = {f"#{anchor}" for each in blocks for anchor in each.anchors}
    for link in frozenset[str]().union(*(each.links for each in blocks)):
        is_allowed = link in inside if link.startswith("#") else _LINK.fullmatch(link)
        if not is_allowed or len(link) > LONGEST_LINK:
            raise LinkRefused(link)


def _placed(blocks: Iterable[Block], above: tuple[str, ...] = ()) -> Iterator[tuple[str, Block]]:
    """Yield every block with the headings that it stands under, as a person would name the place."""
    for block in blocks:
        if isinstance(block, Heading):
            above = (*above[: max(block.level - 2, 0)], _shortened(block.text))
        if isinstance(block, Holder):
            yield from _placed(block.blocks, above)
        else:
            yield f"“{': '.join(above)}”" if above else "A text of the leaflet", block


def _shortened(text: str) -> str:
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1].rstrip()}…"


def _check_size(where: str, block: Block) -> None:
    """See that a block does not hold more than its kind may."""
    if rule := _SIZES.get(type(block)):
        measure, unit, most, remedy = rule
        _check_count(where, measure(block), unit, most, remedy)


def _check_words(where: str, block: Block, *more: str) -> None:
    """See that no paragraph, line or cell is without measure, and no word of it."""
    links = [run.link for run in runs(block) if run.link]
    longest = LONGEST_LINK + LONGEST_WORD if links else LONGEST_WORD
    for text in chain(more, texts((block,))):
        if len(text) > LONGEST_WORD:
            _check_count(
                where, text.count(" ") + 1, "words in one paragraph", MOST_WORDS_TOGETHER, "Make several of it."
            )
            _check_count(
                where, max(map(len, text.split()), default=0), "letters in one word", longest, "Divide the word."
            )


def _check_count(where: str, count: int, unit: str, most: int, remedy: str) -> None:
    if count > most:
        raise PartTooLarge(where, f"it has {count:,} {unit}, and {most:,} is the most", remedy)
