"""What each piece of a line of a text is, so that an editor can show it: one line at a time, from the top."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

FENCE = "+++"


class Part(Enum):
    """Which part of a file a line leaves behind it."""

    NOTHING = -1
    FRONT = 1
    BODY = 2


class Kind(Enum):
    """What a piece of a line is."""

    FENCE = "fence"
    TABLE = "table"
    KEY = "key"
    WORDS = "words"
    COMMENT = "comment"
    HEADING = "heading"
    MARK = "mark"
    BOLD = "bold"
    FACT = "fact"
    LINK = "link"


class Mark(NamedTuple):
    """A piece of a line."""

    start: int
    end: int
    kind: Kind


_FRONT = (
    (Kind.TABLE, re.compile(r"^\s*\[\[?[\w.-]+\]\]?")),
    (Kind.KEY, re.compile(r"(?:^|[{,])\s*([\w-]+)(?=\s*=)")),
    (Kind.WORDS, re.compile(r'"(?:\\.|[^"\\])*"?|\'[^\']*\'?')),
)
_BODY = (
    (Kind.HEADING, re.compile(r"^#{1,6} .*")),
    (Kind.MARK, re.compile(r"^\s*[-*] |\{#[\w-]*\}")),
    (Kind.BOLD, re.compile(r"\*\*[^*]+\*\*")),
    (Kind.FACT, re.compile(r"\{\w[\w-]*\}")),
    (Kind.LINK, re.compile(r"\[[^\[\]]*\]\([^()]*\)")),
)


def marks_of(line: str, before: Part) -> tuple[tuple[Mark, ...], Part]:
    """Return the pieces of a line, later ones lying over earlier ones, and the part of the file that goes on below."""
    if line.rstrip() == FENCE and before is not Part.BODY:
        after = Part.FRONT if before is Part.NOTHING else Part.BODY
        return (Mark(0, len(line), Kind.FENCE),), after
    if before is Part.FRONT:
        return tuple(_front(line)), Part.FRONT
    return tuple(_found(line, _BODY)), Part.BODY


def _front(line: str) -> Iterator[Mark]:
    if line.lstrip().startswith("#"):
        yield Mark(0, len(line), Kind.COMMENT)
    else:
        yield from _found(line, _FRONT)


def _found(line: str, kinds: tuple[tuple[Kind, re.Pattern[str]], ...]) -> Iterator[Mark]:
    for kind, pattern in kinds:
        for found in pattern.finditer(line):
            group = pattern.groups  # a pattern with a group means that alone
            yield Mark(found.start(group), found.end(group), kind)
