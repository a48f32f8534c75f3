"""Mark in the pieces of a text what became of its words since it was approved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from leaflet_app.domain.blocks import Text
from leaflet_app.domain.comparing import steps
from leaflet_app.domain.compose.to_sign_text import Piece
from leaflet_app.domain.fate import Fate
from leaflet_app.domain.value import value
from leaflet_app.domain.word_changes import ALIKE, WordChange, word_changes

LONGEST_ISLAND = 2
"""So many words that stayed count as changed where they stand between changed ones."""


@value
class Marked:
    """A piece with the fate of its words, those taken out among them. `is_gone` where it stands no longer."""

    piece: Piece
    text: Text
    is_gone: bool = False

    @property
    def is_changed(self) -> bool:
        """Tell whether any word of it changed."""
        return any(run.fate is not Fate.SAME for run in self.text)


def marked(before: Sequence[Piece], now: Sequence[Piece]) -> tuple[Marked, ...]:
    """Return every piece of the new text, and where they stood the pieces that are gone."""
    return tuple(_marked(before, now))


def _marked(before: Sequence[Piece], now: Sequence[Piece]) -> Iterator[Marked]:
    for kind, start, end, new_start, new_end in steps([*map(_name, before)], [*map(_name, now)]):
        if kind == "equal":
            yield from (Marked(piece, piece.text) for piece in now[new_start:new_end])
            continue
        for old, new in _paired(before[start:end], now[new_start:new_end]):
            if new is not None:
                yield Marked(new, _compared(old, new) if old else _all(new.text, Fate.PUT))
            elif old is not None:
                yield Marked(old, _all(old.text, Fate.TAKEN), is_gone=True)


def _paired(old: Sequence[Piece], new: Sequence[Piece]) -> Iterator[tuple[Piece | None, Piece | None]]:
    """Yield pieces beside what became of them, those that are gone where they stood."""
    start = 0
    for piece in new:
        like = next((at for at in range(start, len(old)) if _is_alike(old[at], piece)), None)
        if like is None:
            yield None, piece
            continue
        yield from zip_longest(old[start:like], ())
        yield old[like], piece
        start = like + 1
    yield from zip_longest(old[start:], ())


def _is_alike(old: Piece, new: Piece) -> bool:
    one, other = (set(piece.said.casefold().split()) for piece in (old, new))
    return old.shape is new.shape and 2 * len(one & other) >= ALIKE * (len(one) + len(other))


def _compared(old: Piece, new: Piece) -> Text:
    """Return the words of both, those that stayed once."""
    found: list[Text] = []
    at = new_at = 0
    for change in without_islands(word_changes(old.said, new.said)):
        length = len(change.text)
        if change.fate is Fate.TAKEN:
            found.append(_all(_cut(old.text, at, at + length), Fate.TAKEN))
        else:
            found.append(_all(_cut(new.text, new_at, new_at + length), change.fate))
        at += length if change.fate is not Fate.PUT else 0
        new_at += length if change.fate is not Fate.TAKEN else 0
    return tuple(run for text in found for run in text)


def without_islands(changes: Sequence[WordChange]) -> Iterator[WordChange]:
    """Yield changes in which no lone word stays between changed ones: such a row of pieces cannot be read."""
    taken = put = ""
    for number, change in enumerate(changes):
        is_inside = 0 < number < len(changes) - 1 and len(change.text.split()) <= LONGEST_ISLAND
        if change.fate is Fate.SAME and not is_inside:
            yield from _flushed(taken, put)
            taken = put = ""
            yield change
            continue
        taken += change.text if change.fate is not Fate.PUT else ""
        put += change.text if change.fate is not Fate.TAKEN else ""
    yield from _flushed(taken, put)


def _flushed(taken: str, put: str) -> Iterator[WordChange]:
    fates = ((Fate.TAKEN, taken), (Fate.PUT, put))
    yield from (WordChange(fate, text) for fate, text in fates if text)


def _cut(text: Text, start: int, end: int) -> Text:
    """Return the runs between two places."""
    found, at = [], 0
    for run in text:
        said = run.text[max(start - at, 0) : max(end - at, 0)]
        found += [replace(run, text=said)] if said else []
        at += len(run.text)
    return tuple(found)


def _all(text: Text, fate: Fate) -> Text:
    return tuple(replace(run, fate=fate) for run in text)


def _name(piece: Piece) -> str:
    return f"{piece.shape.value} {piece.said}"
