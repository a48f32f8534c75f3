"""The pieces a leaflet is made of. One tree of blocks, three writers: PDF, web page and plain text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import field, replace
from enum import Enum
from itertools import chain

from leaflet_app.domain.diagrams import Diagram
from leaflet_app.domain.fate import Fate
from leaflet_app.domain.value import value


@value
class Run:
    """A stretch of text in one style.

    `link` is an https:, tel: or mailto: address, or `#anchor` of a heading in this leaflet. In a topic it may be
    `topic:ID` as well; composing turns that into the anchor of the topic, or into no link where the leaflet lacks it.
    `fact` is the key of the Fact the words come from. `whole` text never breaks over a line (phone numbers).
    `lang` is the language of words that are not in their block's (BCP 47). `fate` tells a reviewer what became of them;
    what patients read is all the same. Its text alone makes its hash: that is
    enough to tell runs apart, and they are looked up at every keystroke.
    """

    text: str
    bold: bool = field(default=False, hash=False)
    link: str = field(default="", hash=False)
    fact: str = field(default="", hash=False)
    whole: bool = field(default=False, hash=False)
    lang: str = field(default="", hash=False)
    fate: Fate = field(default=Fate.SAME, hash=False)


Text = tuple[Run, ...]


def plain(text: Iterable[Run]) -> str:
    """Return the bare words of a text."""
    return "".join(run.text for run in text)


def words(text: str, *, bold: bool = False) -> Text:
    """Make a text of one run."""
    return (Run(text, bold=bold),)


def said_in(text: Text, lang: str) -> Text:
    """Return a text whose runs say that they are in a language."""
    return tuple(replace(run, lang=lang) for run in text)


def bare_address(address: str) -> str:
    """Return a web address the way people read it."""
    return address.removeprefix("https://").rstrip("/")


@value
class Heading:
    """A heading. `level` 1 is the leaflet's title; `anchor` is its unique name within the leaflet."""

    text: str
    level: int
    anchor: str


@value
class Paragraph:
    """A paragraph."""

    text: Text


@value
class Bullets:
    """A list of one level."""

    lines: tuple[Text, ...]


@value
class Numbered:
    """A list counted from 1."""

    lines: tuple[Text, ...]


@value
class Glance:
    """The table of facts at a glance: a label and what it says, row by row."""

    label: str
    rows: tuple[tuple[str, Text], ...]


@value
class Definitions:
    """Words and what they mean."""

    entries: tuple[tuple[str, Text], ...]


@value
class Questions:
    """Questions with room to write the answers. `lines_each` counts the ruled lines below each."""

    lines: tuple[Text, ...]
    lines_each: int = 1


@value
class QrCode:
    """A square code that opens an address. `alt` says where it leads; a leaflet's `passport` travels along."""

    address: str
    alt: str
    passport: str = ""

    @property
    def opened(self) -> str:
        """Return the address with the passport behind it, where no browser sends it.

        An address that names a place of its page keeps it: what stands behind `:~:` is no part of the name
        (WICG, URL fragment text directives).
        """
        between = ":~:" if "#" in self.address else "#"
        return f"{self.address}{between}{self.passport}" if self.passport else self.address


@value
class People:
    """A figure as a row of people: of `out_of`, `low` are filled in and those up to `high` half filled.

    `text` stands beside the picture; `alt` says what the picture shows.
    """

    low: int
    high: int
    out_of: int
    alt: str
    text: Text


@value
class Drawing:
    """A drawing with some of its parts named beside it: each label the part's name and its words.

    `alt` says what the drawing shows.
    """

    diagram: Diagram
    alt: str
    labels: tuple[tuple[str, Text], ...]


@value
class Picture:
    """A photograph or drawing of an author's, as the bytes of a PNG or JPEG.

    `text` stands below the picture, where there is any; `alt` says what matters in it.
    """

    content: bytes
    alt: str
    text: Text = ()


class Tone(Enum):
    """What a box means; each writer gives it its colours."""

    DRAFT = "draft"
    URGENT = "urgent"
    NOTE = "note"
    CONTACT = "contact"


@value
class Box:
    """Blocks that stand out together."""

    tone: Tone
    blocks: tuple[Block, ...]


