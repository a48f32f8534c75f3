"""The page design in Typst: band, headings, lists, table, boxes and footer."""

from __future__ import annotations

import json
from collections.abc import Iterator

from benchmarks.peers.design import FONT, footer_parts
from leaflet_app.domain.blocks import Tone
from leaflet_app.domain.leaflet import Leaflet
from leaflet_app.pdf.colours import INK, LINE, SOFT_INK
from leaflet_app.pdf.flowables.box import PADDING
from leaflet_app.pdf.flowables.ruled import RULE_DISTANCE
from leaflet_app.pdf.paper import MM
from leaflet_app.pdf.styles import Styles

LOGO = "logo.png"
CAPITALS = 0.66
"""Height of capital letters in ems of Source Sans 3: Typst adds its leading to this."""

HEADING_LEADING = 1.2 - CAPITALS
LEADING = 1.35 - CAPITALS


def preamble(leaflet: Leaflet, styles: Styles) -> Iterator[str]:
    """Yield the set and show rules, the boxes, and the band of page 1."""
    yield from _document(leaflet)
    yield from _page(leaflet, styles)
    yield from _type(styles)
    yield _PARTS.format(line=LINE, rule_distance=RULE_DISTANCE, source_size=styles.source.size)
    for tone in Tone:
        look, ink = styles.box(tone), styles.box_ink(tone)
        edge = f"{look.edge_width}pt + rgb({_literal(look.edge)})" if look.edge_width else "none"
        yield (
            f"#let {tone.value}-box(body) = block(fill: rgb({_literal(look.tint)}), stroke: {edge}, "
            f"inset: {PADDING}pt, width: 100%, above: 16pt, below: 16pt, "
            f"breakable: {'false' if tone is Tone.CONTACT else 'true'})"
            f"[#show heading: set text(fill: rgb({_literal(ink)})); #body]"
        )
    yield _first_band(leaflet, styles)


def _document(leaflet: Leaflet) -> Iterator[str]:
    day = leaflet.made_on
    yield (
        f"#set document(title: {_literal(leaflet.title)}, author: {_literal(leaflet.band.name)}, "
        f"description: {_literal(leaflet.purpose)}, keywords: ({_literal(leaflet.code)},), "
        f"date: datetime(year: {day.year}, month: {day.month}, day: {day.day}))"
    )


def _page(leaflet: Leaflet, styles: Styles) -> Iterator[str]:
    paper, band = styles.paper, _literal(styles.brand.band)
    top, name = (paper.band + paper.below_band) / MM, _literal(leaflet.band.name)
    before, between, after = (_literal(words) for words in footer_parts(leaflet))
    yield f"""#set page(paper: "a4", margin: (x: 20mm, top: {top}mm, bottom: {paper.footer_room / MM}mm),
  background: context place(top, rect(width: 100%, fill: rgb({band}),
    height: if here().page() == 1 {{ {paper.first_band / MM}mm }} else {{ {paper.band / MM}mm }})),
  header-ascent: 0pt, header: context if here().page() > 1 {{
    place(top, dy: 3mm, text(fill: white, weight: "bold", size: 14pt, {name})) }},
  footer-descent: 8mm, footer: context text(fill: rgb({_literal(SOFT_INK)}), size: {styles.body.size}pt)[
    #{before}#here().page()#{between}#counter(page).final().first()#{after}
  ])"""


def _type(styles: Styles) -> Iterator[str]:
    size = styles.body.size
    yield (
        f'#set text(font: {_literal(FONT)}, size: {size}pt, fill: rgb({_literal(INK)}), lang: "en", region: "GB", '
        "hyphenate: false, fallback: false)"
    )
    yield f"#set par(leading: {LEADING}em, spacing: {LEADING + 0.55}em, justify: false)"
    for level in (1, 2, 3):
        style = styles.heading(level)
        colour = _literal(style.colour)
        yield (
            f"#show heading.where(level: {level}): set text(size: {style.size}pt, fill: rgb({colour}))\n"
            f"#show heading.where(level: {level}): set block(above: {style.before + 0.69 * size}pt, "
            f"below: {style.after + 0.69 * size}pt)"
        )
    yield f"#show heading: set par(leading: {HEADING_LEADING}em)"
    yield f"#set list(indent: 0pt, body-indent: {0.7 * size}pt, spacing: {LEADING + 0.3}em)"
    yield f"#set enum(spacing: {LEADING + 0.3}em)"
    yield f"#set terms(hanging-indent: 0pt, separator: [: ], spacing: {LEADING + 0.3}em)"
    yield f"#show link: set text(fill: rgb({_literal(styles.brand.accent)}))"


def _first_band(leaflet: Leaflet, styles: Styles) -> str:
    paper, band = styles.paper, leaflet.band
    alt = _literal(band.brand.logo_alt or band.name)
    logo = f"image({_literal(LOGO)}, height: 15mm, alt: {alt})" if band.brand.logo else "[]"
    person = f"#linebreak()#text(size: {styles.body.size}pt)[#{_literal(band.person)}]" if band.person else ""
    name = f'[#text(weight: "bold", size: 18pt)[#{_literal(band.name)}]{person}]'
    rise = (paper.band + paper.below_band - (paper.first_band - 15 * MM) / 2) / MM
    return (
        f"#place(top, dy: -{rise}mm, {{ set text(fill: white); "
        f"grid(columns: 2, rows: 15mm, column-gutter: 4mm, align: horizon, {logo}, {name}) }})\n"
        f"#v({(paper.first_band - paper.band) / MM}mm)"
    )


def _literal(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


_PARTS = """\
#let page-of(target, before, after) = context [#before#counter(page).at(target).first()#after]
#let sources(..lines) = {{ set text(size: {source_size}pt); enum(..lines) }}
#let rules(count) = for number in range(count) {{
  v({rule_distance}pt - 0.5pt, weak: false)
  line(length: 100%, stroke: 0.5pt + rgb("{line}"))
}}
#let questions(count, ..lines) = list(
  ..lines.pos().map(said => block(breakable: false, spacing: 6pt)[#said #set block(spacing: 0pt); #rules(count)]))
#let glance(label, ..rows) = figure(kind: table, supplement: none, numbering: none, outlined: false,
  caption: figure.caption(position: top, align(left, text(size: 16pt, weight: "bold", label))),
  align(left, table(columns: (32%, 1fr), inset: (x: 0pt, y: 9.8pt), column-gutter: 12pt,
    stroke: (x: none, y: 0.5pt + rgb("{line}")),
    ..rows.pos().map(((head, said)) => (strong(head), said)).flatten())))"""
