"""Plain Platypus: ReportLab as most people use it, markup and all, without tags."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, HRFlowable, KeepTogether, ListFlowable, Table
from reportlab.platypus import Paragraph as Words

from benchmarks.peers.design import FONTS, shown, styles_of
from benchmarks.peers.platypus_page import built
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
from leaflet_app.domain.leaflet import Leaflet
from leaflet_app.pdf.colours import LINE
from leaflet_app.pdf.flowables.box import PADDING
from leaflet_app.pdf.flowables.row import LABEL_SHARE
from leaflet_app.pdf.flowables.ruled import RULE_DISTANCE
from leaflet_app.pdf.fonts.families import BOLD, REGULAR
from leaflet_app.pdf.styles import Style, Styles


class Maker:
    """Fonts are loaded once."""

    name = "Platypus untagged"
    claims = ()

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for face in (REGULAR, BOLD):
            pdfmetrics.registerFont(TTFont(_plain(face), str(FONTS / f"{face}.ttf")))
        regular, bold = _plain(REGULAR), _plain(BOLD)
        pdfmetrics.registerFontFamily(regular, normal=regular, bold=bold, italic=regular, boldItalic=bold)

    def __call__(self, leaflet: Leaflet) -> bytes:
        """Return the leaflet as PDF."""
        file = BytesIO()
        styles = styles_of(leaflet)
        opening = (Heading(leaflet.title, 1, "title"), Paragraph((Run(leaflet.purpose),)))
        teller = Teller(styles, styles.paper.text_width)
        built(file, leaflet, list(teller.tell((*opening, *leaflet.blocks))), _plain(REGULAR), _plain(BOLD))
        return file.getvalue()

    def forget(self) -> None:
        """Keep nothing back: it keeps no text."""


class Teller:
    """Blocks become flowables of one width."""

    def __init__(self, styles: Styles, width: float, heading_ink: str = "") -> None:
        self._styles, self._width, self._heading_ink = styles, width, heading_ink

    def tell(self, blocks: Iterable[Block]) -> Iterator[Flowable]:
        """Yield the flowables of the blocks."""
        for block in blocks:
            yield from self._block(block)

    def _block(self, block: Block) -> Iterator[Flowable]:
        styles = self._styles
        match block:
            case Heading(text=text, level=level, anchor=anchor):
                style = styles.heading(level)
                markup = f"<a name={quoteattr(anchor)}/>{escape(text)}"
                yield Words(markup, _style(style, colour=self._heading_ink or style.colour))
            case Paragraph(text=text):
                yield self._words(text, styles.body)
            case Bullets(lines=lines):
                yield self._list(lines, styles.line, bulletType="bullet", start="•")
            case Numbered(lines=lines):
                yield self._list(lines, styles.source, bulletType="1", bulletFormat="%s.")
            case Questions():
                yield from self._questions(block)
            case Glance(label=label, rows=rows):
                yield Words(escape(label), _style(styles.caption))
                yield self._glance(rows)
            case Definitions(entries=entries):
                yield from (self._words((Run(f"{word}: ", bold=True), *said), styles.line) for word, said in entries)
            case Box():
                yield self._box(block)
            case _:
                raise ValueError("the peers draw no square codes")

    def _questions(self, questions: Questions) -> Iterator[Flowable]:
        rule = HRFlowable("100%", 0.5, color=HexColor(LINE), spaceBefore=RULE_DISTANCE - 0.5, spaceAfter=0)
        for line in questions.lines:
            said = self._list([line], self._styles.row, bulletType="bullet", start="•")
            yield KeepTogether([said, *[rule] * questions.lines_each])

    def _words(self, text: Text, style: Style) -> Words:
        return Words("".join(self._run(run) for run in shown(text)), _style(style))

    def _run(self, run: Run) -> str:
        said = escape(run.text)
        if run.bold:
            said = f"<b>{said}</b>"
        accent = self._styles.brand.accent
        return f"<a href={quoteattr(run.link)} color={quoteattr(accent)}>{said}</a>" if run.link else said

    def _list(self, lines: Iterable[Text], style: Style, **looks: Any) -> ListFlowable:  # noqa: ANN401  ReportLab's own
        inside = [self._words(line, style) for line in lines]
        return ListFlowable(
            inside, leftIndent=style.size * 1.4, bulletFontName=_plain(REGULAR), bulletFontSize=style.size, **looks
        )

    def _glance(self, rows: Iterable[tuple[str, Text]]) -> Table:
        style = self._styles.row
        cells = [[self._words((Run(label, bold=True),), style), self._words(said, style)] for label, said in rows]
        widths = (self._width * LABEL_SHARE, self._width * (1 - LABEL_SHARE))
        rule = (0.5, HexColor(LINE))
        looks = [("LINEABOVE", (0, 0), (-1, -1), *rule), ("LINEBELOW", (0, -1), (-1, -1), *rule), *_TOP]
        return Table(cells, widths, style=looks)

    def _box(self, box: Box) -> Table:
        look = self._styles.box(box.tone)
        inner = Teller(self._styles, self._width - 2 * PADDING, self._styles.box_ink(box.tone))
        ground = ("BACKGROUND", (0, 0), (-1, -1), HexColor(look.tint))
        edge = [("BOX", (0, 0), (-1, -1), look.edge_width, HexColor(look.edge))] if look.edge_width else []
        rows = [[flowable] for flowable in inner.tell(box.blocks)]
        return Table(rows, (self._width,), style=[ground, *edge, *_TOP], spaceBefore=12, spaceAfter=12)


_TOP = [("VALIGN", (0, 0), (-1, -1), "TOP")]


def _plain(face: str) -> str:
    """Name a face apart from the program's own, which ReportLab keeps in the same register."""
    return f"Plain-{face}"


def _style(style: Style, colour: str = "") -> ParagraphStyle:
    face = _plain(BOLD if style.is_bold else REGULAR)
    return ParagraphStyle(
        face,
        fontName=face,
        fontSize=style.size,
        leading=style.line_height,
        textColor=HexColor(colour or style.colour),
        spaceBefore=style.before,
        spaceAfter=style.after,
        keepWithNext=style.keeps_with_next,
    )
