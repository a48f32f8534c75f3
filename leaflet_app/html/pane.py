"""Blocks for a pane of the window, in the few tags that Qt's rich text knows."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

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
)
from leaflet_app.domain.glossary import Glossary
from leaflet_app.html.escape import escape
from leaflet_app.html.links import links_of_pane


def fragment(blocks: Iterable[Block], glossary: Glossary | None = None) -> str:
    """Return simple HTML. The first use of each glossary word links to `word:WORD`, percent-encoded."""
    return _Pane(glossary or Glossary()).write(blocks)


class _Pane:
    """Writes one pane and remembers which words it has linked: a word is explained once, not at every turn."""

    def __init__(self, glossary: Glossary) -> None:
        self._glossary = glossary
        self._linked: set[str] = set()

    def write(self, blocks: Iterable[Block]) -> str:
        """Write the blocks one below the other."""
        return "\n".join(map(self._block, blocks))

    def _block(self, block: Block) -> str:
        match block:
            case Heading(text=heading):
                written = f"<p><b>{escape(heading)}</b></p>"
            case Drawing(alt=alt):
                written = f"<p>{escape(alt)}</p>"
            case Picture(alt=alt, text=text):
                written = f"<p>[{escape(alt)}]</p>" + (f"<p>{self._text(text)}</p>" if text else "")
            case Paragraph(text=text) | People(text=text):
                written = f"<p>{self._text(text)}</p>"
            case Bullets(lines=lines) | Numbered(lines=lines) | Questions(lines=lines):
                written = f"<ul>{''.join(f'<li>{self._text(line)}</li>' for line in lines)}</ul>"
            case Glance(rows=rows) | Definitions(entries=rows):
                written = f"<table>{''.join(self._row(label, text) for label, text in rows)}</table>"
            case QrCode(address=address):
                written = f"<p>{self._run(Run(address, link=address))}</p>"
            case Box() | InLanguage() | Beside() | OwnPage() | TearOff():
                written = self.write(block.blocks)
        return written

    def _row(self, label: str, text: Text) -> str:
        return f"<tr><td><b>{escape(label)}</b></td><td>{self._text(text)}</td></tr>"

    def _text(self, text: Text) -> str:
        return "".join(map(self._run, text))

    def _run(self, run: Run) -> str:
        address = links_of_pane(run.link)
        said = f'<a href="{escape(address)}">{escape(run.text)}</a>' if address else self._explained(run.text)
        return f"<b>{said}</b>" if run.bold else said

    def _explained(self, text: str) -> str:
        parts = []
        for part, term in self._glossary.split(text):
            if term is None or term.word in self._linked:
                parts.append(escape(part))
            else:
                self._linked.add(term.word)
                parts.append(f'<a href="word:{quote(term.word)}">{escape(part)}</a>')
        return "".join(parts)
