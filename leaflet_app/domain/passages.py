"""A text's file cut into what a translator works on one by one: its title, each fact, each paragraph and bullet."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from leaflet_app.domain.value import value

_FENCE = "+++"
_TABLE = re.compile(r"\s*\[+\s*([\w.\"-]+)\s*\]+")
_KEY = re.compile(r"\s*([\w\"-]+)\s*=\s*(?=[\"'{])")
_STRING = re.compile(r"(?:(?<![\w\"-])([\w\"-]+)\s*=\s*)?(?:(?<!\\)\"((?:[^\"\\]|\\.)*)\"|'([^']*)')")
_HEADING = re.compile(r"#+\s+((?:\S.*)?)\{#([\w-]+)\}\s*$")
_BULLET = re.compile(r"\s*[-*]\s+(?=\S)")
_MARK = re.compile(r"(?<!\s)\s*\{#[\w-]+\}\s*$")
_OPENING = ("title", "purpose", "recap")
_FACT = ("text", "words", "picture")


@value
class Passage:
    """One passage: where it belongs, its words as they are typed, and where they start in the file.

    Passages of a `section` stand in its order, and `place` tells them apart: `facts.site.text`, `what`, `what/2`.
    """

    place: str
    section: str
    text: str
    start: int

    @property
    def end(self) -> int:
        """Return where its words end in the file."""
        return self.start + len(self.text)

    @property
    def group(self) -> str:
        """Return what it belongs to: the paragraphs and bullets below a heading belong together."""
        return f"{self.section}/" if "/" in self.place else self.place


def passages(text: str) -> tuple[Passage, ...]:
    """Cut the text of a file; what it has in place of words (ids, dates, sources) is no passage."""
    lines = text.split("\n")
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    first, last = _fences(lines)
    front = zip(lines[first + 1 : last], starts[first + 1 :], strict=False)
    body = zip(lines[last + 1 :], starts[last + 1 :], strict=False)
    return (*_of_front(front), *_of_body(body))


def lines_without_words(text: str, found: Iterable[Passage]) -> frozenset[int]:
    """Return the numbers, from 0, of the lines of the front matter on which none of these passages begins."""
    lines = text.split("\n")
    starts = [*accumulate(len(line) + 1 for line in lines)]
    _, last = _fences(lines)
    return frozenset(range(last + 1)) - {bisect(starts, each.start) for each in found}


def _fences(lines: Sequence[str]) -> tuple[int, int]:
    """Return the numbers of the lines around the front matter, -1 without any."""
    fences = [number for number, line in enumerate(lines) if line.strip() == _FENCE][:2]
    return (fences[0], fences[1]) if len(fences) > 1 else (-1, -1)


def _of_front(lines: Iterator[tuple[str, int]]) -> Iterator[Passage]:
    table = ""
    for line, start in lines:
        if found := _TABLE.match(line):
            table = found[1].replace('"', "")
        elif found := _KEY.match(line):
            path = ".".join(filter(None, (table, found[1].strip('"'))))
            is_table = line[found.end()] == "{"
            for key, words, at in _strings(line, found.end()):
                if is_table and not key:
                    continue  # one of a list: the id of a source
                place = f"{path}.{key}" if key else path
                place = f"{place}.text" if place.count(".") == 1 and table == "facts" else place
                if _is_said(place):
                    yield Passage(place, "", words, start + at)


def _strings(line: str, start: int) -> Iterator[tuple[str, str, int]]:
    """Yield each quoted text of a line from `start` on, with its key and where it begins."""
    for found in _STRING.finditer(line, start):
        group = 2 if found[2] is not None else 3
        yield (found[1] or "").strip('"'), found[group], found.start(group)


def _is_said(place: str) -> bool:
    head, _, field = place.partition(".")
    return place in _OPENING or (head == "facts" and field.count(".") == 1 and field.endswith(_FACT))


def _of_body(lines: Iterator[tuple[str, int]]) -> Iterator[Passage]:
    section, count, held = "", 0, list[tuple[str, int]]()
    for line, start in (*lines, ("", 0)):
        heading = _HEADING.match(line)
        begins = not line.strip() or heading or _BULLET.match(line)
        if held and begins:
            count += 1
            yield _whole(f"{section}/{count}", section, held)
            held = []
        if heading:
            section, count = heading[2], 0
            yield Passage(section, "", heading[1].rstrip(), start + heading.start(1))
        elif line.strip():
            lead = _BULLET.match(line) if not held else None
            held.append((line[lead.end() :], start + lead.end()) if lead else (line, start))


def _whole(place: str, section: str, held: list[tuple[str, int]]) -> Passage:
    """Return the lines of a paragraph or bullet as one passage, without the name that may end it."""
    text = _MARK.sub("", "\n".join(line for line, _ in held)).rstrip()
    return Passage(place, section, text, held[0][1])
