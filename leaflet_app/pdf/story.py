"""A leaflet's blocks become flowables, each with its tags, in reading order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import chain
from typing import Any, ClassVar

from leaflet_app.domain.blocks import (
    Beside,
    Block,
    Box,
    Bullets,
    Definitions,
    Drawing,
    Glance,
    Heading,
    InLanguage,
    Numbered,
    OwnPage,
    Paragraph,
    People,
    Picture,
    QrCode,
    Questions,
    Run,
    TearOff,
    Text,
    Tone,
    plain,
    words,
)
from leaflet_app.domain.bounds import Measured, measured
from leaflet_app.domain.leaflet import Leaflet
from leaflet_app.pdf.flow import Flowable, stack
from leaflet_app.pdf.flowables.abreast import abreast, two_columns
from leaflet_app.pdf.flowables.box import PADDING, BoxFlow
from leaflet_app.pdf.flowables.drawing import DrawingFlow, drawn_at
from leaflet_app.pdf.flowables.leaf import NewLeaf, NewPage
from leaflet_app.pdf.flowables.people import PeopleFlow, PeopleLook, person_height, picture_width
from leaflet_app.pdf.flowables.photograph import PhotographFlow
from leaflet_app.pdf.flowables.qr import SIDE, QrFlow
from leaflet_app.pdf.flowables.row import Row, columns_of
from leaflet_app.pdf.flowables.ruled import Ruled
from leaflet_app.pdf.flowables.table import TableFlow
from leaflet_app.pdf.flowables.text import Landmark, TextFlow
from leaflet_app.pdf.said import Said, said
from leaflet_app.pdf.styles import Style, Styles
from leaflet_app.pdf.tags import Tag
from leaflet_app.pdf.text.setting import Inks
from leaflet_app.pdf.text.typeset import typeset
from leaflet_app.pdf.typesetter import BULLET, Typesetter

MOST_KEPT = 500
"""Blocks that are kept as they were told, in each look."""

MOST_WASTE = 0.25
"""The part of a page that may stay empty so that a table is not parted."""

PERSON = 2
"""Which flowable of a story says whom the leaflet is for, where it says so."""


def story(leaflet: Leaflet, blocks: Sequence[Measured], styles: Styles, inks: Inks, root: Tag) -> list[Flowable]:
    """Return everything that stands between the band and the footer; `blocks` are the leaflet's, measured."""
    opening = [*_title(leaflet)]
    if leaflet.for_person:
        opening.append(Paragraph(words(leaflet.for_person, bold=True)))
    teller = teller_of(styles, inks)
    flowables: list[Flowable] = []
    once: set[Told] = set()
    for block, leads in with_leads((*map(measured, opening), *blocks)):
        told = teller.told(block, leads=leads)
        if told in once:
            told = teller.told_anew(block, leads=leads)
        once.add(told)
        root.kids += told.tags
        flowables += told.flowables
    return flowables


def _title(leaflet: Leaflet) -> Iterator[Block]:
    """Yield the title and its purpose: two flowables, whatever the languages."""
    own = _titled(leaflet.title, leaflet.purpose, "title")
    if leaflet.beside:
        other = leaflet.beside
        first = InLanguage(other.lang, _titled(other.title, other.purpose, f"{other.lang}:title"))
        yield Beside((first, InLanguage(leaflet.lang, () if leaflet.title_lang else own)))
    elif leaflet.title_lang:
        yield InLanguage(leaflet.title_lang, own)
    else:
        yield from own


def _titled(title: str, purpose: str, anchor: str) -> tuple[Block, ...]:
    return Heading(title, 1, anchor), Paragraph(words(purpose))


def with_leads(blocks: Sequence[Measured]) -> Iterator[tuple[Measured, bool]]:
    """Yield the blocks, and whether each is a paragraph that leads to what follows, with which it stays."""
    for each, follower in zip(blocks, (*blocks[1:], None), strict=False):
        yield each, follower is not None and _leads(each.block, follower.block)


