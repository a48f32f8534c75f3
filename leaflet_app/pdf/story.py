"""A leaflet's blocks become flowables, each with its tags, in reading order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from leaflet_app.domain.blocks import (
    Block,
    Box,
    Bullets,
    Definitions,
    Drawing,
    Glance,
    Heading,
    InLanguage,
    Numbered,
    Paragraph,
    People,
    QrCode,
    Questions,
    Run,
    TearOff,
    Text,
    Tone,
    words,
)
from leaflet_app.domain.leaflet import Leaflet
from leaflet_app.pdf.flow import Flowable, stack
from leaflet_app.pdf.flowables.box import PADDING, BoxFlow
from leaflet_app.pdf.flowables.drawing import DrawingFlow, room_of
from leaflet_app.pdf.flowables.group import Group
from leaflet_app.pdf.flowables.people import PeopleFlow, person_height, picture_width
from leaflet_app.pdf.flowables.qr import SIDE, QrFlow
from leaflet_app.pdf.flowables.row import LABEL_SHARE, Row, said_left
from leaflet_app.pdf.flowables.ruled import Ruled
from leaflet_app.pdf.flowables.text import Label, Outline, TextFlow
from leaflet_app.pdf.styles import Style, Styles
from leaflet_app.pdf.tags import Tag
from leaflet_app.pdf.typeset import Inks, typeset

BULLET = "•"
PERSON = 2
"""Which flowable of a story says whom the leaflet is for, where it says so."""


def story(leaflet: Leaflet, styles: Styles, inks: Inks, root: Tag) -> list[Flowable]:
    """Return everything that stands between the band and the footer."""
    teller = Teller(styles, inks, styles.paper.text_width)
    title = (Heading(leaflet.title, 1, "title"), Paragraph(words(leaflet.purpose)))
    opening: list[Block] = [InLanguage(leaflet.title_lang, title)] if leaflet.title_lang else [*title]
    if leaflet.for_person:
        opening.append(Paragraph(words(leaflet.for_person, bold=True)))
    return list(teller.tell((*opening, *leaflet.blocks), root))


class Teller:
    """Turns blocks into flowables of one width and one ink for headings."""

    def __init__(self, styles: Styles, inks: Inks, width: float, heading_ink: str = "") -> None:
        self._styles, self._inks, self._width = styles, inks, width
        self._heading_ink = heading_ink
        self._tellers: dict[type[Block], Callable[[Any, Tag], Iterator[Flowable]]] = {
            Heading: self._heading,
            Paragraph: self._paragraph,
            Bullets: self._bullets,
            Numbered: self._numbered,
            Glance: self._glance,
            Definitions: self._definitions,
            Questions: self._questions,
            QrCode: self._qr,
            People: self._people,
            Drawing: self._drawing,
            Box: self._box,
            InLanguage: self._held,
            TearOff: self._held,
        }

    def tell(self, blocks: Sequence[Block], parent: Tag) -> Iterator[Flowable]:
        """Yield the flowables of the blocks; a paragraph before a list stays with it."""
        for number, block in enumerate(blocks):
            follower = blocks[number + 1] if number + 1 < len(blocks) else None
            if isinstance(block, Paragraph) and isinstance(follower, Bullets):
                yield self.text(block.text, self._styles.lead, parent.add("P"))
            else:
                yield from self._tellers[type(block)](block, parent)

    def text(self, text: Text, style: Style, tag: Tag, label: Label | None = None) -> TextFlow:
        """Return a text set in a style."""
        width = self._width - (label.indent if label else 0.0)
        return TextFlow(typeset((text,), style, self._inks, width), style, (tag,), label=label)

    def _heading(self, heading: Heading, parent: Tag) -> Iterator[Flowable]:
        style = self._styles.heading(heading.level)
        style = replace(style, colour=self._heading_ink or style.colour)
        said = typeset((words(heading.text),), style, self._inks, self._width)
        outline = Outline(heading.anchor, heading.text, heading.level)
        yield TextFlow(said, style, (parent.add(f"H{heading.level}"),), outline=outline)

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
        last = len(labels) - 1
        for number, (line, said) in enumerate(zip(lines, labels, strict=True)):
            entry = tag.add("LI")
            label = Label(said, self._inks.family.regular[0], entry.add("Lbl"), indent)
            spaced = replace(style, after=self._styles.body.after) if number == last else style
            yield self.text(line, spaced, entry.add("LBody"), label)

    def _glance(self, glance: Glance, parent: Tag) -> Iterator[Flowable]:
        table = parent.add("Table")
        parts = [self.text(words(glance.label), self._styles.caption, table.add("Caption")), *self._rows(glance, table)]
        fits = stack(parts)[1] < self._styles.paper.room(1)
        yield Group(parts, is_kept=fits)

    def _rows(self, glance: Glance, table: Tag) -> Iterator[Flowable]:
        is_stacked, last = self._styles.paper.is_large_print, len(glance.rows) - 1
        narrow = self._at(self._width if is_stacked else self._width * LABEL_SHARE)
        wide = self._at(self._width if is_stacked else self._width - said_left(self._width))
        scope = {"O": "/Table", "Scope": "/Row"}
        for number, (label, said) in enumerate(glance.rows):
            row = table.add("TR")
            head = narrow.text(words(label, bold=True), self._styles.row, row.add("TH", attributes=scope))
            body = wide.text(said, self._styles.row, row.add("TD"))
            yield Row(head, body, self._width, is_stacked=is_stacked, is_last=number == last)

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
            label = Label(BULLET, self._inks.family.regular[0], entry.add("Lbl"), style.size * 1.05)
            yield Ruled(self.text(line, style, entry.add("LBody"), label), self._width, questions.lines_each)

    def _qr(self, code: QrCode, parent: Tag) -> Iterator[Flowable]:
        yield QrFlow(code.address, parent.add("Figure", alt=code.alt))

    def _people(self, people: People, parent: Tag) -> Iterator[Flowable]:
        style = self._styles.row
        beside = self._at(self._width - picture_width(person_height(people.out_of, style.size)))
        figure = parent.add("Figure", alt=people.alt)
        said = beside.text(people.text, style, parent.add("P"))
        yield PeopleFlow(people, said, style.size, self._styles.brand.band, figure)

    def _drawing(self, drawing: Drawing, parent: Tag) -> Iterator[Flowable]:
        style, diagram = self._styles.row, drawing.diagram
        beside = self._at(self._width - room_of(diagram, style.size))
        figure = parent.add("Figure", alt=drawing.alt)
        labels = [(diagram.parts[part].at, beside.text(text, style, parent.add("P"))) for part, text in drawing.labels]
        yield DrawingFlow(diagram, labels, style, self._styles.brand.band, figure)

    def _box(self, box: Box, parent: Tag) -> Iterator[Flowable]:
        tag = parent.add("Sect")
        is_contact = box.tone is Tone.CONTACT
        inner = self._width - 2 * PADDING
        codes = [block for block in box.blocks if isinstance(block, QrCode)]
        beside = codes[:1] if not self._styles.paper.is_large_print else []
        inside = [block for block in box.blocks if block not in beside]
        teller = self._at(inner - (SIDE + PADDING) * len(beside), self._styles.box_ink(box.tone))
        flowables = list(teller.tell(inside, tag))
        aside = next(teller.tell(beside, tag), None)
        yield BoxFlow(flowables, self._styles.box(box.tone), self._width, is_kept=is_contact, aside=aside)

    def _held(self, holder: InLanguage | TearOff, parent: Tag) -> Iterator[Flowable]:
        lang = holder.lang if isinstance(holder, InLanguage) else ""
        return self.tell(holder.blocks, parent.add("Sect", lang=lang))

    def _at(self, width: float, heading_ink: str = "") -> Teller:
        return Teller(self._styles, self._inks, width, heading_ink or self._heading_ink)


def _list(parent: Tag, numbering: str) -> Tag:
    return parent.add("L", attributes={"O": "/List", "ListNumbering": f"/{numbering}"})
