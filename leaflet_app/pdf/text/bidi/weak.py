"""Rules W1 to W7: what marks, numbers and the signs around numbers count as."""

from __future__ import annotations

from collections.abc import MutableSequence

from leaflet_app.pdf.text.bidi.explicit import ISOLATES
from leaflet_app.pdf.text.bidi.sequences import Isolated

_LETTERS = frozenset({"L", "R", "AL"})


def resolve_weak(sequence: Isolated, known: MutableSequence[str]) -> None:
    """Change the classes of a sequence's weak characters; `known` holds those of the whole text."""
    _marks_and_numbers(sequence, known)
    _separators(sequence, known)
    _terminators(sequence, known)
    _european_among_latin(sequence, known)


def _marks_and_numbers(sequence: Isolated, known: MutableSequence[str]) -> None:
    """Let marks follow their letter, numbers after Arabic be Arabic, and Arabic letters be right to left (W1 to W3)."""
    before = letter = sequence.before
    for at in sequence.places:
        name = known[at]
        if name == "NSM":
            name = "ON" if before in ISOLATES or before == "PDI" else before
        if name == "EN" and letter == "AL":
            name = "AN"
        if name in _LETTERS:
            letter = name
        before = known[at] = name
    for at in sequence.places:
        if known[at] == "AL":
            known[at] = "R"


def _separators(sequence: Isolated, known: MutableSequence[str]) -> None:
    """Let a single sign between two numbers of one kind join them (W4)."""
    places = sequence.places
    for one, sign, other in zip(places, places[1:], places[2:], strict=False):
        around = known[one]
        if around == known[other] and (
            (known[sign] == "CS" and around in {"EN", "AN"}) or (known[sign] == "ES" and around == "EN")
        ):
            known[sign] = around


def _terminators(sequence: Isolated, known: MutableSequence[str]) -> None:
    """Let signs next to European numbers belong to them, and other signs be neutral (W5 and W6)."""
    for places in (sequence.places, sequence.places[::-1]):
        is_number = False
        for at in places:
            is_number = known[at] == "EN" or (is_number and known[at] == "ET")
            if is_number:
                known[at] = "EN"
    for at in sequence.places:
        if known[at] in {"ET", "ES", "CS"}:
            known[at] = "ON"


def _european_among_latin(sequence: Isolated, known: MutableSequence[str]) -> None:
    """Let European numbers after a left-to-right letter run with it (W7)."""
    letter = sequence.before
    for at in sequence.places:
        if known[at] in {"L", "R"}:
            letter = known[at]
        elif known[at] == "EN" and letter == "L":
            known[at] = "L"
