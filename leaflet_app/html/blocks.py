"""Blocks become HTML, one small function for each kind."""

from __future__ import annotations

from collections.abc import Iterable

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
    TearOff,
    Text,
    bare_address,
)
from leaflet_app.html.drawing import figure
from leaflet_app.html.escape import escape
from leaflet_app.html.links import OpenLink, identifier
from leaflet_app.html.runs import inline


def write(blocks: Iterable[Block], open_link: OpenLink) -> str:
    """Write the blocks one below the other."""
    return "\n".join(_block(block, open_link) for block in blocks)


def _block(block: Block, open_link: OpenLink) -> str:
    match block:
        case Heading():
            written = f'<h{block.level} id="{escape(identifier(block.anchor))}">{escape(block.text)}</h{block.level}>'
        case Paragraph(text=text):
            written = f"<p>{inline(text, open_link)}</p>"
        case Bullets(lines=lines):
            written = f"<ul>\n{_lines(lines, open_link)}\n</ul>"
        case Numbered(lines=lines):
            written = f"<ol>\n{_lines(lines, open_link)}\n</ol>"
        case Questions(lines=lines, lines_each=count):
            written = f'<ul class="questions" style="--lines: {count}">\n{_lines(lines, open_link)}\n</ul>'
        case Glance():
            written = _glance(block, open_link)
        case Definitions():
            written = _definitions(block, open_link)
        case People():
            written = _people(block, open_link)
        case QrCode(address=address):
            written = _address(address, open_link)
        case Drawing():
            written = figure(block, open_link)
        case Box():
            written = _box(block, open_link)
        case InLanguage(lang=lang, blocks=inner):
            written = f'<div lang="{escape(lang)}">\n{write(inner, open_link)}\n</div>'
        case TearOff(blocks=inner):
            written = f"<section>\n{write(inner, open_link)}\n</section>"
    return written


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


def _address(address: str, open_link: OpenLink) -> str:
    """Write the address itself: on a screen it is quicker to follow than a square code."""
    said, opened = escape(bare_address(address)), open_link(address)
    return f'<p><a href="{escape(opened)}">{said}</a></p>' if opened else f"<p>{said}</p>"


def _box(block: Box, open_link: OpenLink) -> str:
    inner = write(block.blocks, open_link)
    named = next((each.anchor for each in block.blocks if isinstance(each, Heading)), "")
    if not named:
        return f'<div class="box {block.tone.value}" role="note">\n{inner}\n</div>'
    label = escape(identifier(named))
    return f'<section class="box {block.tone.value}" aria-labelledby="{label}">\n{inner}\n</section>'