def _leads(block: Block, follower: Block) -> bool:
    """Tell whether words lead to a list, or by their colon to what is said in another language."""
    if isinstance(block, Beside) and isinstance(follower, Beside):
        sides = zip(block.parts, follower.parts, strict=True)
        return any(_leads(one.blocks[-1], other) for one, other in sides if one.blocks and other.blocks)
    if not isinstance(block, Paragraph):
        return False
    by_colon = isinstance(follower, InLanguage) and plain(block.text).endswith(":")
    return by_colon or _begins_with_list(follower)


def _begins_with_list(block: Block) -> bool:
    """Tell whether a list comes first, be it in another language."""
    return isinstance(block, Bullets) or (isinstance(block, InLanguage) and isinstance(block.blocks[0], Bullets))


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """A block as flowables with their tags: the same for every leaflet in which it stands, once in each."""

    tags: tuple[Tag, ...]
    flowables: tuple[Flowable, ...]


def _own_page(teller: Teller, page: OwnPage, parent: Tag) -> Iterator[Flowable]:
    yield from teller.tell(page.blocks, parent.add("Sect"))
    yield NewPage()


def _tear_off(teller: Teller, leaf: TearOff, parent: Tag) -> Iterator[Flowable]:
    yield NewLeaf()
    yield from teller.tell(leaf.blocks, parent.add("Sect"))
    yield NewLeaf()


