"""A whole leaflet as plain text, for a screen reader, a text message or a mail."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from leaflet_app.domain.blocks import (
    Block,
    Box,
    Bullets,
    Definitions,
    Drawing,
    Glance,
    Heading,
    Holder,
    Numbered,
    Paragraph,
    People,
    Picture,
    QrCode,
    Questions,
    Run,
    Text,
    bare_address,
    words,
)
from leaflet_app.domain.languages import is_right_to_left
from leaflet_app.domain.leaflet import Frame, Leaflet
from leaflet_app.html.page import closing_line

WIDTH = 78
_BOX_INDENT = "    "
_UNDERLINES = {1: "=", 2: "-"}
_DEEPER_UNDERLINE = "."
_UNBROKEN_SPACE = "\ue000"  # a private character: stands for the spaces of a phone number while lines are cut
_ORDERLY_SPACE = "\u00a0"  # between groups of digits it keeps their order in a line from right to left (UAX 9, W4)


def leaflet_text(leaflet: Leaflet) -> str:
    """Return everything the leaflet says, at most 78 letters a line, links followed by their address."""
    band = " · ".join(filter(None, (leaflet.band.name, leaflet.band.person)))
    around: Sequence[Leaflet | Frame] = (leaflet.beside, leaflet) if leaflet.beside else (leaflet,)
    parts = (
        _wrapped(words(band)),
        *(part for each in around for part in (_heading(each.title, 1), _wrapped(words(each.purpose)))),
        _wrapped(words(leaflet.for_person)),
        *_parts(leaflet.blocks, ""),
        *(_wrapped(words(closing_line(each))) for each in around),
    )
    whole = "\n\n".join(part for part in parts if part) + "\n"
    return whole.replace(_UNBROKEN_SPACE, _ORDERLY_SPACE if is_right_to_left(leaflet.lang) else " ")


def _parts(blocks: Iterable[Block], indent: str) -> Iterator[str]:
    """Yield the parts that a blank line keeps apart."""
    for block in blocks:
        if isinstance(block, Holder):
            yield from _parts(block.blocks, indent + _BOX_INDENT if isinstance(block, Box) else indent)
        else:
            yield _WRITERS[type(block)](block, indent)


def _titled(heading: Heading, indent: str) -> str:
    return _heading(heading.text, heading.level, indent)


def _paragraph(paragraph: Paragraph, indent: str) -> str:
    return _wrapped(paragraph.text, indent)


def _bullets(listed: Bullets | Questions, indent: str) -> str:
    return "\n".join(_wrapped(line, indent, "- ") for line in listed.lines)


def _numbered(numbered: Numbered, indent: str) -> str:
    return "\n".join(_wrapped(line, indent, f"{number}. ") for number, line in enumerate(numbered.lines, 1))


def _glance(glance: Glance, indent: str) -> str:
    return "\n".join((_wrapped(words(f"{glance.label}:"), indent), *_rows(glance.rows, indent)))


def _definitions(definitions: Definitions, indent: str) -> str:
    return "\n".join(_rows(definitions.entries, indent))


def _people(people: People, indent: str) -> str:
    return _wrapped((*people.text, Run(f" ({people.alt})")), indent, "- ")


def _drawing(drawing: Drawing, indent: str) -> str:
    shown = _wrapped(words(f"({drawing.alt})"), indent)
    return "\n".join((shown, *(_wrapped(text, indent, "- ") for _, text in drawing.labels)))


def _picture(picture: Picture, indent: str) -> str:
    shown = _wrapped(words(f"[{picture.alt}]"), indent)
    return "\n".join((shown, _wrapped(picture.text, indent))) if picture.text else shown


def _address(code: QrCode, indent: str) -> str:
    return _wrapped(words(code.address), indent)


_WRITERS: Mapping[type[Block], Callable[[Any, str], str]] = {
    Heading: _titled,
    Paragraph: _paragraph,
    Bullets: _bullets,
    Questions: _bullets,
    Numbered: _numbered,
    Glance: _glance,
    Definitions: _definitions,
    People: _people,
    Drawing: _drawing,
    Picture: _picture,
    QrCode: _address,
}


def _rows(rows: Iterable[tuple[str, Text]], indent: str) -> Iterator[str]:
    for label, text in rows:
        colon = "" if label.endswith(("?", "؟")) else ":"
        yield _wrapped((Run(f"{label}{colon} "), *text), indent, "- ")


def _heading(text: str, level: int, indent: str = "") -> str:
    lines = _wrapped(words(text), indent)
    longest = max((len(line) for line in lines.splitlines()), default=0) - len(indent)
    return f"{lines}\n{indent}{_UNDERLINES.get(level, _DEEPER_UNDERLINE) * longest}"


def _wrapped(text: Text, indent: str = "", mark: str = "") -> str:
    """Cut a text into lines; a list's mark hangs out to the left."""
    return textwrap.fill(
        "".join(map(_said, text)),
        WIDTH,
        initial_indent=indent + mark,
        subsequent_indent=indent + " " * len(mark),
        break_long_words=False,
        break_on_hyphens=False,
    )


def _said(run: Run) -> str:
    """Say a run; a link to the web is said with its whole address."""
    if not run.link.startswith("https://"):
        return run.text.replace(" ", _UNBROKEN_SPACE) if run.whole else run.text
    bare = bare_address(run.link)
    return run.link if run.text in (bare, run.link) else f"{run.text} ({run.link})"
