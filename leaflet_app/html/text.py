"""A whole leaflet as plain text, for a screen reader, a text message or a mail."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

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
    bare_address,
    words,
)
from leaflet_app.domain.leaflet import Leaflet
from leaflet_app.html.page import closing_line

WIDTH = 78
_BOX_INDENT = "    "
_UNDERLINES = {1: "=", 2: "-"}
_DEEPER_UNDERLINE = "."
_UNBROKEN_SPACE = "\ue000"  # a private character: stands for the spaces of a phone number while lines are cut


def leaflet_text(leaflet: Leaflet) -> str:
    """Return everything the leaflet says, at most 78 letters a line, links followed by their address."""
    band = " · ".join(filter(None, (leaflet.band.name, leaflet.band.person)))
    opening = (leaflet.purpose, leaflet.for_person)
    parts = (
        _wrapped(words(band)),
        _heading(leaflet.title, 1),
        *(_wrapped(words(line)) for line in opening if line),
        *_parts(leaflet.blocks, ""),
        _wrapped(words(closing_line(leaflet))),
    )
    return "\n\n".join(part for part in parts if part) + "\n"


def _parts(blocks: Iterable[Block], indent: str) -> Iterator[str]:
    """Yield the parts that a blank line keeps apart."""
    for block in blocks:
        match block:
            case Heading(text=heading, level=level):
                yield _heading(heading, level, indent)
            case Paragraph(text=text):
                yield _wrapped(text, indent)
            case Bullets(lines=lines) | Questions(lines=lines):
                yield "\n".join(_wrapped(line, indent, "- ") for line in lines)
            case Numbered(lines=lines):
                yield "\n".join(_wrapped(line, indent, f"{number}. ") for number, line in enumerate(lines, 1))
            case Glance(label=label, rows=rows):
                yield "\n".join((_wrapped(words(f"{label}:"), indent), *_rows(rows, indent)))
            case Definitions(entries=rows):
                yield "\n".join(_rows(rows, indent))
            case People(text=text, alt=alt):
                yield _wrapped((*text, Run(f" ({alt})")), indent, "- ")
            case Drawing(alt=alt, labels=labels):
                yield "\n".join(
                    (_wrapped(words(f"({alt})"), indent), *(_wrapped(text, indent, "- ") for _, text in labels))
                )
            case QrCode(address=address):
                yield _wrapped(words(address), indent)
            case Box(blocks=inner):
                yield from _parts(inner, indent + _BOX_INDENT)
            case InLanguage(blocks=inner) | TearOff(blocks=inner):
                yield from _parts(inner, indent)


def _rows(rows: Iterable[tuple[str, Text]], indent: str) -> Iterator[str]:
    for label, text in rows:
        colon = "" if label.endswith("?") else ":"
        yield _wrapped((Run(f"{label}{colon} "), *text), indent, "- ")


def _heading(text: str, level: int, indent: str = "") -> str:
    lines = _wrapped(words(text), indent)
    longest = max((len(line) for line in lines.splitlines()), default=0) - len(indent)
    return f"{lines}\n{indent}{_UNDERLINES.get(level, _DEEPER_UNDERLINE) * longest}"


def _wrapped(text: Text, indent: str = "", mark: str = "") -> str:
    """Cut a text into lines; a list's mark hangs out to the left."""
    lines = textwrap.fill(
        "".join(map(_said, text)),
        WIDTH,
        initial_indent=indent + mark,
        subsequent_indent=indent + " " * len(mark),
        break_long_words=False,
        break_on_hyphens=False,
    )
    return lines.replace(_UNBROKEN_SPACE, " ")


def _said(run: Run) -> str:
    """Say a run; a link to the web is said with its whole address."""
    if not run.link.startswith("https://"):
        return run.text.replace(" ", _UNBROKEN_SPACE) if run.whole else run.text
    bare = bare_address(run.link)
    return run.link if run.text in (bare, run.link) else f"{run.text} ({run.link})"