@value
class InLanguage:
    """Blocks in another language than the leaflet's (BCP 47): read out, and set, in theirs.

    `page_reference` holds `{page}`, as the leaflet's does; blocks that lead to no page need none.
    """

    lang: str
    blocks: tuple[Block, ...]
    page_reference: str = ""


@value
class Beside:
    """Two parts that say the same in two languages, and stand beside each other where there is room.

    The first is read first, and stands at the left; either may be empty.
    """

    blocks: tuple[Block, ...]

    @property
    def parts(self) -> tuple[InLanguage, ...]:
        """Return both parts."""
        return tuple(block for block in self.blocks if isinstance(block, InLanguage))


@value
class OwnPage:
    """Blocks after which a new page begins."""

    blocks: tuple[Block, ...]


@value
class TearOff:
    """Blocks on a sheet of their own with nothing on its back, to be taken out of the leaflet."""

    blocks: tuple[Block, ...]


def lines_of(blocks: Iterable[Paragraph | Bullets]) -> Iterator[Text]:
    """Yield each paragraph and bullet."""
    for block in blocks:
        yield from (block.text,) if isinstance(block, Paragraph) else block.lines


Holder = Box | InLanguage | Beside | OwnPage | TearOff
"""What holds other blocks."""

Block = (
    Heading
    | Paragraph
    | Bullets
    | Numbered
    | Glance
    | Definitions
    | Questions
    | QrCode
    | People
    | Drawing
    | Picture
    | Holder
)


def rewritten(blocks: Iterable[Block], change: Callable[[Text], Text]) -> tuple[Block, ...]:
    """Return the blocks with every text changed; labels, headings and pictures stay."""
    return tuple(_rewritten(block, change) for block in blocks)


def headings(blocks: Iterable[Block]) -> Iterator[Heading]:
    """Yield every heading in reading order, those in boxes too."""
    return (block for block in flat(blocks) if isinstance(block, Heading))


def flat(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield every block in reading order, those that others hold in place of these."""
    for block in blocks:
        if isinstance(block, Holder):
            yield from flat(block.blocks)
        else:
            yield block


def runs(block: Block) -> Iterator[Run]:
    """Yield every run of a block; labels, headings and pictures have none."""
    match block:
        case Paragraph(text=text) | People(text=text) | Picture(text=text):
            yield from text
        case Bullets(lines=lines) | Numbered(lines=lines) | Questions(lines=lines):
            yield from chain.from_iterable(lines)
        case Glance(rows=pairs) | Definitions(entries=pairs) | Drawing(labels=pairs):
            yield from chain.from_iterable(text for _, text in pairs)
        case Box() | InLanguage() | Beside() | OwnPage() | TearOff():
            yield from chain.from_iterable(map(runs, block.blocks))
        case _:
            pass


def texts(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield every printed text of the blocks in reading order, one string for each paragraph, line, row or heading."""
    for block in blocks:
        match block:
            case Heading(text=heading):
                yield heading
            case Paragraph(text=text) | People(text=text) | Picture(text=text):
                yield plain(text)
            case Bullets(lines=lines) | Numbered(lines=lines) | Questions(lines=lines):
                yield from map(plain, lines)
            case Glance(label=label, rows=rows):
                yield label
                yield from _entries(rows)
            case Definitions(entries=entries):
                yield from _entries(entries)
            case Drawing(labels=labels):
                yield from (plain(text) for _, text in labels)
            case Box() | InLanguage() | Beside() | OwnPage() | TearOff():
                yield from texts(block.blocks)
            case QrCode():
                pass


def _rewritten(block: Block, change: Callable[[Text], Text]) -> Block:
    match block:
        case Paragraph(text=text) | People(text=text) | Picture(text=text):
            return replace(block, text=change(text))
        case Bullets(lines=lines) | Numbered(lines=lines) | Questions(lines=lines):
            return replace(block, lines=tuple(map(change, lines)))
        case Glance(rows=rows):
            return replace(block, rows=tuple((label, change(text)) for label, text in rows))
        case Definitions(entries=entries):
            return replace(block, entries=tuple((word, change(text)) for word, text in entries))
        case Box() | InLanguage() | Beside() | OwnPage() | TearOff():
            return replace(block, blocks=rewritten(block.blocks, change))
        case _:
            return block


def _entries(entries: Iterable[tuple[str, Text]]) -> Iterator[str]:
    for label, text in entries:
        yield label
        yield plain(text)
