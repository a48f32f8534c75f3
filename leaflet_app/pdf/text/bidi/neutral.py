"""Rules N0 to N2: brackets, spaces and other signs take their direction from what stands in and around them."""

from __future__ import annotations

from collections.abc import MutableSequence, Sequence
from itertools import groupby

from leaflet_app.pdf.text.bidi.brackets import pairs
from leaflet_app.pdf.text.bidi.sequences import Isolated

_COUNTS_AS = {"L": "L", "R": "R", "EN": "R", "AN": "R"}
_NEUTRAL = frozenset({"B", "S", "WS", "ON", "FSI", "LRI", "RLI", "PDI"})


def resolve_neutral(sequence: Isolated, known: MutableSequence[str], text: str, classes: Sequence[str]) -> None:
    """Change the classes of a sequence's neutral characters; `classes` are those that the text began with."""
    places = sequence.places
    signs = [text[at] if known[at] == "ON" else "" for at in places]
    for opened, closed in pairs(signs):
        if strong := _bracket_direction(sequence, known, opened, closed):
            for number in (opened, closed):
                _turn(places[number:], strong, known, classes)
    _between(sequence, known)


def _bracket_direction(sequence: Isolated, known: Sequence[str], opened: int, closed: int) -> str:
    """Return the direction of a pair of brackets: the text's own where it is within, else that before them (N0)."""
    inside = {_COUNTS_AS.get(known[at], "") for at in sequence.places[opened + 1 : closed]} - {""}
    if not inside or sequence.direction in inside:
        return sequence.direction if inside else ""
    ahead = (_COUNTS_AS.get(known[at], "") for at in reversed(sequence.places[:opened]))
    before = next((strong for strong in ahead if strong), sequence.before)
    return before if before in inside else sequence.direction


def _turn(places: Sequence[int], strong: str, known: MutableSequence[str], classes: Sequence[str]) -> None:
    """Give a bracket, and the marks upon it, a direction."""
    known[places[0]] = strong
    for at in places[1:]:
        if classes[at] != "NSM":
            return
        known[at] = strong


def _between(sequence: Isolated, known: MutableSequence[str]) -> None:
    """Give neutral characters the direction of both their neighbours, or else the text's own (N1 and N2)."""
    before = sequence.before
    groups = [
        (is_neutral, list(group)) for is_neutral, group in groupby(sequence.places, lambda at: known[at] in _NEUTRAL)
    ]
    for number, (is_neutral, group) in enumerate(groups):
        if not is_neutral:
            before = _COUNTS_AS[known[group[-1]]]
            continue
        behind = _COUNTS_AS[known[groups[number + 1][1][0]]] if number + 1 < len(groups) else sequence.behind
        for at in group:
            known[at] = before if before == behind else sequence.direction
