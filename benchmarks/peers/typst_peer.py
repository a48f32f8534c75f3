"""Typst, tagged as PDF/UA-1: a leaflet becomes Typst source, one warm compiler makes the PDF."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import typst

from benchmarks.peers import typst_design
from benchmarks.peers.design import FONTS, page_reference, shown, styles_of
from leaflet_app.domain.blocks import (
    Block,
    Box,
    Bullets,
    Definitions,
    Glance,
    Heading,
    Numbered,
    Paragraph,
    QrCode,
    Questions,
    Run,
    Text,
)
from leaflet_app.domain.leaflet import Leaflet

STANDARDS = ["ua-1"]


class Maker:
    """One compiler, kept warm. `folder` takes the logo, which Typst reads from a file."""

    name = "Typst ua-1"
    claims = ("ua1",)

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._compiler = typst.Compiler(root=folder, font_paths=[FONTS], ignore_system_fonts=True)

    def __call__(self, leaflet: Leaflet) -> bytes:
        """Return the leaflet as PDF."""
        return compiled(self._compiler, write(leaflet, self._folder))

    def forget(self) -> None:
        """Keep nothing back: its cache is keyed by the words, and those of a fresh leaflet are new."""


def write(leaflet: Leaflet, folder: Path) -> bytes:
    """Return the leaflet as Typst source, with its logo laid beside it."""
    logo = folder / typst_design.LOGO
    if leaflet.band.brand.logo and not logo.exists():
        logo.write_bytes(leaflet.band.brand.logo)
    return Source(leaflet).whole().encode()


def compiled(compiler: typst.Compiler, source: bytes) -> bytes:
    """Return the PDF of a source."""
    pdf = compiler.compile(input=source, format="pdf", pdf_standards=STANDARDS)
    if not isinstance(pdf, bytes):
        raise TypeError("Typst gave no PDF")
    return pdf


class Source:
    """A leaflet as Typst source. Words stand in string literals, so that nothing in them is markup."""

    def __init__(self, leaflet: Leaflet) -> None:
        self._leaflet = leaflet
        self._styles = styles_of(leaflet)
        self._page_reference = page_reference(leaflet)

    def whole(self) -> str:
        """Return the design, the opening and every block."""
        leaflet = self._leaflet
        opening: list[Block] = [Heading(leaflet.title, 1, "title"), Paragraph((Run(leaflet.purpose),))]
        if leaflet.for_person:
            opening.append(Paragraph((Run(leaflet.for_person, bold=True),)))
        return "\n".join((*typst_design.preamble(leaflet, self._styles), *self._blocks((*opening, *leaflet.blocks))))

    def _blocks(self, blocks: Iterable[Block]) -> Iterator[str]:
        for block in blocks:
            yield self._block(block)

    def _block(self, block: Block) -> str:
        match block:
            case Heading(text=text, level=level, anchor=anchor):
                written = f"#heading(level: {level}, {literal(text)}) #label({literal(anchor)})\n"
            case Paragraph(text=text):
                written = f"{self._text(text)}\n"
            case Bullets(lines=lines):
                written = f"#list({self._contents(lines)})"
            case Numbered(lines=lines):
                written = f"#sources({self._contents(lines)})"
            case Questions(lines=lines, lines_each=count):
                written = f"#questions({count}, {self._contents(lines)})"
            case Glance(label=label, rows=rows):
                cells = ", ".join(f"({literal(head)}, [{self._text(said)}])" for head, said in rows)
                written = f"#glance({literal(label)}, {cells})"
            case Definitions(entries=entries):
                said = ", ".join(f"terms.item([{code(word)}], [{self._text(meaning)}])" for word, meaning in entries)
                written = f"#terms({said})"
            case Box(tone=tone, blocks=inner):
                inside = "\n".join(self._blocks(inner))
                written = f"#{tone.value}-box[\n{inside}\n]"
            case QrCode():
                raise ValueError("the peers draw no square codes")
        return written

    def _contents(self, lines: Iterable[Text]) -> str:
        return ", ".join(f"[{self._text(line)}]" for line in lines)

    def _text(self, text: Text) -> str:
        return "".join(self._run(run) for run in shown(text))

    def _run(self, run: Run) -> str:
        said = f"#box({literal(run.text)})" if run.whole else code(run.text)
        if run.bold:
            said = f"#strong[{said}]"
        if run.link.startswith("#"):
            target = f"label({literal(run.link[1:])})"
            before, after = (code(words) for words in (self._page_reference.before, self._page_reference.after))
            return f"#link({target})[{said}] (#page-of({target}, [{before}], [{after}]))"
        return f"#link({literal(run.link)})[{said}]" if run.link else said


def literal(text: str) -> str:
    """Return a text as a Typst string."""
    return json.dumps(text, ensure_ascii=False)


def code(text: str) -> str:
    """Return a text as code within markup."""
    return f"#{literal(text)}" if text else ""
