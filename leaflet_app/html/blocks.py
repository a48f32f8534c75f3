"""Blocks become HTML, one small function for each kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

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
    TearOff,
    Text,
    bare_address,
)
from leaflet_app.html.drawing import figure
from leaflet_app.html.escape import escape
from leaflet_app.html.images import shown
from leaflet_app.html.links import OpenLink, identifier
from leaflet_app.html.runs import inline
from leaflet_app.html.spoken import spoken


def write(blocks: Iterable[Block], open_link: OpenLink) -> str:
    """Write the blocks one below the other."""
    return "\n".join(_block(block, open_link) for block in blocks)


def _block(block: Block, open_link: OpenLink) -> str:
    return _WRITERS[type(block)](block, open_link)


def _heading(heading: Heading, _: OpenLink) -> str:
    named = escape(identifier(heading.anchor))
    return f'<h{heading.level} id="{named}">{escape(heading.text)}</h{heading.level}>'


def _paragraph(paragraph: Paragraph, open_link: OpenLink) -> str:
    return f"<p>{inline(paragraph.text, open_link)}</p>"


def _bullets(bullets: Bullets, open_link: OpenLink) -> str:
    return f"<ul>\n{_lines(bullets.lines, open_link)}\n</ul>"


def _numbered(numbered: Numbered, open_link: OpenLink) -> str:
    return f"<ol>\n{_lines(numbered.lines, open_link)}\n</ol>"


def _questions(asked: Questions, open_link: OpenLink) -> str:
    style = f"--lines: {asked.lines_each}"
    return f'<ul class="questions" style="{style}">\n{_lines(asked.lines, open_link)}\n</ul>'


def _lines(lines: Iterable[Text], open_link: OpenLink) -> str:
    return "\n".join(f"<li>{inline(line, open_link)}</li>" for line in lines)


def _glance(block: Glance, open_link: OpenLink) -> str:
    rows = "\n".join(
        f'<tr><th scope="row">{escape(label)}</th><td>{inline(text, open_link)}</td></tr>' for label, text in block.rows
    )
    return f"<table>\n<caption>{escape(block.label)}</caption>\n<tbody>\n{rows}\n</tbody>\n</table>"


def _definitions(block: Definitions, open_link: OpenLink) -> str:
    entries = "\n".join(
        f"<div><dt>{escape(word)}</dt><dd>{inline(text, open_link)}</dd></div>" for word, text in block.entries
    )
    return f"<dl>\n{entries}\n</dl>"


def _people(block: People, open_link: OpenLink) -> str:
    """Write people as round signs; the whole row is one picture with one description."""
    signs = "●" * block.low + "◐" * (block.high - block.low) + "○" * (block.out_of - block.high)
    rows = "<br>".join(signs[start : start + 10] for start in range(0, len(signs), 10))
    picture = f'<span class="people" role="img" aria-label="{escape(block.alt)}">{rows}</span>'
    return f'<p class="figure">{picture} <span>{inline(block.text, open_link)}</span></p>'


def _picture(block: Picture, open_link: OpenLink) -> str:
    said = f"<figcaption>{inline(block.text, open_link)}</figcaption>" if block.text else ""
    return f'<figure class="picture">{shown(block.content, block.alt)}{said}</figure>'


def _address(code: QrCode, open_link: OpenLink) -> str:
    """Write the address itself: on a screen it is quicker to follow than a square code."""
    said, opened = escape(bare_address(code.address)), open_link(code.address)
    return f'<p><a href="{escape(opened)}">{said}</a></p>' if opened else f"<p>{said}</p>"


def _box(block: Box, open_link: OpenLink) -> str:
    inner = write(block.blocks, open_link)
    named = next((each.anchor for each in block.blocks if isinstance(each, Heading)), "")
    if not named:
        return f'<div class="box {block.tone.value}" role="note">\n{inner}\n</div>'
    label = escape(identifier(named))
    return f'<section class="box {block.tone.value}" aria-labelledby="{label}">\n{inner}\n</section>'


def _in_language(held: InLanguage, open_link: OpenLink) -> str:
    return f"<div {spoken(held.lang)}>\n{write(held.blocks, open_link)}\n</div>"


def _beside(pair: Beside, open_link: OpenLink) -> str:
    heads = [block for part in pair.parts for block in part.blocks if isinstance(block, Heading)]
    if len(heads) == len(pair.parts):
        told = (
            f'<span id="{escape(identifier(head.anchor))}" {spoken(part.lang)}>{escape(head.text)}</span>'
            for head, part in zip(heads, pair.parts, strict=True)
        )
        return f'<h{heads[0].level} class="beside">{" ".join(told)}</h{heads[0].level}>'
    return f'<div class="beside">\n{write(pair.blocks, open_link)}\n</div>'


def _section(held: OwnPage | TearOff, open_link: OpenLink) -> str:
    return f"<section>\n{write(held.blocks, open_link)}\n</section>"


_WRITERS: Mapping[type[Block], Callable[[Any, OpenLink], str]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    Bullets: _bullets,
    Numbered: _numbered,
    Questions: _questions,
    Glance: _glance,
    Definitions: _definitions,
    People: _people,
    QrCode: _address,
    Drawing: figure,
    Picture: _picture,
    Box: _box,
    InLanguage: _in_language,
    Beside: _beside,
    OwnPage: _section,
    TearOff: _section,
}
