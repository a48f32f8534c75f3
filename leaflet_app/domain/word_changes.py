"""Where two texts differ, word by word: what was taken away, what was put there, what stayed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from leaflet_app.domain.comparing import steps
from leaflet_app.domain.fate import Fate
from leaflet_app.domain.value import value

ALIKE = 0.5
"""The part of the words of two sentences that must be the same for one to count as the other, changed."""

_SENTENCE_END = re.compile(r"((?<=[.!?؟۔])\s+|\n+)")
_WORD = re.compile(r"\n+|[^\S\n]+|\w+|[^\w\s]")


@value
class WordChange:
    """Words that follow each other and share a fate."""

    fate: Fate
    text: str


def word_changes(before: str, after: str) -> tuple[WordChange, ...]:
    """Return how one text became another. All but what was put gives `before`, all but what was taken `after`.

    Lines are compared first, so that a long text is quick to compare and a changed line is compared with its own kind;
    then sentences, of which those that have little in common change whole.
    """
    return tuple(_joined(_by_lines(before, after)))


def _by_lines(before: str, after: str) -> Iterator[WordChange]:
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    for kind, start, end, new_start, new_end in steps(old, new):
        taken, put = "".join(old[start:end]), "".join(new[new_start:new_end])
        if kind == "equal":
            yield WordChange(Fate.SAME, taken)
        else:
            yield from _by_sentences(taken, put)


def _by_sentences(before: str, after: str) -> Iterator[WordChange]:
    old, new = ([each for each in _SENTENCE_END.split(text) if each] for text in (before, after))
    for kind, start, end, new_start, new_end in steps(old, new):
        taken, put = "".join(old[start:end]), "".join(new[new_start:new_end])
        if kind == "equal":
            yield WordChange(Fate.SAME, taken)
            continue
        changes = tuple(_by_words(taken, put))
        yield from changes if _is_alike(changes) else _all_of(taken, put)


def _is_alike(changes: Sequence[WordChange]) -> bool:
    """Tell whether enough words stayed for the two to be read as one; what changed in one place always can be."""
    if all(change.fate is not Fate.SAME for change in changes[1:-1]):
        return True
    words = dict.fromkeys(Fate, 0)
    for change in changes:
        words[change.fate] += sum(each[0].isalnum() for each in _WORD.findall(change.text))
    same = 2 * words[Fate.SAME]
    return same >= ALIKE * (same + words[Fate.TAKEN] + words[Fate.PUT])


def _all_of(taken: str, put: str) -> Iterator[WordChange]:
    if taken:
        yield WordChange(Fate.TAKEN, taken)
    if put:
        yield WordChange(Fate.PUT, put)


def _by_words(before: str, after: str) -> Iterator[WordChange]:
    old, new = _WORD.findall(before), _WORD.findall(after)
    for kind, start, end, new_start, new_end in steps(old, new):
        taken, put = "".join(old[start:end]), "".join(new[new_start:new_end])
        if kind == "equal":
            yield WordChange(Fate.SAME, taken)
        else:
            yield from _all_of(taken, put)


def _joined(parts: Iterator[WordChange]) -> Iterator[WordChange]:
    """Yield changes with neighbours of one fate joined."""
    last: WordChange | None = None
    for part in parts:
        if last is not None and last.fate is part.fate:
            last = WordChange(last.fate, last.text + part.text)
            continue
        if last is not None:
            yield last
        last = part
    if last is not None:
        yield last