class Teller(Typesetter):
    """Turns blocks into flowables."""

    @cached_property
    def told(self) -> Callable[..., Told]:
        """Return a block as it stands in a leaflet, told once for all leaflets."""
        return lru_cache(maxsize=MOST_KEPT)(self.told_anew)

    def told_anew(self, each: Measured, *, leads: bool) -> Told:
        """Return a block as it stands in a leaflet."""
        above = Tag("Document")
        flowables = tuple(self._tell(each.block, above, leads=leads))
        for tag in above.kids:
            tag.parent = None
        return Told(tuple(above.kids), flowables)

    def tell(self, blocks: Sequence[Block], parent: Tag, *, leads: bool = False) -> Iterator[Flowable]:
        """Yield the flowables of the blocks; where it `leads`, a paragraph of theirs to what follows them all."""
        for each, leads_on in with_leads(tuple(map(measured, blocks))):
            yield from self._tell(each.block, parent, leads=leads or leads_on)

    def tell_led(self, blocks: Sequence[Block], parent: Tag) -> Iterator[Flowable]:
        """Yield the flowables of the blocks; each line of a list knows the words that lead to it."""
        lead = None
        for each, leads in with_leads(tuple(map(measured, blocks))):
            for flowable in self._tell(each.block, parent, leads=leads):
                if lead and isinstance(flowable, TextFlow):
                    flowable.lead = lead
                yield flowable
            lead = self._lead(each.block) if leads and isinstance(each.block, Paragraph) else None

    def _lead(self, paragraph: Paragraph) -> Said:
        style = self._styles.lead
        return Said(style, typeset((paragraph.text,), style, self._inks, self._width))

    def _tell(self, block: Block, parent: Tag, *, leads: bool) -> Iterator[Flowable]:
        if leads and isinstance(block, Paragraph):
            yield self.text(block.text, self._styles.lead, parent.add("P"))
        elif leads and isinstance(block, Beside):
            yield from self._beside(block, parent, leads=True)
        else:
            yield from self._tellers[type(block)](self, block, parent)

    def _heading(self, heading: Heading, parent: Tag) -> Iterator[Flowable]:
        landmark = Landmark(heading.anchor, heading.text, heading.level)
        yield self.headed(heading, parent.add(f"H{heading.level}"), landmark)

    def _paragraph(self, paragraph: Paragraph, parent: Tag) -> Iterator[Flowable]:
        is_phone = any(run.link.startswith("tel:") for run in paragraph.text)
        style = self._styles.phone if is_phone else self._styles.body
        yield self.text(paragraph.text, style, parent.add("P"))

    def _bullets(self, bullets: Bullets, parent: Tag) -> Iterator[Flowable]:
        return self._listed(bullets.lines, [BULLET] * len(bullets.lines), "Disc", self._styles.line, parent)

    def _numbered(self, numbered: Numbered, parent: Tag) -> Iterator[Flowable]:
        labels = [f"{number}." for number in range(1, len(numbered.lines) + 1)]
        return self._listed(numbered.lines, labels, "Decimal", self._styles.source, parent)

    def _listed(
        self, lines: Iterable[Text], labels: Sequence[str], numbering: str, style: Style, parent: Tag
    ) -> Iterator[Flowable]:
        tag = _list(parent, numbering)
        indent = style.size * (0.55 * max(map(len, labels), default=1) + 0.5)
        ends = {len(labels) - 2: replace(style, keeps_with_next=True)}
        ends[len(labels) - 1] = replace(style, after=self._styles.body.after)
        for number, (line, counted) in enumerate(zip(lines, labels, strict=True)):
            entry = tag.add("LI")
            label = self._label(counted, entry, indent)
            yield self.text(line, ends.get(number, style), entry.add("LBody"), label)

    def _glance(self, glance: Glance, parent: Tag) -> Iterator[Flowable]:
        table = parent.add("Table")
        style = self._styles.caption
        parts = [self.text(words(glance.label), style, table.add("Caption")), *self._rows(glance, table)]
        again = said(glance.label, style, self._inks, self._width)
        yield TableFlow(parts, again, self._styles.paper.room(2) * MOST_WASTE)

    def _rows(self, glance: Glance, table: Tag) -> Iterator[Flowable]:
        paper, last = self._styles.paper, len(glance.rows) - 1
        columns = columns_of(self._reading)
        is_stacked = paper.is_large_print or not paper.holds_text(columns.said.width)
        narrow = self._at(self._width if is_stacked else columns.label.width)
        wide = self._at(self._width if is_stacked else columns.said.width)
        scope = {"O": "/Table", "Scope": "/Row"}
        for number, (label, text) in enumerate(glance.rows):
            row = table.add("TR")
            head = narrow.text(words(label, bold=True), self._styles.row, row.add("TH", attributes=scope))
            body = wide.text(text, self._styles.row, row.add("TD"))
            stays = number in {0, last - 1}
            yield Row(head, body, self._reading, is_stacked=is_stacked, keeps_with_next=stays, is_last=number == last)

    def _definitions(self, definitions: Definitions, parent: Tag) -> Iterator[Flowable]:
        tag = _list(parent, "None")
        for word, meaning in definitions.entries:
            entry = tag.add("LI")
            style = self._styles.line
            said = typeset(((Run(f"{word}: ", bold=True),), meaning), style, self._inks, self._width)
            yield TextFlow(said, style, (entry.add("Lbl"), entry.add("LBody")))

    def _questions(self, questions: Questions, parent: Tag) -> Iterator[Flowable]:
        tag = _list(parent, "Disc")
        style = self._styles.row
        for line in questions.lines:
            entry = tag.add("LI")
            label = self._label(BULLET, entry, style.size * 1.05)
            yield Ruled(self.text(line, style, entry.add("LBody"), label), self._width, questions.lines_each)

    def _qr(self, code: QrCode, parent: Tag) -> Iterator[Flowable]:
        yield QrFlow(code, self._reading, parent.add("Figure", alt=code.alt))

    def _people(self, people: People, parent: Tag) -> Iterator[Flowable]:
        style = self._styles.row
        beside = self._width - picture_width(person_height(people.out_of, style.size))
        is_stacked = not self._styles.paper.holds_text(beside)
        figure = parent.add("Figure", alt=people.alt)
        text = self._at(self._width if is_stacked else beside).text(people.text, style, parent.add("P"))
        look = PeopleLook(style.size, self._styles.brand.band, self._styles.shades.ground)
        yield PeopleFlow(people, text, self._reading, look, figure, is_stacked=is_stacked)

    def _drawing(self, drawing: Drawing, parent: Tag) -> Iterator[Flowable]:
        style, parts = self._styles.row, drawing.diagram.parts
        drawn = drawn_at(drawing.diagram, style.size, self._width)
        beside = self._at(self._width - drawn.room)
        figure = parent.add("Figure", alt=drawing.alt)
        labels = [(parts[part].at, beside.text(text, style, parent.add("P"))) for part, text in drawing.labels]
        yield DrawingFlow(drawn, labels, self._reading, (self._styles.brand.band, self._styles.shades), figure)

    def _picture(self, picture: Picture, parent: Tag) -> Iterator[Flowable]:
        held = parent.add("Div")
        figure = held.add("Figure", alt=picture.alt)
        text = self.text(picture.text, self._styles.row, held.add("Caption")) if picture.text else None
        yield PhotographFlow(picture, text, self._reading, self._styles.paper.room(2), figure)

    def _box(self, box: Box, parent: Tag) -> Iterator[Flowable]:
        tag = parent.add("Sect")
        inner = self._width - 2 * PADDING
        codes = [block for block in box.blocks if isinstance(block, QrCode)]
        beside = codes[:1] if self._styles.paper.holds_contact(inner - SIDE - PADDING) else []
        inside = [block for block in box.blocks if block not in beside]
        teller = self._at(inner - (SIDE + PADDING) * len(beside), self._styles.box_ink(box.tone))
        flowables = list(teller.tell_led(inside, tag))
        aside = next(self._at(SIDE).tell(beside, tag), None)
        look, highest = self._styles.box(box.tone), self._styles.paper.room(2) - 2 * PADDING
        is_kept = box.tone is Tone.CONTACT and stack(flowables)[1] <= highest
        title = teller.title(box.blocks[0]) if box.blocks else None
        yield BoxFlow(flowables, look, self._reading, is_kept=is_kept, aside=aside, title=title)

    def _in_language(self, part: InLanguage, parent: Tag) -> Iterator[Flowable]:
        return self._speaking(part, self._width).tell(part.blocks, parent.add("Sect", lang=part.lang))

    def _beside(self, pair: Beside, parent: Tag, *, leads: bool = False) -> Iterator[Flowable]:
        columns = two_columns(self._width)
        is_stacked = not self._styles.paper.holds_text(columns.width)
        width = self._width if is_stacked else columns.width
        sides = self._heads(pair, width, parent)
        for side, part in zip(sides, pair.parts, strict=True):
            rest = part.blocks[len(side) :]
            side.extend(self._speaking(part, width).tell(rest, parent.add("Sect", lang=part.lang), leads=leads))
        yield from chain(*sides) if is_stacked else abreast(sides[0], sides[1], columns)

    def _heads(self, pair: Beside, width: float, parent: Tag) -> list[list[Flowable]]:
        """Return the heading that opens both sides: one in the tree and among the bookmarks, in two languages."""
        heads = [block for part in pair.parts for block in part.blocks[:1] if isinstance(block, Heading)]
        if len(heads) < len(pair.parts):
            return [[] for _ in pair.parts]
        tag, both = parent.add(f"H{heads[0].level}"), " · ".join(head.text for head in heads)
        told: list[list[Flowable]] = []
        for part, head, bookmark in zip(pair.parts, heads, ("", both), strict=True):
            landmark = Landmark(head.anchor, bookmark, head.level)
            told.append([self._speaking(part, width).headed(head, tag.add("Span", lang=part.lang), landmark)])
        return told

    _tellers: ClassVar[Mapping[type[Block], Callable[[Teller, Any, Tag], Iterator[Flowable]]]] = {
        Heading: _heading,
        Paragraph: _paragraph,
        Bullets: _bullets,
        Numbered: _numbered,
        Glance: _glance,
        Definitions: _definitions,
        Questions: _questions,
        QrCode: _qr,
        People: _people,
        Drawing: _drawing,
        Picture: _picture,
        Box: _box,
        InLanguage: _in_language,
        Beside: _beside,
        OwnPage: _own_page,
        TearOff: _tear_off,
    }


def _list(parent: Tag, numbering: str) -> Tag:
    return parent.add("L", attributes={"O": "/List", "ListNumbering": f"/{numbering}"})


@lru_cache(maxsize=4)
def teller_of(styles: Styles, inks: Inks) -> Teller:
    """Return the teller of a look, who keeps what was told."""
    return Teller(styles, inks, styles.paper.text_width)
